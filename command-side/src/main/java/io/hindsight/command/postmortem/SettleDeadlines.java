package io.hindsight.command.postmortem;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Has what is still owed on a postmortem computed anew, because the policy has changed. No client can ask for it; one that
 * is closed or waived is past and stays as it is.
 *
 * @param policyVersion the policy that has to be in force by then
 * @param correlationId names all events of this settling
 */
public record SettleDeadlines(
        @TargetAggregateIdentifier String postmortemId, long policyVersion, String correlationId) {
    /** The name under which the history knows it. */
    public static final String NAME = "settle-deadlines";
}
