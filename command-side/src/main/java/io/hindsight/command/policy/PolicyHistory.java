package io.hindsight.command.policy;

import io.hindsight.command.decision.Policies.InForce;
import io.hindsight.command.decision.Policy;
import io.hindsight.events.EventMetadata;
import io.hindsight.events.PolicyEvent;
import io.hindsight.events.StoredAs;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Every change of the policy, read from the event store: there are few, and they are asked for rarely. */
@Component
public class PolicyHistory {
    private final EventStore events;

    PolicyHistory(EventStore events) {
        this.events = events;
    }

    /**
     * One change.
     *
     * @param version the policy's version with it, from 1
     * @param action the stored name of the event
     * @param command the name of the command that it came from
     * @param reason why; may be null
     */
    public record PolicyChange(
            long version,
            Instant at,
            String actor,
            String onBehalfOf,
            String action,
            String command,
            String reason,
            Policy before,
            Policy after) {
        public InForce inForce() {
            return new InForce(after, version, at, actor, onBehalfOf, reason);
        }
    }

    /** The oldest first. */
    public List<PolicyChange> changes() {
        List<PolicyChange> changes = new ArrayList<>();
        events.readEvents(PolicyEvent.POLICY_ID)
                .asStream()
                .forEach(event -> changes.add(change(
                        event,
                        changes.isEmpty()
                                ? Policy.DEFAULT
                                : changes.get(changes.size() - 1).after())));
        return changes;
    }

    private static PolicyChange change(DomainEventMessage<?> message, Policy before) {
        PolicyEvent event = (PolicyEvent) message.getPayload();
        return new PolicyChange(
                message.getSequenceNumber() + 1,
                message.getTimestamp().truncatedTo(ChronoUnit.MILLIS),
                text(message, EventMetadata.ACTOR),
                text(message, EventMetadata.ON_BEHALF_OF),
                event.getClass().getAnnotation(StoredAs.class).value(),
                text(message, EventMetadata.COMMAND),
                text(message, EventMetadata.REASON),
                before,
                PolicyFold.fold(before, event));
    }

    private static String text(DomainEventMessage<?> message, String key) {
        return (String) message.getMetaData().get(key);
    }
}
