package io.hindsight.events;

import io.hindsight.words.ActionItemKind;
import io.hindsight.words.Priority;
import java.time.LocalDate;
import java.util.List;

/** What will be done so that it does not happen again (rules {@code action-item.*}). */
public sealed interface ActionItemEvent extends PostmortemEvent {

    /** Something is to be done.
     *
     * @param kind null where an imported record names none, like the priority
     * @param dueOn the last day, in the policy's zone; null where none is set
     * @param ticket the link of its ticket elsewhere; null while it is a topic still to be decided
     * @param tags the tags its ticket should carry (rule {@code action-item.tags})
     * @param answers the ids of the points under "what did not go so well" that it answers
     */
    @StoredAs("action-item-added")
    record ActionItemAdded(
            String itemId,
            String title,
            ActionItemKind kind,
            Priority priority,
            String owner,
            LocalDate dueOn,
            String ticket,
            List<String> tags,
            List<String> answers)
            implements ActionItemEvent {
        public ActionItemAdded {
            tags = tags == null ? List.of() : List.copyOf(tags);
            answers = answers == null ? List.of() : List.copyOf(answers);
        }
    }

    /** An action item as it is now, all of it but its ticket and tags.
     *
     * @param minor an edit that leaves earlier reviews standing (rule {@code review.stale})
     */
    @StoredAs(value = "action-item-changed", revision = 2)
    record ActionItemChanged(
            String itemId,
            String title,
            ActionItemKind kind,
            Priority priority,
            String owner,
            LocalDate dueOn,
            List<String> answers,
            boolean minor)
            implements ActionItemEvent {
        public ActionItemChanged {
            answers = answers == null ? List.of() : List.copyOf(answers);
        }
    }

    /** An action item is this ticket elsewhere. */
    @StoredAs("action-item-ticket-linked")
    record ActionItemTicketLinked(String itemId, String ticket) implements ActionItemEvent {}

    /** The tags that the item's ticket should carry are others now: the severity or the start of the incident changed. */
    @StoredAs("action-item-retagged")
    record ActionItemRetagged(String itemId, List<String> tags) implements ActionItemEvent {
        public ActionItemRetagged {
            tags = tags == null ? List.of() : List.copyOf(tags);
        }
    }

    /** It is done. */
    @StoredAs("action-item-completed")
    record ActionItemCompleted(String itemId) implements ActionItemEvent {}

    /** It will not be done; the reason says why. */
    @StoredAs("action-item-declined")
    record ActionItemDeclined(String itemId) implements ActionItemEvent {}

    /** It is to be done after all; the reason says why. */
    @StoredAs("action-item-reopened")
    record ActionItemReopened(String itemId) implements ActionItemEvent {}
}
