package io.hindsight.command.web;

import io.hindsight.command.decision.Policies.InForce;
import io.hindsight.command.decision.Policy;
import io.hindsight.command.decision.Rule;
import io.hindsight.command.policy.PolicyValues;
import io.hindsight.words.Handling;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The policy as it stands or stood.
 *
 * @param version the number of changes so far; 0 where nobody has changed it
 * @param changedAt when the last change was made; left out where there is none
 * @param onBehalfOf for whom it was made, where that was not for themselves
 * @param rules every rule's name in the policy, and whether it warns or refuses
 * @param values everything else, each as the command takes it that changes it
 */
record PolicyDocument(
        long version,
        Instant changedAt,
        String changedBy,
        String onBehalfOf,
        Map<String, Handling> rules,
        PolicyValues values) {

    static PolicyDocument of(InForce inForce) {
        return new PolicyDocument(
                inForce.version(),
                inForce.changedAt(),
                inForce.changedBy(),
                inForce.onBehalfOf(),
                rules(inForce.policy()),
                PolicyValues.of(inForce.policy()));
    }

    static Map<String, Handling> rules(Policy policy) {
        Map<String, Handling> rules = new LinkedHashMap<>();
        for (Rule rule : Rule.values()) {
            rules.put(rule.setting(), policy.handlingOf(rule));
        }
        return rules;
    }
}
