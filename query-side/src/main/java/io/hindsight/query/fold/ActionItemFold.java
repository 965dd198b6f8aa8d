package io.hindsight.query.fold;

import io.hindsight.events.ActionItemEvent;
import io.hindsight.events.ActionItemEvent.ActionItemAdded;
import io.hindsight.events.ActionItemEvent.ActionItemChanged;
import io.hindsight.events.ActionItemEvent.ActionItemCompleted;
import io.hindsight.events.ActionItemEvent.ActionItemDeclined;
import io.hindsight.events.ActionItemEvent.ActionItemReopened;
import io.hindsight.events.ActionItemEvent.ActionItemRetagged;
import io.hindsight.events.ActionItemEvent.ActionItemTicketLinked;
import io.hindsight.events.EventMetadata;
import io.hindsight.query.fold.PostmortemDocument.ActionItem;
import io.hindsight.query.fold.PostmortemDocument.Declining;
import java.util.List;
import java.util.function.UnaryOperator;

final class ActionItemFold {
    private ActionItemFold() {}

    static void fold(DocumentEdit edit, ActionItemEvent event, RecordedEvent recorded) {
        if (event instanceof ActionItemAdded added) {
            edit.actionItems = Parts.with(edit.actionItems, item(added));
        } else if (event instanceof ActionItemChanged changed) {
            change(edit, changed.itemId(), before -> changed(before, changed));
        } else if (event instanceof ActionItemTicketLinked linked) {
            change(edit, linked.itemId(), before -> {
                ActionItemStatus status =
                        before.status() == ActionItemStatus.TOPIC ? ActionItemStatus.TICKETED : before.status();
                return with(before, status, linked.ticket(), before.tags(), before.declined());
            });
        } else if (event instanceof ActionItemRetagged retagged) {
            change(
                    edit,
                    retagged.itemId(),
                    before -> with(before, before.status(), before.ticket(), retagged.tags(), before.declined()));
        } else if (event instanceof ActionItemCompleted completed) {
            change(
                    edit,
                    completed.itemId(),
                    before -> with(before, ActionItemStatus.DONE, before.ticket(), before.tags(), null));
        } else if (event instanceof ActionItemDeclined declined) {
            Declining why =
                    new Declining(recorded.happenedAt(), recorded.person(), recorded.text(EventMetadata.REASON));
            change(
                    edit,
                    declined.itemId(),
                    before -> with(before, ActionItemStatus.DECLINED, before.ticket(), before.tags(), why));
        } else if (event instanceof ActionItemReopened reopened) {
            change(
                    edit,
                    reopened.itemId(),
                    before -> with(before, openStatus(before.ticket()), before.ticket(), before.tags(), null));
        } else {
            throw new IllegalStateException("No fold for " + event.getClass());
        }
    }

    private static ActionItem item(ActionItemAdded added) {
        return new ActionItem(
                added.itemId(),
                added.title(),
                added.kind(),
                added.priority(),
                added.owner(),
                added.dueOn(),
                openStatus(added.ticket()),
                added.ticket(),
                added.tags(),
                added.answers(),
                null);
    }

    private static ActionItem changed(ActionItem before, ActionItemChanged event) {
        return new ActionItem(
                before.itemId(),
                event.title(),
                event.kind(),
                event.priority(),
                event.owner(),
                event.dueOn(),
                before.status(),
                before.ticket(),
                before.tags(),
                event.answers(),
                before.declined());
    }

    private static ActionItemStatus openStatus(String ticket) {
        return ticket == null ? ActionItemStatus.TOPIC : ActionItemStatus.TICKETED;
    }

    private static void change(DocumentEdit edit, String itemId, UnaryOperator<ActionItem> change) {
        edit.actionItems = Parts.changed(edit.actionItems, item -> item.itemId().equals(itemId), change);
    }

    private static ActionItem with(
            ActionItem item, ActionItemStatus status, String ticket, List<String> tags, Declining declined) {
        return new ActionItem(
                item.itemId(),
                item.title(),
                item.kind(),
                item.priority(),
                item.owner(),
                item.dueOn(),
                status,
                ticket,
                tags,
                item.answers(),
                declined);
    }
}
