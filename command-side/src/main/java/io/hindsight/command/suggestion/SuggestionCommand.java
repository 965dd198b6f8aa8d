package io.hindsight.command.suggestion;

import io.hindsight.command.actionitem.ActionItemCommand.AddActionItem;
import io.hindsight.command.decision.Command;
import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.Limits;
import io.hindsight.command.decision.Permission;
import io.hindsight.command.decision.Rule;
import io.hindsight.command.timeline.Timeline;
import io.hindsight.command.timeline.TimelineCommand.AddTimelineEntry;
import io.hindsight.command.timeline.TimelineCommand.EvidenceGiven;
import io.hindsight.events.SuggestionEvent.SuggestionDismissed;
import io.hindsight.events.SuggestionEvent.SuggestionTaken;
import io.hindsight.words.ActionItemKind;
import io.hindsight.words.EntryKind;
import io.hindsight.words.Priority;
import io.hindsight.words.Severity;
import io.hindsight.words.Suggestion;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What becomes of a suggestion. Whoever takes one says what it becomes, whatever it was suggested as, and the rules are those of
 * what it becomes. One that was taken is taken: to take or dismiss it again changes nothing, and says so where that is not what was
 * asked for (rule {@code suggestion.taken}).
 */
public sealed interface SuggestionCommand extends Command {

    @Override
    default Permission permission() {
        return Permission.EDIT;
    }

    /**
     * It becomes a timeline entry, with its evidence.
     *
     * @param at when it happened; when it was said where none is given
     * @param text what happened; what was said where none is given
     */
    record TakeAsTimelineEntry(
            @NotBlank String suggestionId,
            @Pattern(regexp = Limits.ENTRY_ID, message = Limits.ENTRY_ID_MESSAGE) String entryId,
            OffsetDateTime at,
            EntryKind kind,
            @Pattern(regexp = Limits.NOT_BLANK, message = Limits.NOT_BLANK_MESSAGE) @Size(max = Limits.TEXT)
                    String text,
            Severity severity)
            implements SuggestionCommand {

        @Override
        public void decide(Decision decision) {
            SuggestionTaken taken = decision.the(Suggestions.class).taken(suggestionId);
            if (taken != null) {
                boolean stands =
                        taken.entryId() != null && decision.the(Timeline.class).has(taken.entryId());
                requireStanding(decision, stands, taken, "add-timeline-entry");
                return;
            }
            Suggestion suggestion = suggestionOf(decision, suggestionId);
            String id = decision.idOf("entryId", entryId);
            new AddTimelineEntry(
                            id,
                            at == null ? suggestion.at() : at,
                            kind,
                            text == null ? suggestion.text() : text,
                            severity,
                            suggestion.evidence().stream()
                                    .map(one -> new EvidenceGiven(one.url(), one.label(), one.query()))
                                    .toList())
                    .decide(decision);
            decision.emit(new SuggestionTaken(suggestionId, id, null));
        }
    }

    /**
     * It becomes an action item.
     *
     * @param title what is to be done; what was said where none is given
     */
    record TakeAsActionItem(
            @NotBlank String suggestionId,
            @Pattern(regexp = Limits.ID, message = Limits.ID_MESSAGE) String itemId,
            @Pattern(regexp = Limits.NOT_BLANK_LINE, message = Limits.NOT_BLANK_LINE_MESSAGE) @Size(max = Limits.LINE)
                    String title,
            @NotNull ActionItemKind kind,
            @NotNull Priority priority,
            @Pattern(regexp = Limits.NOT_BLANK, message = Limits.NOT_BLANK_MESSAGE) @Size(max = Limits.NAME)
                    String owner,
            LocalDate dueOn,
            @Pattern(regexp = Limits.WEB_URL, message = Limits.WEB_URL_MESSAGE) @Size(max = Limits.URL) String ticket,
            @Size(max = Limits.LIST) List<@NotBlank String> answers)
            implements SuggestionCommand {

        @Override
        public void decide(Decision decision) {
            SuggestionTaken taken = decision.the(Suggestions.class).taken(suggestionId);
            if (taken != null) {
                requireStanding(decision, taken.itemId() != null, taken, "add-action-item");
                return;
            }
            Suggestion suggestion = suggestionOf(decision, suggestionId);
            String id = decision.idOf("itemId", itemId);
            new AddActionItem(
                            id,
                            title == null ? Limits.line(suggestion.text()) : title,
                            kind,
                            priority,
                            owner,
                            dueOn,
                            ticket,
                            answers)
                    .decide(decision);
            decision.emit(new SuggestionTaken(suggestionId, null, id));
        }
    }

    /** It does not belong into the document. */
    record DismissSuggestion(@NotBlank String suggestionId) implements SuggestionCommand {

        @Override
        public void decide(Decision decision) {
            Suggestions suggestions = decision.the(Suggestions.class);
            decision.requirePart(suggestions.isKnown(suggestionId), "suggestionId", suggestionId);
            if (suggestions.isOpen(suggestionId)) {
                decision.emit(new SuggestionDismissed(suggestionId));
            }
        }
    }

    /** Nothing happens, and whoever asked for something else than there is must not take that for success. */
    private static void requireStanding(Decision decision, boolean stands, SuggestionTaken taken, String instead) {
        decision.require(
                stands,
                Rule.SUGGESTION_TAKEN,
                "This suggestion was taken before, as "
                        + (taken.entryId() == null
                                ? "the action item " + taken.itemId()
                                : "the timeline entry " + taken.entryId())
                        + ", and does not become something else or come back where that was retracted: add it by itself ("
                        + instead + ")");
    }

    private static Suggestion suggestionOf(Decision decision, String suggestionId) {
        Suggestion suggestion = decision.the(Suggestions.class).suggestion(suggestionId);
        decision.requirePart(suggestion != null, "suggestionId", suggestionId);
        requireNotDismissed(decision, decision.the(Suggestions.class).dismissal(suggestionId));
        return suggestion;
    }

    /** Taking one is the way back from dismissing it; whoever does so knows that somebody saw it otherwise. */
    private static void requireNotDismissed(Decision decision, Suggestions.Dismissal dismissal) {
        if (dismissal != null) {
            decision.require(
                    false,
                    Rule.SUGGESTION_DISMISSED,
                    dismissal.person() + " dismissed this suggestion at " + dismissal.at()
                            + ": see who is right; what does belong into the document can be added by itself as well"
                            + " (add-timeline-entry, add-action-item)");
        }
    }
}
