package io.hindsight.command.actionitem;

import io.hindsight.command.deadline.Deadlines;
import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.Part;
import io.hindsight.command.decision.Policy;
import io.hindsight.command.decision.Rule;
import io.hindsight.command.timeline.Timeline;
import io.hindsight.events.ActionItemEvent.ActionItemAdded;
import io.hindsight.events.ActionItemEvent.ActionItemChanged;
import io.hindsight.events.ActionItemEvent.ActionItemCompleted;
import io.hindsight.events.ActionItemEvent.ActionItemDeclined;
import io.hindsight.events.ActionItemEvent.ActionItemReopened;
import io.hindsight.events.ActionItemEvent.ActionItemRetagged;
import io.hindsight.events.ActionItemEvent.ActionItemTicketLinked;
import io.hindsight.events.DeadlineEvent.DeadlinesSet;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.words.Deadline;
import io.hindsight.words.ObligationKind;
import io.hindsight.words.Severity;
import io.hindsight.words.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The action items as they stand, by their ids. */
public final class ActionItems implements Part {
    private final Map<String, Item> items = new LinkedHashMap<>();

    /** Whether an item is still to be done. */
    enum State {
        OPEN,
        DONE,
        DECLINED
    }

    record Item(ActionItemAdded said, State state) {}

    @Override
    public void evolve(PostmortemEvent event, long version, Instant at) {
        if (event instanceof ActionItemAdded e) {
            items.put(e.itemId(), new Item(e, State.OPEN));
        } else if (event instanceof ActionItemChanged e) {
            items.computeIfPresent(e.itemId(), (id, item) -> new Item(changed(item.said, e), item.state));
        } else if (event instanceof ActionItemTicketLinked e) {
            items.computeIfPresent(
                    e.itemId(), (id, item) -> new Item(with(item.said, e.ticket(), item.said.tags()), item.state));
        } else if (event instanceof ActionItemRetagged e) {
            items.computeIfPresent(
                    e.itemId(), (id, item) -> new Item(with(item.said, item.said.ticket(), e.tags()), item.state));
        } else if (event instanceof ActionItemCompleted e) {
            items.computeIfPresent(e.itemId(), (id, item) -> new Item(item.said, State.DONE));
        } else if (event instanceof ActionItemDeclined e) {
            items.computeIfPresent(e.itemId(), (id, item) -> new Item(item.said, State.DECLINED));
        } else if (event instanceof ActionItemReopened e) {
            items.computeIfPresent(e.itemId(), (id, item) -> new Item(item.said, State.OPEN));
        }
    }

    private static ActionItemAdded changed(ActionItemAdded item, ActionItemChanged e) {
        return new ActionItemAdded(
                item.itemId(),
                e.title(),
                e.kind(),
                e.priority(),
                e.owner(),
                e.dueOn(),
                item.ticket(),
                item.tags(),
                e.answers());
    }

    private static ActionItemAdded with(ActionItemAdded item, String ticket, List<String> tags) {
        return new ActionItemAdded(
                item.itemId(),
                item.title(),
                item.kind(),
                item.priority(),
                item.owner(),
                item.dueOn(),
                ticket,
                tags,
                item.answers());
    }

    public boolean has(String itemId) {
        return items.containsKey(itemId);
    }

    /** The item, or null. */
    Item item(String itemId) {
        return items.get(itemId);
    }

    public int count() {
        return items.size();
    }

    /** The items that are neither ticketed nor done nor declined: topics still to be decided. */
    public List<String> topics() {
        return open().stream()
                .filter(item -> item.ticket() == null)
                .map(ActionItemAdded::title)
                .toList();
    }

    /** The items that are still to be done. */
    public List<ActionItemAdded> open() {
        return items.values().stream()
                .filter(item -> item.state == State.OPEN)
                .map(Item::said)
                .toList();
    }

    /** The ids of the points that some item answers. */
    public List<String> answered() {
        return items.values().stream()
                .flatMap(item -> item.said.answers().stream())
                .toList();
    }

    /** What a ticket of this postmortem is tagged with (rule {@code action-item.tags}): {@code sev1}, {@code sev1_20261122}. */
    public static List<String> tags(Severity severity, OffsetDateTime startedAt, Policy policy) {
        List<String> tags = new ArrayList<>();
        if (severity != null) {
            String tag = severity.toString().replace("-", "");
            tags.add(tag);
            if (startedAt != null) {
                LocalDate day = startedAt.atZoneSameInstant(policy.zone()).toLocalDate();
                tags.add(tag + "_" + DateTimeFormatter.BASIC_ISO_DATE.format(day));
            }
        }
        return tags;
    }

    /** As the postmortem stands now; the timeline says when the incident started where nobody else does. */
    static List<String> tags(Decision decision) {
        OffsetDateTime startedAt = Optional.ofNullable(
                        decision.standing().incident().startedAt())
                .or(() -> decision.the(Timeline.class).start())
                .orElse(null);
        return tags(decision.standing().severity(), startedAt, decision.policy());
    }

    /** Tags the open items anew where the severity or the start of the incident is another now. */
    public static void retag(Decision decision) {
        decision.the(ActionItems.class).open().forEach(item -> retag(decision, item));
    }

    private static void retag(Decision decision, ActionItemAdded item) {
        List<String> tags = tags(decision);
        if (!item.tags().equals(tags)) {
            decision.emit(new ActionItemRetagged(item.itemId(), tags));
        }
    }

    /** An item of a closed postmortem is to be done again: it alone is tagged and owed as things are now. */
    static void reopenedAfterClose(Decision decision, ActionItemAdded item) {
        if (decision.standing().status() == Status.CLOSED) {
            retag(decision, item);
            if (item.dueOn() != null) {
                decision.emit(new DeadlinesSet(
                        List.of(Deadlines.actionItem(item.itemId(), item.dueOn(), decision.policy()))));
            }
        }
    }

    /** An open item of a closed postmortem got another day, or none: its deadline alone moves. */
    static void redatedAfterClose(Decision decision, Item item, LocalDate dueOn) {
        if (decision.standing().status() == Status.CLOSED
                && item.state == State.OPEN
                && !Objects.equals(dueOn, item.said.dueOn())) {
            String id = item.said.itemId();
            decision.emit(new DeadlinesSet(List.of(
                    dueOn == null
                            ? new Deadline(ObligationKind.ACTION_ITEM, id, null, null, Rule.ACTION_ITEM_TICKET.id())
                            : Deadlines.actionItem(id, dueOn, decision.policy()))));
        }
    }
}
