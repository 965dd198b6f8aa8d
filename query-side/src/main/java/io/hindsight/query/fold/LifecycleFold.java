package io.hindsight.query.fold;

import io.hindsight.events.LifecycleEvent;
import io.hindsight.events.LifecycleEvent.PostmortemClosed;
import io.hindsight.events.LifecycleEvent.PostmortemImported;
import io.hindsight.events.LifecycleEvent.PostmortemOpened;
import io.hindsight.events.LifecycleEvent.PostmortemReopened;
import io.hindsight.events.LifecycleEvent.PostmortemRestored;
import io.hindsight.events.LifecycleEvent.PostmortemReturnedToDraft;
import io.hindsight.events.LifecycleEvent.PostmortemSubmittedForReview;
import io.hindsight.events.LifecycleEvent.PostmortemWaived;
import io.hindsight.events.LifecycleEvent.ReviewFinished;
import io.hindsight.query.fold.PostmortemDocument.ImportSource;
import io.hindsight.words.Incident;
import io.hindsight.words.Status;

final class LifecycleFold {
    private LifecycleFold() {}

    static void fold(DocumentEdit edit, LifecycleEvent event, RecordedEvent recorded) {
        if (event instanceof PostmortemOpened opened) {
            edit.title = opened.title();
            edit.status = Status.DRAFT;
            edit.severity = opened.severity();
            edit.required = opened.required();
            edit.openedAt = recorded.happenedAt();
            edit.openedBy = recorded.person();
            edit.incident = IncidentFold.inUtc(opened.incident() == null ? Incident.UNKNOWN : opened.incident());
            edit.tags = opened.tags();
            edit.restrictedTo = opened.restrictedTo();
        } else if (event instanceof PostmortemImported imported) {
            edit.source = new ImportSource(
                    imported.sourceId(),
                    imported.source(),
                    imported.sourceUrl(),
                    imported.license(),
                    imported.otherFields(),
                    imported.notUnderstood());
        } else if (event instanceof PostmortemRestored restored) {
            edit.status = restored.status();
            edit.closedAt = restored.closedAt();
        } else if (event instanceof PostmortemWaived) {
            edit.status = Status.WAIVED;
        } else if (event instanceof PostmortemSubmittedForReview) {
            edit.status = Status.IN_REVIEW;
        } else if (event instanceof PostmortemReturnedToDraft) {
            edit.status = Status.DRAFT;
        } else if (event instanceof ReviewFinished) {
            edit.status = Status.REVIEWED;
        } else if (event instanceof PostmortemClosed) {
            // Out of a draft nobody closes one here: it came in closed, and its record does not say since when.
            boolean cameClosed = edit.source != null && edit.status == Status.DRAFT;
            edit.status = Status.CLOSED;
            edit.closedAt = cameClosed ? null : recorded.happenedAt();
        } else if (event instanceof PostmortemReopened) {
            edit.status = Status.DRAFT;
            edit.closedAt = null;
        } else {
            throw new IllegalStateException("No fold for " + event.getClass());
        }
    }
}
