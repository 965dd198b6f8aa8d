package io.hindsight.query.fold;

import io.hindsight.events.EventMetadata;
import io.hindsight.events.TimelineEvent;
import io.hindsight.events.TimelineEvent.TimelineEntryAdded;
import io.hindsight.events.TimelineEvent.TimelineEntryCorrected;
import io.hindsight.events.TimelineEvent.TimelineEntryRetracted;
import io.hindsight.query.fold.PostmortemDocument.Correction;
import io.hindsight.query.fold.PostmortemDocument.OriginalEntry;
import io.hindsight.query.fold.PostmortemDocument.TimelineEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

final class TimelineFold {
    private static final Comparator<TimelineEntry> BY_TIME =
            Comparator.comparing(TimelineEntry::at, Comparator.nullsLast(Comparator.naturalOrder()));

    private TimelineFold() {}

    static void fold(DocumentEdit edit, TimelineEvent event, RecordedEvent recorded) {
        if (event instanceof TimelineEntryAdded added) {
            edit.timeline = inOrder(edit.timeline, entry(added, recorded.person()));
        } else if (event instanceof TimelineEntryCorrected corrected) {
            find(edit, corrected.entryId())
                    .ifPresent(
                            before -> edit.timeline = replaced(edit, before, corrected(before, corrected, recorded)));
        } else if (event instanceof TimelineEntryRetracted retracted) {
            edit.timeline = without(edit, retracted.entryId());
        } else {
            throw new IllegalStateException("No fold for " + event.getClass());
        }
    }

    private static TimelineEntry entry(TimelineEntryAdded added, String by) {
        return new TimelineEntry(
                added.entryId(),
                Utc.of(added.at()),
                Utc.asGiven(added.at()),
                added.atText(),
                added.kind(),
                added.text(),
                added.severity(),
                added.evidence(),
                null,
                null,
                by,
                null);
    }

    private static TimelineEntry corrected(TimelineEntry before, TimelineEntryCorrected event, RecordedEvent recorded) {
        boolean sameTime = event.at() == null;
        return new TimelineEntry(
                before.entryId(),
                sameTime ? before.at() : Utc.of(event.at()),
                sameTime ? before.atGiven() : Utc.asGiven(event.at()),
                // Words about a time that was wrong say nothing about the right one; the first values keep them.
                sameTime ? before.atText() : null,
                Parts.orBefore(event.kind(), before.kind()),
                Parts.orBefore(event.text(), before.text()),
                event.severityAfter(before.severity()),
                Parts.orBefore(event.evidence(), before.evidence()),
                before.correctedFrom() == null ? original(before) : before.correctedFrom(),
                new Correction(recorded.happenedAt(), recorded.person(), recorded.text(EventMetadata.REASON)),
                before.addedBy(),
                null);
    }

    /** One that keeps its time keeps its place among others of that time. */
    private static List<TimelineEntry> replaced(DocumentEdit edit, TimelineEntry before, TimelineEntry after) {
        return Objects.equals(before.at(), after.at())
                ? edit.timeline.stream()
                        .map(entry -> entry.equals(before) ? after : entry)
                        .toList()
                : inOrder(without(edit, before.entryId()), after);
    }

    private static OriginalEntry original(TimelineEntry entry) {
        return new OriginalEntry(
                entry.at(),
                entry.atGiven(),
                entry.atText(),
                entry.kind(),
                entry.text(),
                entry.severity(),
                entry.evidence());
    }

    /** After the last entry that is not later, so that entries of one time stay in the order they came in. */
    private static List<TimelineEntry> inOrder(List<TimelineEntry> timeline, TimelineEntry entry) {
        int place = timeline.size();
        while (place > 0 && BY_TIME.compare(timeline.get(place - 1), entry) > 0) {
            place--;
        }
        List<TimelineEntry> copy = new ArrayList<>(timeline);
        copy.add(place, entry);
        return List.copyOf(copy);
    }

    private static Optional<TimelineEntry> find(DocumentEdit edit, String entryId) {
        return edit.timeline.stream()
                .filter(entry -> entry.entryId().equals(entryId))
                .findFirst();
    }

    private static List<TimelineEntry> without(DocumentEdit edit, String entryId) {
        return Parts.without(edit.timeline, entry -> entry.entryId().equals(entryId));
    }
}
