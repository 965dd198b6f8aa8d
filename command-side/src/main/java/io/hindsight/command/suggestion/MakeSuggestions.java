package io.hindsight.command.suggestion;

import io.hindsight.command.decision.Command;
import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.Permission;
import io.hindsight.events.SuggestionEvent.SuggestionsMade;
import io.hindsight.words.Suggestion;
import java.util.ArrayList;
import java.util.List;

/**
 * Suggests what was said elsewhere; what was suggested before, whatever became of it, is not suggested again. An import gives
 * it; it is no command of the API.
 *
 * @param suggestions in the order of time
 */
public record MakeSuggestions(String source, String channel, List<Suggestion> suggestions) implements Command {

    /** Under which name the answer counts what each event suggests. */
    public static final String MADE = "suggestions";

    /** Characters of one event: one that says too much could not be stored. JSON may take six for one of them. */
    private static final int LONGEST_EVENT = 150_000;

    @Override
    public Permission permission() {
        return Permission.EDIT;
    }

    /** Nothing follows from nothing: without suggestions it only asks whether somebody may. */
    @Override
    public boolean tellsAll() {
        return suggestions.isEmpty();
    }

    @Override
    public void decide(Decision decision) {
        Suggestions known = decision.the(Suggestions.class);
        List<Suggestion> more = suggestions.stream()
                .filter(suggestion -> !known.isKnown(suggestion.suggestionId()))
                .toList();
        if (more.isEmpty()) {
            return;
        }
        decision.requireEditable();
        List<Suggestion> together = new ArrayList<>();
        int length = 0;
        for (Suggestion suggestion : more) {
            if (length > 0 && length + length(suggestion) > LONGEST_EVENT) {
                emit(decision, together);
                together.clear();
                length = 0;
            }
            together.add(suggestion);
            length += length(suggestion);
        }
        emit(decision, together);
    }

    private void emit(Decision decision, List<Suggestion> together) {
        decision.idOf(MADE, String.valueOf(together.size()));
        decision.emit(new SuggestionsMade(source, channel, together));
    }

    /** About how many characters of an event it is. */
    public static int length(Suggestion suggestion) {
        return 400
                + length(suggestion.text())
                + length(suggestion.author())
                + suggestion.evidence().stream()
                        .mapToInt(one -> 50 + length(one.url()) + length(one.label()) + length(one.query()))
                        .sum();
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }
}
