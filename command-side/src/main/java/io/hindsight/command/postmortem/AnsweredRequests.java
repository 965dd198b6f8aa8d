package io.hindsight.command.postmortem;

import io.hindsight.command.decision.Actor;
import io.hindsight.command.decision.RuleMessage;
import io.hindsight.command.postmortem.Answer.MadePart;
import io.hindsight.events.EventMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The requests that came with an idempotency key and what they were answered, folded from the events themselves: so it holds
 * on any store, after a crash, and on every command side. A key is the caller's own: two callers may use the same one.
 */
final class AnsweredRequests {
    private final Map<String, Answered> byKey = new LinkedHashMap<>();

    record Answered(String requestHash, long version, List<RuleMessage> warnings, List<MadePart> made) {}

    void evolve(Map<String, ?> metadata, long version) {
        String key = (String) metadata.get(EventMetadata.IDEMPOTENCY_KEY);
        if (key == null) {
            return;
        }
        String callersKey = callersKey(
                Actor.identity(
                        (String) metadata.get(EventMetadata.ACTOR), (String) metadata.get(EventMetadata.ON_BEHALF_OF)),
                key);
        Answered before = byKey.get(callersKey);
        List<RuleMessage> warnings = new ArrayList<>(before == null ? List.of() : before.warnings);
        warnings.addAll(RecordedAnswer.warnings(metadata));
        List<MadePart> made = new ArrayList<>(before == null ? List.of() : before.made);
        RecordedAnswer.made(metadata).ifPresent(made::add);
        byKey.put(callersKey, new Answered((String) metadata.get(EventMetadata.REQUEST_HASH), version, warnings, made));
    }

    /** What this caller's request with this key was answered, or null; for each person an integration acts for, it is another. */
    Answered answered(Actor caller, String key) {
        return key == null ? null : byKey.get(callersKey(caller.identity(), key));
    }

    private static String callersKey(String caller, String key) {
        return caller + "\n" + key;
    }
}
