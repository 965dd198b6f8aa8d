package io.hindsight.command.importing.slack;

import java.util.Locale;
import java.util.Set;

/** Why a message suggests nothing. Written in lower case, as {@link #toString()} says it. */
enum Skipped {
    /** Somebody joined the channel or left it. */
    JOINS,
    /** The channel was given a topic, a purpose or a name. */
    TOPICS,
    /** A message of another kind in which nobody says something: what was pinned, a channel that was archived. */
    NOTICES,
    /** No message of its own: that another one was edited or deleted, which was taken account of where that one is there. */
    HIDDEN,
    /** It was deleted later. */
    DELETED,
    /** Nothing in it can be read: no text, blocks, attachments or files. */
    EMPTY,
    /** It was said before {@code from}, or not before {@code to}. */
    OUTSIDE,
    /** It is in the export more than once. */
    REPEATED,
    /** When it was said is not told, so that it is none of Slack's messages. */
    UNTIMED;

    private static final Set<String> OF_JOINS = Set.of("channel_join", "channel_leave", "group_join", "group_leave");
    private static final Set<String> OF_TOPICS =
            Set.of("channel_topic", "channel_purpose", "channel_name", "group_topic", "group_purpose", "group_name");

    /** Of a message that says nothing, whatever the others say. */
    static Skipped of(SlackMessage message) {
        if (message.subtype() != null && OF_JOINS.contains(message.subtype())) {
            return JOINS;
        }
        if (message.subtype() != null && OF_TOPICS.contains(message.subtype())) {
            return TOPICS;
        }
        if (Boolean.TRUE.equals(message.hidden())) {
            return HIDDEN;
        }
        return ChannelMapping.isOfAKindThatSaysSomething(message) ? UNTIMED : NOTICES;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
