package io.hindsight.events;

import io.hindsight.words.Suggestion;
import java.util.List;

/** What imports suggest for the document. A suggestion is no content: it becomes some when somebody takes it. */
public sealed interface SuggestionEvent extends PostmortemEvent {

    /** Somebody imported what was said elsewhere.
     *
     * @param source where it was said: {@code slack}
     * @param channel the channel it was said in, by its name
     * @param suggestions what had not been suggested before
     */
    @StoredAs("suggestions-made")
    record SuggestionsMade(String source, String channel, List<Suggestion> suggestions) implements SuggestionEvent {
        public SuggestionsMade {
            suggestions = suggestions == null ? List.of() : List.copyOf(suggestions);
        }
    }

    /** A suggestion became the part that the same request added.
     *
     * @param entryId the timeline entry; null where it became an action item
     * @param itemId the action item; null where it became a timeline entry
     */
    @StoredAs("suggestion-taken")
    record SuggestionTaken(String suggestionId, String entryId, String itemId) implements SuggestionEvent {}

    /** A suggestion does not belong into the document. */
    @StoredAs("suggestion-dismissed")
    record SuggestionDismissed(String suggestionId) implements SuggestionEvent {}
}
