package io.hindsight.benchmarks;

import io.hindsight.command.decision.Command;
import io.hindsight.command.lifecycle.LifecycleCommand.Open;
import io.hindsight.command.timeline.TimelineCommand.AddTimelineEntry;
import io.hindsight.command.timeline.TimelineCommand.EvidenceGiven;
import io.hindsight.words.EntryKind;
import io.hindsight.words.Severity;
import java.time.OffsetDateTime;
import java.util.List;

/** The commands that are measured: adding to the timeline is what people do most often, and makes one event. */
final class Commands {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-03-02T10:15:30+01:00");

    private Commands() {}

    static Command open(String id) {
        return new Open(id, "The search answered slowly", Severity.SEV_2, null, "person-1", List.of());
    }

    static Command entry() {
        return new AddTimelineEntry(
                null,
                AT,
                EntryKind.OBSERVATION,
                "The queue in front of the indexer has been growing for ten minutes; nobody was told of it.",
                null,
                List.of(new EvidenceGiven("https://graphs.example.com/indexer/queue", null, null)));
    }
}
