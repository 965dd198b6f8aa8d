package io.hindsight.benchmarks.generator;

import io.hindsight.words.EntryKind;
import io.hindsight.words.Priority;
import io.hindsight.words.Section;
import io.hindsight.words.Severity;
import io.hindsight.words.Status;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * What is made up about one postmortem.
 *
 * @param status how far the process came
 * @param people those who have to do with it, the owner first; never fewer than four
 * @param entries in time order; the first of two or more is the start of the incident, the last its resolution
 */
record MadeUpPostmortem(
        String id,
        String title,
        Severity severity,
        Status status,
        OffsetDateTime startedAt,
        OffsetDateTime resolvedAt,
        String service,
        List<String> people,
        List<Entry> entries,
        Map<Section, String> sections,
        List<String> factors,
        List<String> wentWell,
        List<String> wentBadly,
        List<Item> items) {

    /** @param link where the data comes from; null where nobody said */
    record Entry(OffsetDateTime at, EntryKind kind, String text, String link) {}

    /** @param ticket null where it is a topic still */
    record Item(String title, Priority priority, String owner, String ticket, boolean done) {}

    /** Whether the process came as far as the review, which takes a complete document. */
    boolean isComplete() {
        return status == Status.IN_REVIEW || status == Status.REVIEWED || status == Status.CLOSED;
    }
}
