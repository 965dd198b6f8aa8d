package io.hindsight.events;

import io.hindsight.words.InternalEmailKind;
import java.time.OffsetDateTime;
import java.util.List;

/** What was told within the organisation (rule {@code comms.internal}). */
public sealed interface InternalEmailEvent extends PostmortemEvent {

    /** Somebody sent an e-mail, from their own mailbox, to these people or lists. */
    @StoredAs("internal-email-sent")
    record InternalEmailSent(InternalEmailKind kind, OffsetDateTime sentAt, List<String> to)
            implements InternalEmailEvent {
        public InternalEmailSent {
            to = to == null ? List.of() : List.copyOf(to);
        }
    }
}
