package io.hindsight.query.history;

import io.hindsight.events.EventMetadata;
import io.hindsight.events.StoredAs;
import io.hindsight.query.fold.RecordedEvent;
import io.hindsight.query.projection.Step;
import java.time.Instant;
import java.util.List;

/**
 * What happened in one event.
 *
 * @param action the stored name of the event
 * @param command the name of the command that it came from
 * @param summary what happened, in a sentence without its subject
 * @param reason why, in the words of who did it; null where none was given
 * @param policyVersion the version of the policy that it was decided under; null in events older than that
 * @param originalActor who did it where an export was made that told it here, like {@code originalAt}; null for what was done here
 * @param minor an edit that leaves earlier reviews standing (rule {@code review.stale})
 */
record HistoryEntry(
        String postmortemId,
        long version,
        Instant at,
        String actor,
        String onBehalfOf,
        String originalActor,
        Instant originalAt,
        String action,
        String command,
        String summary,
        String reason,
        Long policyVersion,
        List<DocumentChange> changes,
        boolean minor) {

    static HistoryEntry of(Step step) {
        RecordedEvent recorded = step.recorded();
        return new HistoryEntry(
                recorded.postmortemId(),
                recorded.version(),
                recorded.at(),
                recorded.actor(),
                recorded.text(EventMetadata.ON_BEHALF_OF),
                recorded.text(EventMetadata.ORIGINAL_ACTOR),
                recorded.text(EventMetadata.ORIGINAL_AT) == null ? null : recorded.happenedAt(),
                recorded.event().getClass().getAnnotation(StoredAs.class).value(),
                recorded.text(EventMetadata.COMMAND),
                Summaries.of(recorded.event()),
                recorded.text(EventMetadata.REASON),
                policyVersion(recorded),
                Differ.changes(step.before(), step.after()),
                recorded.event().minor());
    }

    private static Long policyVersion(RecordedEvent recorded) {
        String version = recorded.text(EventMetadata.POLICY_VERSION);
        return version == null ? null : Long.valueOf(version);
    }
}
