package io.hindsight.command.suggestion;

import io.hindsight.command.decision.Part;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.events.SuggestionEvent.SuggestionDismissed;
import io.hindsight.events.SuggestionEvent.SuggestionTaken;
import io.hindsight.events.SuggestionEvent.SuggestionsMade;
import io.hindsight.words.Suggestion;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was suggested. One that was dismissed can still be taken; of one that was taken only what it became is of interest. */
public final class Suggestions implements Part {
    private final Map<String, Suggestion> open = new LinkedHashMap<>();
    private final Map<String, Suggestion> dismissed = new LinkedHashMap<>();
    private final Map<String, Dismissal> dismissals = new HashMap<>();
    private final Map<String, SuggestionTaken> taken = new HashMap<>();

    /** Who dismissed a suggestion, and when. */
    record Dismissal(String person, Instant at) {}

    @Override
    public void evolve(PostmortemEvent event, long version, Instant at) {
        if (event instanceof SuggestionsMade e) {
            e.suggestions().forEach(suggestion -> open.put(suggestion.suggestionId(), suggestion));
        } else if (event instanceof SuggestionTaken e) {
            open.remove(e.suggestionId());
            dismissed.remove(e.suggestionId());
            dismissals.remove(e.suggestionId());
            taken.put(e.suggestionId(), e);
        } else if (event instanceof SuggestionDismissed e && open.containsKey(e.suggestionId())) {
            dismissed.put(e.suggestionId(), open.remove(e.suggestionId()));
            dismissals.put(e.suggestionId(), new Dismissal(null, at));
        }
    }

    @Override
    public void account(PostmortemEvent event, String person) {
        if (event instanceof SuggestionDismissed e) {
            dismissals.computeIfPresent(e.suggestionId(), (id, dismissal) -> new Dismissal(person, dismissal.at()));
        }
    }

    /** Whether it was suggested before, whatever became of it. */
    boolean isKnown(String suggestionId) {
        return open.containsKey(suggestionId) || dismissed.containsKey(suggestionId) || taken.containsKey(suggestionId);
    }

    boolean isOpen(String suggestionId) {
        return open.containsKey(suggestionId);
    }

    /** What it became; null where it was not taken. */
    SuggestionTaken taken(String suggestionId) {
        return taken.get(suggestionId);
    }

    /** Null where it was not dismissed, or was taken after all. */
    Dismissal dismissal(String suggestionId) {
        return dismissals.get(suggestionId);
    }

    /** One that can be taken; null for any other. */
    Suggestion suggestion(String suggestionId) {
        return open.getOrDefault(suggestionId, dismissed.get(suggestionId));
    }
}
