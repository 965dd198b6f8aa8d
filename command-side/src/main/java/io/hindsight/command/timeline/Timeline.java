package io.hindsight.command.timeline;

import io.hindsight.command.decision.Part;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.events.TimelineEvent.TimelineEntryAdded;
import io.hindsight.events.TimelineEvent.TimelineEntryCorrected;
import io.hindsight.events.TimelineEvent.TimelineEntryRetracted;
import io.hindsight.words.EntryKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The timeline: each entry as it stands, by its id. */
public final class Timeline implements Part {
    private final Map<String, TimelineEntryAdded> entries = new LinkedHashMap<>();

    @Override
    public void evolve(PostmortemEvent event, long version, Instant at) {
        if (event instanceof TimelineEntryAdded e) {
            entries.put(e.entryId(), e);
        } else if (event instanceof TimelineEntryCorrected e) {
            entries.computeIfPresent(e.entryId(), (id, entry) -> corrected(entry, e));
        } else if (event instanceof TimelineEntryRetracted e) {
            entries.remove(e.entryId());
        }
    }

    static TimelineEntryAdded corrected(TimelineEntryAdded entry, TimelineEntryCorrected correction) {
        return new TimelineEntryAdded(
                entry.entryId(),
                or(correction.at(), entry.at()),
                entry.atText(),
                or(correction.kind(), entry.kind()),
                or(correction.text(), entry.text()),
                or(correction.severity(), entry.severity()),
                or(correction.evidence(), entry.evidence()));
    }

    private static <T> T or(T changed, T before) {
        return changed == null ? before : changed;
    }

    /** The entry, or null. */
    TimelineEntryAdded entry(String entryId) {
        return entries.get(entryId);
    }

    /** When the incident started, as its mark says. */
    public Optional<OffsetDateTime> start() {
        return mark(EntryKind.INCIDENT_STARTED, null);
    }

    /** When the incident was resolved, as its mark says. */
    public Optional<OffsetDateTime> end() {
        return mark(EntryKind.INCIDENT_RESOLVED, null);
    }

    /** The time of the mark of this kind, on an entry other than the one named. */
    Optional<OffsetDateTime> mark(EntryKind kind, String otherThan) {
        return entries.values().stream()
                .filter(entry -> entry.kind() == kind && entry.at() != null)
                .filter(entry -> !entry.entryId().equals(otherThan))
                .map(TimelineEntryAdded::at)
                .findFirst();
    }
}
