package io.hindsight.command.importing.slack;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.hindsight.command.decision.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A message of an export, as Slack's documentation of the {@code message} event has it; all that is not needed is passed over.
 *
 * @param ts its id in the channel and its time: seconds since 1970 with six digits behind the point
 * @param threadTs the {@code ts} of the message that begins the thread
 * @param text null where there is none
 * @param blocks what they say, read as the text; null where there is a text, which then says it too
 * @param hidden no message of its own, but about another one
 * @param deletedTs the {@code ts} of the message that this one says was deleted
 * @param message what the message that this one says was changed is now
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
record SlackMessage(
        String type,
        String subtype,
        String ts,
        String threadTs,
        String user,
        String username,
        String botId,
        BotProfile botProfile,
        UserProfile userProfile,
        String text,
        @JsonDeserialize(using = BlockText.class) String blocks,
        Edited edited,
        Boolean hidden,
        String deletedTs,
        SlackMessage message,
        @JsonDeserialize(as = Few.class) List<Attachment> attachments,
        @JsonDeserialize(as = Few.class) List<SharedFile> files) {

    /** What Slack gives for the text of a message that a program wrote in blocks alone. */
    private static final String NO_TEXT = "This content can't be displayed.";

    SlackMessage {
        text = text == null || text.isBlank() || text.equals(NO_TEXT) ? null : text;
        blocks = text == null ? blocks : null;
    }

    /** The first elements of a list, no more than are of use; a null says nothing. */
    static final class Few<E> extends ArrayList<E> {
        private static final long serialVersionUID = 1;

        @Override
        public boolean add(E element) {
            return element != null && size() < Limits.LIST && super.add(element);
        }
    }

    /** What a bot is called. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record BotProfile(String name) {}

    /** What its author was called when the export was made. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record UserProfile(String displayName, String realName, String name) {}

    /** There where it was edited; the text is the last one. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Edited(String ts) {}

    /**
     * What stands under a message, most of what many bots say.
     *
     * @param fallback the same once more, for where nothing else can be shown
     * @param fromUrl the page that the message links to, where Slack or a program shows something of it here
     * @param originalUrl that page as the message has it
     * @param serviceName whose page it is
     * @param fields what they say, a line each
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Attachment(
            String fallback,
            String pretext,
            String title,
            String titleLink,
            String text,
            @JsonDeserialize(using = BlockText.class) String blocks,
            @JsonDeserialize(using = BlockText.class) String fields,
            String fromUrl,
            String originalUrl,
            String serviceName) {

        /** What Slack gives for one that is all blocks. */
        private static final String NO_FALLBACK = "[no preview available]";

        /** Whether it shows something of a page that is linked to, which nobody here said. */
        boolean isPreview() {
            return page() != null && serviceName != null;
        }

        /** What it says, part by part. */
        List<String> said() {
            List<String> said = said(pretext, title, SlackUser.firstSaid(text, blocks), fields);
            return said.isEmpty() && !NO_FALLBACK.equals(fallback) ? said(fallback) : said;
        }

        private static List<String> said(String... parts) {
            return Stream.of(parts)
                    .filter(part -> part != null && !part.isBlank())
                    .toList();
        }

        /** The page it is about, or leads to; null where there is none. */
        String link() {
            return page() == null ? titleLink : page();
        }

        private String page() {
            return SlackUser.firstSaid(fromUrl, originalUrl);
        }
    }

    /** A file; its download links hold a token and are not read. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record SharedFile(String name, String title, String permalink) {}

    /** How much there is of it to keep: itself and what hangs on it. */
    int size() {
        return 1
                + (attachments == null ? 0 : attachments.size())
                + (files == null ? 0 : files.size())
                + (message == null ? 0 : message.size());
    }

    boolean isByBot() {
        return botId != null || "bot_message".equals(subtype);
    }

    /** Whether it answers another message. */
    boolean isReply() {
        return threadTs != null && !threadTs.equals(ts);
    }
}
