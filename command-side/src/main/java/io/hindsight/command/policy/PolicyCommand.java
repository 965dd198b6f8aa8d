package io.hindsight.command.policy;

import io.hindsight.events.PolicyEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What an administrator can change of the policy. Each says the whole of what it changes, so that giving it twice changes
 * nothing more; a list that is empty says that there is none.
 */
public sealed interface PolicyCommand permits RulePolicyCommand, DeadlinePolicyCommand, DocumentPolicyCommand {
    /** What happened, if it changes anything. */
    PolicyEvent event();

    /** What is wrong with it that its types do not say, by field: a malformed request. */
    default Map<String, String> malformed() {
        return Map.of();
    }

    /** That no two of a list say something of the same. */
    static <T> Map<String, String> once(String field, String key, List<T> all, Function<T, Object> keyOf) {
        return new HashSet<>(all.stream().map(keyOf).toList()).size() == all.size()
                ? Map.of()
                : Map.of(field, "Each " + key + " comes once");
    }
}
