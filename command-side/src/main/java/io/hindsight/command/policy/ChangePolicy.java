package io.hindsight.command.policy;

import io.hindsight.command.decision.Actor;
import io.hindsight.events.PolicyEvent;
import java.util.List;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * What an administrator asks of the policy at once: all of its commands take effect, in order, or none does.
 *
 * @param ifMatch the versions of which the policy has to have one; null for any
 * @param correlationId names all events of this request
 */
public record ChangePolicy(
        @TargetAggregateIdentifier String policyId,
        List<Instruction> instructions,
        Actor actor,
        Set<Long> ifMatch,
        String correlationId) {

    /**
     * One command of the request.
     *
     * @param name its name in the API, {@code change-quorum}
     * @param reason why; may be null
     */
    public record Instruction(String name, PolicyCommand command, String reason) {}

    public ChangePolicy(List<Instruction> instructions, Actor actor, Set<Long> ifMatch, String correlationId) {
        this(PolicyEvent.POLICY_ID, instructions, actor, ifMatch, correlationId);
    }
}
