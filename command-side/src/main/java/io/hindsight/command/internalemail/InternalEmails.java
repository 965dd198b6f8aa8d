package io.hindsight.command.internalemail;

import io.hindsight.command.decision.Part;
import io.hindsight.events.InternalEmailEvent.InternalEmailSent;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.words.InternalEmailKind;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/** What was told within the organisation. */
public final class InternalEmails implements Part {
    private final Set<InternalEmailSent> sent = new LinkedHashSet<>();

    @Override
    public void evolve(PostmortemEvent event, long version, Instant at) {
        if (event instanceof InternalEmailSent e) {
            sent.add(e);
        }
    }

    boolean holds(InternalEmailSent email) {
        return sent.contains(email);
    }

    boolean wasSent(InternalEmailKind kind) {
        return wasSentFrom(kind, Instant.MIN);
    }

    /** Whether such an e-mail was sent then or later. */
    boolean wasSentFrom(InternalEmailKind kind, Instant time) {
        return sent.stream()
                .anyMatch(email ->
                        email.kind() == kind && !email.sentAt().toInstant().isBefore(time));
    }
}
