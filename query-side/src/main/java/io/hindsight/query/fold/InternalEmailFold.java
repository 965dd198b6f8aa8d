package io.hindsight.query.fold;

import io.hindsight.events.InternalEmailEvent;
import io.hindsight.events.InternalEmailEvent.InternalEmailSent;
import io.hindsight.query.fold.PostmortemDocument.InternalEmail;

final class InternalEmailFold {
    private InternalEmailFold() {}

    static void fold(DocumentEdit edit, InternalEmailEvent event, RecordedEvent recorded) {
        InternalEmailSent sent = (InternalEmailSent) event;
        edit.internalEmails = Parts.with(
                edit.internalEmails,
                new InternalEmail(sent.kind(), Utc.of(sent.sentAt()), sent.to(), recorded.person()));
    }
}
