package io.hindsight.command.policy;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.hindsight.command.decision.Policy;
import io.hindsight.command.decision.Refusal;
import io.hindsight.command.policy.ChangePolicy.Instruction;
import io.hindsight.events.EventMetadata;
import io.hindsight.events.PolicyEvent;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** The process policy: the one aggregate beside the postmortems. What changes nothing is no event. */
@Aggregate(type = "ProcessPolicy")
public class ProcessPolicy {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id = PolicyEvent.POLICY_ID;

    private Policy policy = Policy.DEFAULT;
    private long version;

    /** For Axon, which folds the events into it. */
    protected ProcessPolicy() {}

    /** Answers the policy's version after it. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Long handle(ChangePolicy request) {
        if (request.ifMatch() != null && !request.ifMatch().contains(version)) {
            throw Refusal.versionStale("policy", version, request.ifMatch());
        }
        for (Instruction instruction : request.instructions()) {
            PolicyEvent event = instruction.command().event();
            if (!PolicyFold.fold(policy, event).equals(policy)) {
                apply(event, metadata(request, instruction));
            }
        }
        return version;
    }

    private static MetaData metadata(ChangePolicy request, Instruction instruction) {
        Map<String, Object> metadata = new HashMap<>();
        metadata.put(EventMetadata.ACTOR, request.actor().name());
        metadata.put(EventMetadata.COMMAND, instruction.name());
        metadata.put(EventMetadata.CORRELATION_ID, request.correlationId());
        if (request.actor().onBehalfOf() != null) {
            metadata.put(EventMetadata.ON_BEHALF_OF, request.actor().onBehalfOf());
        }
        if (instruction.reason() != null) {
            metadata.put(EventMetadata.REASON, instruction.reason());
        }
        return MetaData.from(metadata);
    }

    @EventSourcingHandler
    void evolve(PolicyEvent event, @SequenceNumber long sequence) {
        policy = PolicyFold.fold(policy, event);
        version = sequence + 1;
    }
}
