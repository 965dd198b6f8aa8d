package io.hindsight.command.web;

import io.hindsight.command.policy.PolicyHistory.PolicyChange;
import io.hindsight.command.policy.PolicyValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What happened to the policy, newest first. */
record PolicyHistoryPage(List<PolicyHistoryEntry> items, String nextCursor) {

    /**
     * One change.
     *
     * @param action the stored name of the event
     */
    record PolicyHistoryEntry(
            long version,
            Instant at,
            String actor,
            String onBehalfOf,
            String action,
            String command,
            String reason,
            List<FieldChange> changes) {}

    /** A field of the policy before and after. */
    record FieldChange(String path, JsonNode before, JsonNode after) {}

    /** The changes up to the one before this version. */
    static PolicyHistoryPage of(List<PolicyChange> oldestFirst, long before, int size, JsonMapper json) {
        List<PolicyHistoryEntry> items = new ArrayList<>();
        for (int i = (int) Math.min(oldestFirst.size(), before - 1) - 1; i >= 0 && items.size() < size; i--) {
            items.add(entry(oldestFirst.get(i), json));
        }
        boolean more = !items.isEmpty() && items.get(items.size() - 1).version() > 1;
        return new PolicyHistoryPage(
                items, more ? String.valueOf(items.get(items.size() - 1).version()) : null);
    }

    private static PolicyHistoryEntry entry(PolicyChange change, JsonMapper json) {
        List<FieldChange> changes = new ArrayList<>();
        compare(
                "rules.",
                json.valueToTree(PolicyDocument.rules(change.before())),
                json.valueToTree(PolicyDocument.rules(change.after())),
                changes);
        compare(
                "values.",
                json.valueToTree(PolicyValues.of(change.before())),
                json.valueToTree(PolicyValues.of(change.after())),
                changes);
        return new PolicyHistoryEntry(
                change.version(),
                change.at(),
                change.actor(),
                change.onBehalfOf(),
                change.action(),
                change.command(),
                change.reason(),
                changes);
    }

    private static void compare(String at, JsonNode before, JsonNode after, List<FieldChange> changes) {
        Set<String> fields = new LinkedHashSet<>(before.propertyNames());
        fields.addAll(after.propertyNames());
        for (String field : fields) {
            JsonNode old = before.get(field);
            JsonNode now = after.get(field);
            if (old instanceof ObjectNode && now instanceof ObjectNode) {
                compare(at + field + ".", old, now, changes);
            } else if (!Objects.equals(old, now)) {
                changes.add(new FieldChange(at + field, old, now));
            }
        }
    }
}
