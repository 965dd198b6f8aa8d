package io.hindsight.query.fold;

import io.hindsight.events.AlertEvent;
import io.hindsight.events.AlertEvent.AlertFollowed;
import io.hindsight.query.fold.PostmortemDocument.Alert;

/** What the alerting says is kept as it said it: what the postmortem took over of that are events of their own. */
final class AlertFold {
    private AlertFold() {}

    static void fold(DocumentEdit edit, AlertEvent event) {
        if (event instanceof AlertFollowed followed) {
            edit.alert = new Alert(
                    followed.source(),
                    followed.alertId(),
                    followed.title(),
                    followed.severity(),
                    Utc.of(followed.startedAt()),
                    Utc.of(followed.resolvedAt()),
                    followed.services(),
                    followed.people());
        } else {
            throw new IllegalStateException("No fold for " + event.getClass());
        }
    }
}
