package io.hindsight.command.readiness;

import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.Rule;
import io.hindsight.command.readiness.RuleState.State;
import io.hindsight.words.Status;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far a postmortem is from closed.
 *
 * @param version the number of events that were looked at
 * @param next the first of the owner's steps that is still to do and can be done now, else what brings it to its next status
 *     ({@code submit-for-review}, {@code finish-review}, {@code close}); null where none is to be done any more because it is
 *     closed or waived
 * @param steps the owner's steps in their order (rule {@code owner.steps}), ticked by what happened
 * @param rules every rule of the process by its id, what is unmet first
 */
public record Readiness(
        String id, long version, Status status, OwnerStep next, List<OwnerStep> steps, List<RuleState> rules) {

    /** What the rules find in the postmortem as it stands. */
    public static Readiness of(Decision decision) {
        List<OwnerStep> steps = OwnerStep.all(decision);
        List<RuleState> rules = RuleState.all(decision);
        Status status = decision.standing().status();
        return new Readiness(
                decision.postmortemId(), decision.version(), status, next(status, steps, rules), steps, rules);
    }

    /** Each status has its steps, and ends with the command that leads to the next one. */
    private static OwnerStep next(Status status, List<OwnerStep> steps, List<RuleState> rules) {
        return switch (status) {
            case DRAFT ->
                next(
                        steps,
                        OwnerStep.SHARE_FOR_REVIEW,
                        move(
                                rules,
                                "submit-for-review",
                                "Submit it to its reviewers",
                                Rule.STATUS_IN_REVIEW,
                                Rule.IMPROVEMENT_FOLLOWED_UP));
            case IN_REVIEW ->
                next(
                        steps,
                        OwnerStep.MEETING,
                        move(
                                rules,
                                "finish-review",
                                "Finish the review",
                                Rule.STATUS_IN_REVIEW,
                                Rule.IMPROVEMENT_FOLLOWED_UP,
                                Rule.STATUS_REVIEWED,
                                Rule.REVIEW_QUORUM));
            case REVIEWED ->
                next(
                        steps,
                        OwnerStep.COMMUNICATE,
                        move(rules, "close", "Close it", Rule.IMPROVEMENT_FOLLOWED_UP, Rule.STATUS_CLOSED));
            case CLOSED, WAIVED -> null;
        };
    }

    private static OwnerStep next(List<OwnerStep> steps, String last, OwnerStep move) {
        for (OwnerStep step : steps) {
            if (step.asked() && !step.done()) {
                return step;
            }
            if (step.step().equals(last)) {
                break;
            }
        }
        return move;
    }

    /** What is still in the way of the command, else the command itself. */
    private static OwnerStep move(List<RuleState> rules, String command, String words, Rule... inTheWay) {
        List<String> ids = Stream.of(inTheWay).map(Rule::id).toList();
        List<String> unmet = rules.stream()
                .filter(rule -> rule.state() == State.UNMET && ids.contains(rule.rule()))
                .flatMap(rule -> rule.toDo().stream())
                .toList();
        return new OwnerStep(command, false, true, unmet.isEmpty() ? List.of(words + " (" + command + ")") : unmet);
    }
}
