package io.hindsight.query.obligations;

import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.fold.PostmortemDocument.Obligation;
import io.hindsight.words.ObligationKind;
import io.hindsight.words.Severity;
import io.hindsight.words.Status;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Something that somebody owes, and what it is about.
 *
 * @param owner the postmortem's; {@code assignee} is who owes this
 * @param services those that the incident affected
 * @param tags the postmortem's, and those of the action item that it is about
 * @param subject the id of the action item; null for what a postmortem owes once
 * @param dueAt the first instant that is too late
 * @param overdue null until somebody asks at a time
 * @param open whether it is still to be done
 */
public record ObligationRow(
        String postmortemId,
        String title,
        Severity severity,
        Status status,
        String owner,
        List<String> services,
        List<String> tags,
        ObligationKind kind,
        String subject,
        Instant dueAt,
        String assignee,
        Boolean overdue,
        Instant doneAt,
        String rule,
        boolean open) {

    static Map<String, ObligationRow> of(PostmortemDocument document) {
        Map<String, ObligationRow> rows = new LinkedHashMap<>();
        for (Obligation owed : document.obligations()) {
            rows.put(
                    id(document.id(), owed.kind(), owed.subject()),
                    new ObligationRow(
                            document.id(),
                            document.title(),
                            document.severity(),
                            document.status(),
                            document.owner(),
                            document.incident().services(),
                            tags(document, owed.subject()),
                            owed.kind(),
                            owed.subject(),
                            owed.dueAt(),
                            owed.assignee(),
                            null,
                            owed.doneAt(),
                            owed.rule(),
                            owed.doneAt() == null));
        }
        return rows;
    }

    private static List<String> tags(PostmortemDocument document, String subject) {
        Stream<String> itsOwn = document.actionItems().stream()
                .filter(item -> item.itemId().equals(subject))
                .flatMap(item -> item.tags().stream());
        return Stream.concat(document.tags().stream(), itsOwn).distinct().toList();
    }

    static String id(String postmortemId, ObligationKind kind, String subject) {
        return postmortemId + "/" + kind + (subject == null ? "" : "/" + subject);
    }

    ObligationRow asOf(Instant now) {
        return new ObligationRow(
                postmortemId,
                title,
                severity,
                status,
                owner,
                services,
                tags,
                kind,
                subject,
                dueAt,
                assignee,
                open && !now.isBefore(dueAt),
                doneAt,
                rule,
                open);
    }
}
