package io.hindsight.command.importing;

import io.hindsight.events.TimelineEvent.TimelineEntryAdded;
import io.hindsight.words.EntryKind;
import io.hindsight.words.Evidence;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** The timeline of a record: its entries in the record's order, each an observation, since no record says what it marks. */
final class TimelineMapping {
    private TimelineMapping() {}

    static List<TimelineEntryAdded> map(SourceObject record, SourceTimes times) {
        List<TimelineEntryAdded> entries = new ArrayList<>();
        for (SourceObject entry : record.objects("timeline")) {
            if (entry.text("text") != null || entry.text("at") != null || entry.text("atRaw") != null) {
                entries.add(entry("t" + (entries.size() + 1), entry, times));
            }
        }
        return entries;
    }

    private static TimelineEntryAdded entry(String id, SourceObject entry, SourceTimes times) {
        String said = entry.text("at");
        OffsetDateTime at = times.take(entry, "at");
        String atText = at == null ? unknownTime(entry, said) : range(entry, said);
        String text = entry.take("text");
        String link = entry.takeWebUrl("link");
        return new TimelineEntryAdded(
                id,
                at,
                atText,
                EntryKind.OBSERVATION,
                text,
                null,
                link == null ? List.of() : List.of(new Evidence(link, null, null)));
    }

    /** The source's own words for a time that is not known, or null. */
    private static String unknownTime(SourceObject entry, String said) {
        String raw = entry.take("atRaw");
        if (said == null && raw != null) {
            entry.reportTaken("at", raw, SourceTimes.UNREADABLE);
        }
        return raw == null ? said : raw;
    }

    /** The source's own words for a time that is the start of a range; null where it is none. */
    private static String range(SourceObject entry, String said) {
        String end = entry.text("atEndRaw");
        if (end == null) {
            return null;
        }
        String raw = entry.take("atRaw");
        return raw == null ? said + " – " + end : raw;
    }
}
