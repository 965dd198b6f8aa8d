package io.hindsight.command.timeline;

import io.hindsight.command.decision.Part;
import io.hindsight.command.decision.Standing;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.events.TimelineEvent.TimelineEntryAdded;
import io.hindsight.events.TimelineEvent.TimelineEntryCorrected;
import io.hindsight.events.TimelineEvent.TimelineEntryRetracted;
import io.hindsight.words.EntryKind;
import io.hindsight.words.IncidentCourse;
import io.hindsight.words.IncidentCourse.Moment;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The timeline: each entry as it stands, by its id. */
public final class Timeline implements Part {
    private final Map<String, TimelineEntryAdded> entries = new LinkedHashMap<>();
    /** The ids of those that were retracted, too: what is said of an entry stays with its id. */
    private final Set<String> used = new HashSet<>();

    /** The start and the end mark, of which every deadline asks after every command. */
    private final Map<EntryKind, TimelineEntryAdded> marks = new EnumMap<>(EntryKind.class);

    @Override
    public void evolve(PostmortemEvent event, long version, Instant at) {
        if (event instanceof TimelineEntryAdded e) {
            used.add(e.entryId());
            replace(e.entryId(), e);
        } else if (event instanceof TimelineEntryCorrected e && entries.containsKey(e.entryId())) {
            replace(e.entryId(), corrected(entries.get(e.entryId()), e));
        } else if (event instanceof TimelineEntryRetracted e) {
            replace(e.entryId(), null);
        }
    }

    private void replace(String entryId, TimelineEntryAdded entry) {
        TimelineEntryAdded before = entries.get(entryId);
        if (entry == null || before == null || !Objects.equals(instant(before.at()), instant(entry.at()))) {
            // One that is corrected to another time comes after those of that time that were told before.
            entries.remove(entryId);
        }
        if (entry != null) {
            entries.put(entryId, entry);
        }
        Stream.of(before, entry)
                .filter(Objects::nonNull)
                .map(TimelineEntryAdded::kind)
                .filter(kind -> kind == EntryKind.INCIDENT_STARTED || kind == EntryKind.INCIDENT_RESOLVED)
                .distinct()
                .forEach(this::mark);
    }

    /** The earliest counts, in whatever order they were told; there are several only where the policy just warns of it. */
    private void mark(EntryKind kind) {
        marks.remove(kind);
        entries.values().stream()
                .filter(entry -> entry.kind() == kind)
                .min(Comparator.comparing(
                        entry -> instant(entry.at()), Comparator.nullsLast(Comparator.naturalOrder())))
                .ifPresent(entry -> marks.put(kind, entry));
    }

    static TimelineEntryAdded corrected(TimelineEntryAdded entry, TimelineEntryCorrected correction) {
        return new TimelineEntryAdded(
                entry.entryId(),
                or(correction.at(), entry.at()),
                entry.atText(),
                or(correction.kind(), entry.kind()),
                or(correction.text(), entry.text()),
                correction.severityAfter(entry.severity()),
                or(correction.evidence(), entry.evidence()));
    }

    private static <T> T or(T changed, T before) {
        return changed == null ? before : changed;
    }

    /** Whether there never was such an entry. */
    boolean isUnused(String entryId) {
        return !used.contains(entryId);
    }

    public boolean has(String entryId) {
        return entries.containsKey(entryId);
    }

    /** The entry, or null. */
    TimelineEntryAdded entry(String entryId) {
        return entries.get(entryId);
    }

    List<TimelineEntryAdded> entries() {
        return List.copyOf(entries.values());
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Whether every entry says where its data comes from (rule {@code timeline.evidence}). */
    public boolean isEvidenced() {
        return entries.values().stream().noneMatch(entry -> entry.evidence().isEmpty());
    }

    /** When the incident started, as its mark says. */
    public Optional<OffsetDateTime> start() {
        return Optional.ofNullable(marks.get(EntryKind.INCIDENT_STARTED)).map(TimelineEntryAdded::at);
    }

    /** When the incident was resolved, as its mark says. */
    public Optional<OffsetDateTime> end() {
        return Optional.ofNullable(marks.get(EntryKind.INCIDENT_RESOLVED)).map(TimelineEntryAdded::at);
    }

    /** The course of the incident, from which its times are computed. */
    public IncidentCourse course(Standing standing) {
        return new IncidentCourse(
                instant(standing.incident().startedAt()),
                instant(standing.incident().resolvedAt()),
                standing.severity(),
                entries.values().stream()
                        .map(entry -> new Moment(instant(entry.at()), entry.kind(), entry.severity()))
                        .toList());
    }

    private static Instant instant(OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    /** Whether an entry of this kind has an id that fits. */
    public boolean isMarkedBy(EntryKind kind, Predicate<String> entryId) {
        return entries.values().stream().anyMatch(entry -> entry.kind() == kind && entryId.test(entry.entryId()));
    }

    /**
     * When what entries of this kind mark was first.
     *
     * @param with an entry that is about to be written; null for none
     * @return null where no entry says
     */
    OffsetDateTime first(EntryKind kind, TimelineEntryAdded with) {
        return Stream.concat(
                        entries.values().stream()
                                .filter(entry ->
                                        with == null || !entry.entryId().equals(with.entryId())),
                        Stream.ofNullable(with))
                .filter(entry -> entry.kind() == kind && entry.at() != null)
                .map(TimelineEntryAdded::at)
                .min(OffsetDateTime.timeLineOrder())
                .orElse(null);
    }

    /** The mark of this kind, on an entry other than the one named. */
    Optional<TimelineEntryAdded> mark(EntryKind kind, String otherThan) {
        return entries.values().stream()
                .filter(entry -> entry.kind() == kind && !entry.entryId().equals(otherThan))
                .findFirst();
    }
}
