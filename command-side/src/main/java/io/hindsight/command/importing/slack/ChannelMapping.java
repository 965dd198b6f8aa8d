package io.hindsight.command.importing.slack;

import io.hindsight.command.decision.Limits;
import io.hindsight.command.importing.slack.SlackMessage.Attachment;
import io.hindsight.words.Evidence;
import io.hindsight.words.Suggestion;
import io.hindsight.words.SuggestionKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was said in a channel, as suggestions: each message a timeline entry, and what it says is to be done an action item
 * beside it. Who came and went, topics and the like are noise; a deleted message is gone, an edited one says what it says now.
 */
final class ChannelMapping {
    /** No more are read by anybody; one more shows that there would be more. */
    static final int MOST = 2_000;

    private static final Pattern TS = Pattern.compile("(\\d{10})\\.(\\d{6})");

    /** The kinds of message in which somebody says something; no kind is the usual one. */
    private static final Set<String> SAYS_SOMETHING =
            Set.of("bot_message", "me_message", "thread_broadcast", "file_share", "file_comment");

    private final ChannelExport export;
    private final String workspace;
    private final Map<String, String> people = new HashMap<>();
    private final Map<String, Boolean> programs = new HashMap<>();
    private final Map<String, String> channels = new HashMap<>();
    private final String channelHash;
    /** The {@code ts} of each message that is suggested; a thread's first comes before its replies. */
    private final Set<String> suggested = new HashSet<>();

    private final Map<Skipped, Integer> skipped;

    /**
     * What became of a channel's messages.
     *
     * @param suggestions in the order of time
     * @param skipped how many messages suggest nothing, by why
     */
    record Mapped(List<Suggestion> suggestions, Map<Skipped, Integer> skipped) {}

    private ChannelMapping(ChannelExport export, String workspace) {
        this.export = export;
        this.workspace = workspace;
        for (SlackUser user : export.users()) {
            if (user.id() != null) {
                people.put(user.id(), user.shownName());
                programs.put(user.id(), user.isProgram());
            }
        }
        export.channels().stream()
                .filter(known -> known.id() != null && known.name() != null)
                .forEach(known -> channels.put(known.id(), known.name()));
        channelHash = hash(export.channel().key());
        skipped = new EnumMap<>(Skipped.class);
        skipped.putAll(export.skipped());
    }

    /**
     * Maps all of it.
     *
     * @param workspace the part of the workspace's address before {@code .slack.com}; null where it is not known
     * @param from the first instant that is of interest; null for any
     * @param to the first one that is no more; null for any
     */
    static Mapped map(ChannelExport export, String workspace, Instant from, Instant to) {
        return new ChannelMapping(export, workspace).map(from, to);
    }

    private Mapped map(Instant from, Instant to) {
        Map<String, SlackMessage> said = said(export.messages());
        List<Suggestion> suggestions = new ArrayList<>();
        said.forEach((ts, message) -> {
            OffsetDateTime at = time(ts);
            boolean asked = (from == null || !at.toInstant().isBefore(from))
                    && (to == null || at.toInstant().isBefore(to));
            if (!asked) {
                skip(Skipped.OUTSIDE);
            } else if (suggestions.size() <= MOST) {
                suggestions.addAll(suggestions(message, at, said));
            }
        });
        return new Mapped(suggestions, skipped);
    }

    private void skip(Skipped why) {
        skipped.merge(why, 1, Integer::sum);
    }

    /** What was said and still stands, by its {@code ts}, which sorts as text. */
    private Map<String, SlackMessage> said(List<SlackMessage> messages) {
        Map<String, SlackMessage> said = new TreeMap<>();
        for (SlackMessage message : messages) {
            if (saysSomething(message) && said.putIfAbsent(message.ts(), message) != null) {
                skip(Skipped.REPEATED);
            }
        }
        for (SlackMessage message : messages) {
            if (tellsAnEdit(message) && said.put(message.message().ts(), message.message()) != null) {
                skip(Skipped.HIDDEN);
            }
        }
        messages.stream().filter(ChannelMapping::tellsADeletion).forEach(message -> {
            skip(Skipped.HIDDEN);
            if (said.remove(message.deletedTs()) != null) {
                skip(Skipped.DELETED);
            }
        });
        return said;
    }

    /** Whether it says something, or something of what another one says. */
    static boolean isOfUse(SlackMessage message) {
        return saysSomething(message) || tellsAnEdit(message) || tellsADeletion(message);
    }

    private static boolean tellsAnEdit(SlackMessage message) {
        return "message_changed".equals(message.subtype())
                && message.message() != null
                && saysSomething(message.message());
    }

    private static boolean tellsADeletion(SlackMessage message) {
        return "message_deleted".equals(message.subtype()) && message.deletedTs() != null;
    }

    private static boolean saysSomething(SlackMessage message) {
        return message.ts() != null
                && TS.matcher(message.ts()).matches()
                && !Boolean.TRUE.equals(message.hidden())
                && isOfAKindThatSaysSomething(message);
    }

    static boolean isOfAKindThatSaysSomething(SlackMessage message) {
        return message.subtype() == null || SAYS_SOMETHING.contains(message.subtype());
    }

    private List<Suggestion> suggestions(SlackMessage message, OffsetDateTime at, Map<String, SlackMessage> said) {
        String author = author(message);
        boolean byBot = message.isByBot() || programs.getOrDefault(message.user(), false);
        SlackText written = text(message, author);
        if (written.text().isEmpty()) {
            skip(Skipped.EMPTY);
            return List.of();
        }
        suggested.add(message.ts());
        String id = id(message.ts());
        SlackMessage parent = message.isReply() ? said.get(message.threadTs()) : null;
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(new Evidence(permalink(message), label(message, author, byBot, parent), null));
        evidence.addAll(written.links());
        evidence.addAll(pages(message, evidence));
        evidence.addAll(files(message));
        List<Evidence> kept = evidence.subList(0, Math.min(evidence.size(), Limits.LIST));
        String text = Limits.cut(written.text(), Limits.TEXT);
        List<Suggestion> suggestions = new ArrayList<>();
        suggestions.add(new Suggestion(
                id,
                SuggestionKind.TIMELINE_ENTRY,
                at,
                text,
                author,
                byBot,
                parent == null || !suggested.contains(parent.ts()) ? null : id(parent.ts()),
                kept));
        if (!byBot) {
            for (String toDo : ToDos.in(text)) {
                suggestions.add(new Suggestion(
                        id + "-" + suggestions.size(),
                        SuggestionKind.ACTION_ITEM,
                        at,
                        toDo,
                        author,
                        false,
                        id,
                        kept.subList(0, 1)));
            }
        }
        return suggestions;
    }

    private SlackText text(SlackMessage message, String author) {
        SlackText written = SlackText.of(withAttachments(message), people, channels);
        if (written.text().isEmpty() && !files(message).isEmpty()) {
            return new SlackText("Shared " + files(message).get(0).label(), List.of());
        }
        // Slack shows the author as the subject of what they do.
        return "me_message".equals(message.subtype()) && !written.text().isEmpty()
                ? new SlackText(author + " " + written.text(), written.links())
                : written;
    }

    /** What it says and under that what its attachments add; a preview of a page that it links to adds nothing. */
    private static String withAttachments(SlackMessage message) {
        String own = SlackUser.firstSaid(message.text(), message.blocks());
        StringBuilder said = new StringBuilder(own == null ? "" : own);
        attachments(message)
                .filter(attachment -> own == null || !attachment.isPreview())
                .flatMap(attachment -> attachment.said().stream())
                .forEach(part -> {
                    if (said.length() < Limits.TEXT && said.indexOf(part) < 0) {
                        said.append('\n').append(part);
                    }
                });
        return said.toString();
    }

    /** The pages that attachments lead to, but those that are known. */
    private List<Evidence> pages(SlackMessage message, List<Evidence> known) {
        return attachments(message)
                .map(attachment -> SlackText.page(
                        attachment.link(),
                        SlackUser.firstSaid(
                                SlackText.of(attachment.title(), people, channels)
                                        .text(),
                                attachment.serviceName())))
                .filter(page -> page != null
                        && known.stream().noneMatch(one -> page.url().equals(one.url())))
                .distinct()
                .toList();
    }

    private static Stream<Attachment> attachments(SlackMessage message) {
        return message.attachments() == null ? Stream.of() : message.attachments().stream();
    }

    private static List<Evidence> files(SlackMessage message) {
        return message.files() == null
                ? List.of()
                : message.files().stream()
                        .filter(file -> file.permalink() != null
                                && file.permalink().length() <= Limits.URL
                                && file.permalink().matches(Limits.WEB_URL))
                        .map(file -> new Evidence(file.permalink(), Limits.line(nameOf(file)), null))
                        .toList();
    }

    private static String nameOf(SlackMessage.SharedFile file) {
        String name = SlackUser.firstSaid(file.title(), file.name());
        return name == null ? "a file" : name;
    }

    private String author(SlackMessage message) {
        SlackMessage.UserProfile then = message.userProfile();
        String name = SlackUser.firstSaid(
                message.user() == null ? null : people.get(message.user()),
                then == null ? null : then.displayName(),
                then == null ? null : then.realName(),
                then == null ? null : then.name(),
                message.username(),
                message.botProfile() == null ? null : message.botProfile().name(),
                message.user(),
                message.botId());
        return Limits.cut(name == null ? "somebody" : name, Limits.NAME);
    }

    private String label(SlackMessage message, String author, boolean byBot, SlackMessage parent) {
        StringBuilder label = new StringBuilder(author);
        if (byBot) {
            label.append(" (bot)");
        }
        label.append(" in #").append(Limits.cut(export.channel().name(), Limits.NAME));
        if (parent != null) {
            label.append(", in reply to ").append(author(parent));
        }
        if (message.edited() != null) {
            label.append(", edited");
        }
        return label.toString();
    }

    /** As Slack makes it; a reply's link opens its thread. Null where the workspace or the channel's id is not known. */
    private String permalink(SlackMessage message) {
        String channel = export.channel().id();
        if (workspace == null || channel == null || !channel.matches("[A-Z0-9]+")) {
            return null;
        }
        String link = "https://" + workspace + ".slack.com/archives/" + channel + "/p"
                + message.ts().replace(".", "");
        return message.isReply() && TS.matcher(message.threadTs()).matches()
                ? link + "?thread_ts=" + message.threadTs() + "&cid=" + channel
                : link;
    }

    /** Sorts by time, and is the same whenever and by whomever this message of this channel is imported. */
    private String id(String ts) {
        return ts.replace('.', '-') + "-" + channelHash;
    }

    /** Cut to the millisecond, which is what every store keeps; the id keeps the rest. */
    private static OffsetDateTime time(String ts) {
        long millis = Long.parseLong(ts.substring(0, 10)) * 1000 + Long.parseLong(ts.substring(11, 14));
        return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC);
    }

    private static String hash(String channel) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(channel.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JVM has SHA-256", impossible);
        }
    }
}
