package io.hindsight.query.actionitems;

import io.hindsight.query.fold.ActionItemStatus;
import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.fold.PostmortemDocument.ActionItem;
import io.hindsight.query.fold.PostmortemDocument.Obligation;
import io.hindsight.words.ActionItemKind;
import io.hindsight.words.ObligationKind;
import io.hindsight.words.Priority;
import io.hindsight.words.Severity;
import io.hindsight.words.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An action item, and the postmortem it comes from.
 *
 * @param postmortemTags the postmortem's; {@code tags} are those that the item's ticket should carry
 * @param owner its own; null where it has none
 * @param assignee whom it falls to: its owner, else the postmortem's; null where neither has one
 * @param dueAt the first instant that is too late; null where none is set
 * @param open whether there is still something to do; of a waived postmortem there is not
 * @param overdue null until somebody asks at a time
 */
public record ActionItemRow(
        String postmortemId,
        String postmortemTitle,
        List<String> postmortemTags,
        Severity severity,
        List<String> services,
        String itemId,
        String title,
        ActionItemKind kind,
        Priority priority,
        String owner,
        String assignee,
        LocalDate dueOn,
        Instant dueAt,
        ActionItemStatus status,
        boolean open,
        Boolean overdue,
        String ticket,
        List<String> tags,
        List<String> answers) {

    static Map<String, ActionItemRow> of(PostmortemDocument document) {
        Map<String, ActionItemRow> rows = new LinkedHashMap<>();
        for (ActionItem item : document.actionItems()) {
            rows.put(document.id() + "/" + item.itemId(), row(document, item));
        }
        return rows;
    }

    private static ActionItemRow row(PostmortemDocument document, ActionItem item) {
        Optional<Obligation> owed = document.obligations().stream()
                .filter(one -> one.kind() == ObligationKind.ACTION_ITEM
                        && item.itemId().equals(one.subject()))
                .findFirst();
        return new ActionItemRow(
                document.id(),
                document.title(),
                document.tags(),
                document.severity(),
                document.incident().services(),
                item.itemId(),
                item.title(),
                item.kind(),
                item.priority(),
                item.owner(),
                owed.map(Obligation::assignee).orElse(item.owner() == null ? document.owner() : item.owner()),
                item.dueOn(),
                owed.map(Obligation::dueAt).orElse(null),
                item.status(),
                item.status().open() && document.status() != Status.WAIVED,
                null,
                item.ticket(),
                item.tags(),
                item.answers());
    }

    ActionItemRow asOf(Instant now) {
        return new ActionItemRow(
                postmortemId,
                postmortemTitle,
                postmortemTags,
                severity,
                services,
                itemId,
                title,
                kind,
                priority,
                owner,
                assignee,
                dueOn,
                dueAt,
                status,
                open,
                open && dueAt != null && !now.isBefore(dueAt),
                ticket,
                tags,
                answers);
    }
}
