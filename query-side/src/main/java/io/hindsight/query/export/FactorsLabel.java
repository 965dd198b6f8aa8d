package io.hindsight.query.export;

import io.hindsight.events.PolicyEvent;
import io.hindsight.events.PolicyEvent.FactorsLabelChanged;
import java.util.Iterator;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/**
 * What the contributing factors are called (rule {@code factors.many}), as the policy says now, also of a document as it once
 * stood. It is read from the policy's events, which are few, each time: a read model of them would be one more thing that
 * can be behind.
 */
@Component
final class FactorsLabel {
    private final EventStore events;

    FactorsLabel(EventStore events) {
        this.events = events;
    }

    /** @param version the version of the policy that says so; 0 where nobody has changed it */
    record Label(String text, long version) {
        static final Label DEFAULT = new Label(FactorsLabelChanged.DEFAULT, 0);
    }

    Label now() {
        Label label = Label.DEFAULT;
        Iterator<? extends DomainEventMessage<?>> each =
                events.readEvents(PolicyEvent.POLICY_ID, 0).asStream().iterator();
        while (each.hasNext()) {
            DomainEventMessage<?> message = each.next();
            if (message.getPayload() instanceof FactorsLabelChanged changed) {
                label = new Label(changed.label(), message.getSequenceNumber() + 1);
            }
        }
        return label;
    }
}
