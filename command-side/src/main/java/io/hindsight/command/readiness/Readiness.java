package io.hindsight.command.readiness;

import io.hindsight.command.decision.Decision;
import io.hindsight.words.Status;
import java.util.List;

/**
 * How far a postmortem is from closed.
 *
 * @param version the number of events that were looked at
 * @param next the first of the owner's steps that is still to do; null where all are done, or none is to
 *     be done any more because it is closed or waived
 * @param steps the owner's steps in their order (rule {@code owner.steps}), ticked by what happened
 * @param rules every rule of the process by its id, what is unmet first
 */
public record Readiness(
        String id, long version, Status status, OwnerStep next, List<OwnerStep> steps, List<RuleState> rules) {

    /** What the rules find in the postmortem as it stands. */
    public static Readiness of(Decision decision) {
        List<OwnerStep> steps = OwnerStep.all(decision);
        OwnerStep next = steps.stream()
                .filter(step -> step.asked() && !step.done())
                .findFirst()
                .orElse(null);
        return new Readiness(
                decision.postmortemId(),
                decision.version(),
                decision.standing().status(),
                next,
                steps,
                RuleState.all(decision));
    }
}
