package io.hindsight.command.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.hindsight.command.decision.Policies.InForce;
import io.hindsight.command.decision.Policy;
import io.hindsight.command.decision.Rule;
import io.hindsight.words.Handling;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The policy as it stands or stood.
 *
 * @param version the number of changes so far; 0 where nobody has changed it
 * @param changedAt when the last change was made; left out where there is none
 * @param rules every rule's name in the policy, and whether it warns or refuses
 * @param values everything else
 */
record PolicyDocument(
        long version,
        Instant changedAt,
        String changedBy,
        Map<String, Handling> rules,
        @JsonIgnoreProperties("handling") Policy values) {

    static PolicyDocument of(InForce inForce) {
        return new PolicyDocument(
                inForce.version(), inForce.changedAt(), inForce.changedBy(), rules(inForce.policy()), inForce.policy());
    }

    static Map<String, Handling> rules(Policy policy) {
        Map<String, Handling> rules = new LinkedHashMap<>();
        for (Rule rule : Rule.values()) {
            rules.put(rule.setting(), policy.handlingOf(rule));
        }
        return rules;
    }
}
