package io.hindsight.words;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Something said elsewhere that may belong into the document.
 *
 * @param suggestionId always the same for what is said there, and in the order of time
 * @param at when it was said, in UTC
 * @param author who said it, as the source calls them
 * @param byBot a program said it
 * @param inReplyTo the id of the suggestion for what it answers; null where it begins a thread
 */
public record Suggestion(
        String suggestionId,
        SuggestionKind kind,
        OffsetDateTime at,
        String text,
        String author,
        boolean byBot,
        String inReplyTo,
        List<Evidence> evidence) {
    public Suggestion {
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }
}
