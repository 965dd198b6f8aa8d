package io.hindsight.command.actionitem;

import io.hindsight.command.actionitem.ActionItems.Item;
import io.hindsight.command.actionitem.ActionItems.State;
import io.hindsight.command.decision.Command;
import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.Limits;
import io.hindsight.command.decision.Permission;
import io.hindsight.command.decision.Rule;
import io.hindsight.command.decision.Wording.Text;
import io.hindsight.command.point.Points;
import io.hindsight.events.ActionItemEvent.ActionItemAdded;
import io.hindsight.events.ActionItemEvent.ActionItemChanged;
import io.hindsight.events.ActionItemEvent.ActionItemCompleted;
import io.hindsight.events.ActionItemEvent.ActionItemDeclined;
import io.hindsight.events.ActionItemEvent.ActionItemReopened;
import io.hindsight.events.ActionItemEvent.ActionItemTicketLinked;
import io.hindsight.words.ActionItemKind;
import io.hindsight.words.Priority;
import io.hindsight.words.Status;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What can be done to action items (rules {@code action-item.*}); they live on after the postmortem is closed. */
public sealed interface ActionItemCommand extends Command {

    @Override
    default Permission permission() {
        return Permission.EDIT;
    }

    /**
     * Something is to be done.
     *
     * @param dueOn the last day, in the policy's zone; by the priority where none is given (rule {@code action-item.ticket})
     * @param ticket the link of its ticket elsewhere; without one it is a topic still to be decided
     * @param answers the points under "what did not go so well" that it answers
     */
    record AddActionItem(
            @Pattern(regexp = Limits.ID, message = Limits.ID_MESSAGE) String itemId,
            @NotBlank @Pattern(regexp = Limits.ONE_LINE, message = Limits.ONE_LINE_MESSAGE) @Size(max = Limits.LINE)
                    String title,
            @NotNull ActionItemKind kind,
            @NotNull Priority priority,
            @Pattern(regexp = Limits.NOT_BLANK, message = Limits.NOT_BLANK_MESSAGE) @Size(max = Limits.NAME)
                    String owner,
            LocalDate dueOn,
            @Pattern(regexp = Limits.WEB_URL, message = Limits.WEB_URL_MESSAGE) @Size(max = Limits.URL) String ticket,
            @Size(max = Limits.LIST) List<@NotBlank String> answers)
            implements ActionItemCommand {

        @Override
        public void decide(Decision decision) {
            ActionItems items = decision.the(ActionItems.class);
            String id = decision.idOf("itemId", itemId);
            decision.requireNewPart(items.item(id) == null, "itemId", id);
            decision.requireStatus("add an action item", Status.DRAFT, Status.IN_REVIEW, Status.REVIEWED);
            requirePoints(decision, answers);
            decision.requireBlameless(new Text("title", title));
            requireWorthDoing(decision, priority);
            decision.requireNamed(owner);
            decision.require(
                    items.count() < decision.policy().manyActionItems(),
                    Rule.ACTION_ITEM_PRIORITY,
                    "There are " + items.count() + " action items already: keep to what absolutely should be done");
            decision.emit(new ActionItemAdded(
                    id,
                    title,
                    kind,
                    priority,
                    owner,
                    dueOn == null ? dayFor(decision, priority) : dueOn,
                    ticket,
                    ActionItems.tags(decision),
                    answers));
        }
    }

    /**
     * An action item is something else than was said: what is given replaces it. An item without a day gets that of its new
     * priority; a day that was set stays.
     *
     * @param owner null takes the owner away
     * @param dueOn null takes the day away
     * @param minor leaves earlier reviews standing (rule {@code review.stale}): only the title is put better; a reason has to go
     *     with it
     */
    record ChangeActionItem(
            @NotBlank String itemId,
            @Pattern(regexp = Limits.NOT_BLANK_LINE, message = Limits.NOT_BLANK_LINE_MESSAGE) @Size(max = Limits.LINE)
                    String title,
            ActionItemKind kind,
            Priority priority,
            Optional<
                            @Pattern(regexp = Limits.NOT_BLANK, message = Limits.NOT_BLANK_MESSAGE)
                            @Size(max = Limits.NAME) String>
                    owner,
            Optional<LocalDate> dueOn,
            @Size(max = Limits.LIST) List<@NotBlank String> answers,
            Boolean minor)
            implements ActionItemCommand {

        @Override
        public boolean needsReason() {
            return Boolean.TRUE.equals(minor);
        }

        @Override
        @SuppressWarnings("NullableOptional") // null is "left out", empty is "none": what JSON tells apart
        public void decide(Decision decision) {
            Item before = itemOf(decision, itemId);
            ActionItemAdded item = before.said();
            ActionItemChanged changed = new ActionItemChanged(
                    itemId,
                    title == null ? item.title() : title,
                    kind == null ? item.kind() : kind,
                    priority == null ? item.priority() : priority,
                    owner == null ? item.owner() : owner.orElse(null),
                    dueOn == null ? dayAfterChange(decision, item) : dueOn.orElse(null),
                    answers == null ? item.answers() : answers,
                    Boolean.TRUE.equals(minor));
            if (changed.equals(titled(item, item.title(), changed.minor()))) {
                return;
            }
            requireNotWaived(decision);
            decision.requireTypoSize(
                    changed.minor(),
                    changed.equals(titled(item, changed.title(), true)),
                    "Anything but putting the title better");
            requirePoints(decision, answers);
            decision.requireBlameless(new Text("title", title));
            if (priority != null) {
                requireWorthDoing(decision, priority);
            }
            if (owner != null) {
                decision.requireNamed(changed.owner());
            }
            decision.emit(changed);
            ActionItems.redatedAfterClose(decision, before, changed.dueOn());
        }

        private ActionItemChanged titled(ActionItemAdded item, String newTitle, boolean isMinor) {
            return new ActionItemChanged(
                    itemId,
                    newTitle,
                    item.kind(),
                    item.priority(),
                    item.owner(),
                    item.dueOn(),
                    item.answers(),
                    isMinor);
        }

        private LocalDate dayAfterChange(Decision decision, ActionItemAdded item) {
            boolean reprioritised = priority != null && priority != item.priority();
            return reprioritised && item.dueOn() == null ? dayFor(decision, priority) : item.dueOn();
        }
    }

    /** The item is this ticket elsewhere. */
    record LinkTicket(
            @NotBlank String itemId,
            @NotBlank @Pattern(regexp = Limits.WEB_URL, message = Limits.WEB_URL_MESSAGE) @Size(max = Limits.URL)
                    String url)
            implements ActionItemCommand {

        @Override
        public void decide(Decision decision) {
            if (url.equals(itemOf(decision, itemId).said().ticket())) {
                return;
            }
            requireNotWaived(decision);
            decision.emit(new ActionItemTicketLinked(itemId, url));
        }
    }

    /** It is done. */
    record CompleteActionItem(@NotBlank String itemId) implements ActionItemCommand {

        @Override
        public void decide(Decision decision) {
            State state = itemOf(decision, itemId).state();
            if (state == State.DONE) {
                return;
            }
            requireNotWaived(decision);
            decision.require(
                    state == State.OPEN,
                    Rule.ACTION_ITEM_TICKET,
                    "The item was declined: reopen it first (reopen-action-item, with a reason)");
            decision.emit(new ActionItemCompleted(itemId));
        }
    }

    /** It will not be done; the reason says why. */
    record DeclineActionItem(@NotBlank String itemId) implements ActionItemCommand {

        @Override
        public boolean needsReason() {
            return true;
        }

        @Override
        public void decide(Decision decision) {
            State state = itemOf(decision, itemId).state();
            if (state == State.DECLINED) {
                return;
            }
            requireNotWaived(decision);
            decision.require(
                    state == State.OPEN,
                    Rule.ACTION_ITEM_TICKET,
                    "The item is done: reopen it first (reopen-action-item, with a reason)");
            decision.emit(new ActionItemDeclined(itemId));
        }
    }

    /** It is to be done after all; the reason says why. */
    record ReopenActionItem(@NotBlank String itemId) implements ActionItemCommand {

        @Override
        public boolean needsReason() {
            return true;
        }

        @Override
        public void decide(Decision decision) {
            Item item = itemOf(decision, itemId);
            if (item.state() == State.OPEN) {
                return;
            }
            requireNotWaived(decision);
            decision.emit(new ActionItemReopened(itemId));
            ActionItems.reopenedAfterClose(decision, item.said());
        }
    }

    private static Item itemOf(Decision decision, String itemId) {
        Item item = decision.the(ActionItems.class).item(itemId);
        decision.requirePart(item != null, "itemId", itemId);
        return item;
    }

    private static void requireNotWaived(Decision decision) {
        decision.requireStatus(
                "work on its action items", Status.DRAFT, Status.IN_REVIEW, Status.REVIEWED, Status.CLOSED);
    }

    private static void requirePoints(Decision decision, List<String> answers) {
        List<String> unknown =
                answers == null ? List.of() : decision.the(Points.class).notAmongBadly(answers);
        decision.require(
                unknown.isEmpty(),
                Rule.IMPROVEMENT_FOLLOWED_UP,
                "An action item answers points under \"what did not go so well\" of this postmortem, by their ids; there is no "
                        + String.join(", ", unknown));
    }

    private static void requireWorthDoing(Decision decision, Priority priority) {
        decision.require(
                isWorthDoing(priority),
                Rule.ACTION_ITEM_PRIORITY,
                "Only what absolutely should be done becomes an action item: p0 or p1");
    }

    private static LocalDate dayFor(Decision decision, Priority priority) {
        Integer days = decision.policy().dueDays().get(priority);
        return days == null
                ? null
                : decision.now().atZone(decision.policy().zone()).toLocalDate().plusDays(days);
    }

    /** What the rules find in the items as they stand. */
    static void assess(Decision decision) {
        ActionItems items = decision.the(ActionItems.class);
        List<String> lesser = items.open().stream()
                .filter(item -> item.priority() != null && !isWorthDoing(item.priority()))
                .map(ActionItemAdded::itemId)
                .toList();
        decision.require(
                lesser.isEmpty(),
                Rule.ACTION_ITEM_PRIORITY,
                "Only what absolutely should be done becomes an action item, p0 or p1; these are less: "
                        + String.join(", ", lesser));
        decision.require(
                items.count() <= decision.policy().manyActionItems(),
                Rule.ACTION_ITEM_PRIORITY,
                "There are " + items.count() + " action items: keep to what absolutely should be done");
        decision.requireBlameless(items.open().stream()
                .map(item -> new Text("actionItems[" + item.itemId() + "].title", item.title()))
                .toArray(Text[]::new));
    }

    private static boolean isWorthDoing(Priority priority) {
        return priority == Priority.P0 || priority == Priority.P1;
    }
}
