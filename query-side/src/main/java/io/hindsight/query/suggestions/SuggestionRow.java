package io.hindsight.query.suggestions;

import io.hindsight.words.Evidence;
import io.hindsight.words.SuggestionKind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Something that an import suggests for a postmortem, and what became of it.
 *
 * @param at when it was said
 * @param inReplyTo the suggestion that begins its thread; null where it does
 * @param source where it was said: {@code slack}, and the channel there
 * @param entryId the timeline entry that it became; null where it became none
 * @param itemId the action item that it became; null where it became none
 * @param decidedBy who took or dismissed it; null while it is open
 */
record SuggestionRow(
        String postmortemId,
        String suggestionId,
        SuggestionKind kind,
        State state,
        Instant at,
        String text,
        String author,
        boolean byBot,
        String inReplyTo,
        List<Evidence> evidence,
        String source,
        String channel,
        String entryId,
        String itemId,
        String decidedBy) {

    /** What became of it. Written in kebab-case, as {@link #toString()} says it. */
    enum State {
        OPEN,
        TAKEN,
        DISMISSED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
