package io.hindsight.words;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the times of an incident are computed from, for whoever decides on them and whoever shows them (rules {@code
 * timeline.marks}, {@code impact.figures}): its timeline, and where that lacks a mark, what is known of the incident. Times
 * are to the millisecond.
 *
 * @param startedAt as is known of the incident; null is not known, like {@code resolvedAt}
 * @param severity the postmortem's; null is not known
 * @param moments by time, those of one time in the order in which they were told; one without a time says nothing here
 */
public record IncidentCourse(Instant startedAt, Instant resolvedAt, Severity severity, List<Moment> moments) {
    /** The name of the time of which the timeline does not tell the severity. */
    public static final String UNKNOWN = "unknown";

    /**
     * An entry of the timeline.
     *
     * @param at null is not known
     * @param severity the severity from then on; null where the entry says none
     */
    public record Moment(Instant at, EntryKind kind, Severity severity) {
        public Moment {
            at = cut(at);
        }
    }

    public IncidentCourse {
        startedAt = cut(startedAt);
        resolvedAt = cut(resolvedAt);
        moments = moments.stream()
                .filter(moment -> moment.at() != null)
                .sorted(Comparator.comparing(Moment::at))
                .toList();
    }

    private static Instant cut(Instant at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** When the incident began; its cause may have begun long before. Null is not known. */
    public Instant start() {
        return marked(EntryKind.INCIDENT_STARTED, startedAt);
    }

    /** When it was resolved; null while it goes on. */
    public Instant end() {
        return marked(EntryKind.INCIDENT_RESOLVED, resolvedAt);
    }

    private Instant marked(EntryKind kind, Instant known) {
        return moments.stream()
                .filter(moment -> moment.kind() == kind)
                .map(Moment::at)
                .findFirst()
                .orElse(known);
    }

    /**
     * How long the incident was in each severity, by the severity in kebab-case, the worst first. An entry that has a severity,
     * of whatever kind, sets it from then on; a change to a severity that nobody noted, and the time before the first one
     * noted, count as {@link #UNKNOWN}. Where the timeline names no severity at all, the incident had the postmortem's. Null
     * while the incident goes on, or where its times are not known.
     */
    public Map<String, Duration> timeInSeverity() {
        Instant start = start();
        Instant end = end();
        if (start == null || end == null || end.isBefore(start)) {
            return null;
        }
        List<Moment> changes = moments.stream()
                .filter(moment -> moment.at().isBefore(end))
                .filter(moment -> moment.severity() != null || moment.kind() == EntryKind.SEVERITY_CHANGED)
                .toList();
        Map<String, Duration> times = new TreeMap<>();
        Severity now = changes.isEmpty() ? severity : null;
        Instant since = start;
        for (Moment change : changes) {
            if (change.at().isAfter(since)) {
                add(times, now, since, change.at());
                since = change.at();
            }
            now = change.severity();
        }
        add(times, now, since, end);
        return Collections.unmodifiableMap(times);
    }

    private static void add(Map<String, Duration> times, Severity severity, Instant from, Instant to) {
        if (to.isAfter(from)) {
            times.merge(severity == null ? UNKNOWN : severity.toString(), Duration.between(from, to), Duration::plus);
        }
    }

    /** How long the incident was in this severity; null where the timeline does not tell all of the time. */
    public Duration timeIn(Severity one) {
        Map<String, Duration> times = timeInSeverity();
        return times == null || times.containsKey(UNKNOWN) ? null : times.getOrDefault(one.toString(), Duration.ZERO);
    }
}
