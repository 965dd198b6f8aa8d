package io.hindsight.query.board;

import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.fold.PostmortemDocument.Incident;
import io.hindsight.query.fold.PostmortemDocument.Meeting;
import io.hindsight.query.fold.PostmortemDocument.Obligation;
import io.hindsight.words.ObligationKind;
import io.hindsight.words.Severity;
import io.hindsight.words.Status;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A postmortem in a list: the head of its document, and what is owed next.
 *
 * @param restrictedTo the people who alone may know of it; null where everybody may
 * @param next the open obligation that is due first; null where nothing is owed
 */
record BoardRow(
        String id,
        long version,
        String title,
        Status status,
        Severity severity,
        boolean required,
        String owner,
        Instant openedAt,
        String openedBy,
        Instant updatedAt,
        Incident incident,
        List<String> tags,
        Meeting meeting,
        List<String> restrictedTo,
        NextObligation next) {

    /** What is owed next; {@code overdue} is null until somebody asks at a time. */
    record NextObligation(ObligationKind kind, String subject, Instant dueAt, String assignee, Boolean overdue) {}

    static BoardRow of(PostmortemDocument document) {
        NextObligation next = document.obligations().stream()
                .filter(obligation -> obligation.doneAt() == null)
                .min(Comparator.comparing(Obligation::dueAt))
                .map(owed -> new NextObligation(owed.kind(), owed.subject(), owed.dueAt(), owed.assignee(), null))
                .orElse(null);
        return new BoardRow(
                document.id(),
                document.version(),
                document.title(),
                document.status(),
                document.severity(),
                document.required(),
                document.owner(),
                document.openedAt(),
                document.openedBy(),
                document.updatedAt(),
                document.incident(),
                document.tags(),
                document.meeting(),
                document.restrictedTo(),
                next);
    }

    BoardRow asOf(Instant now) {
        NextObligation judged = next == null
                ? null
                : new NextObligation(next.kind, next.subject, next.dueAt, next.assignee, !now.isBefore(next.dueAt));
        return new BoardRow(
                id,
                version,
                title,
                status,
                severity,
                required,
                owner,
                openedAt,
                openedBy,
                updatedAt,
                incident,
                tags,
                meeting,
                restrictedTo,
                judged);
    }
}
