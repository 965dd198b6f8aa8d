package io.hindsight.query.fold;

import io.hindsight.query.fold.PostmortemDocument.Impact;
import io.hindsight.query.fold.PostmortemDocument.TimelineEntry;
import io.hindsight.words.EntryKind;
import io.hindsight.words.ImpactFigures;
import io.hindsight.words.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long the incident was in each severity, from its start to its resolution, computed from the timeline (rule {@code
 * impact.figures}). An entry that has a severity, of whatever kind, sets it from then on; a change to a severity that nobody
 * noted, and the time before the first one noted, count as {@link #UNKNOWN}. Where the timeline names no severity at all, the
 * incident had the postmortem's.
 */
final class TimeInSeverity {
    /** The name of the time of which the timeline does not tell the severity. */
    static final String UNKNOWN = "unknown";

    private TimeInSeverity() {}

    /** By the severity in kebab-case, the worst first; null while the incident goes on, or where its times are not known. */
    static Map<String, Duration> of(PostmortemDocument document) {
        Instant start = Durations.start(document);
        Instant end = Durations.end(document);
        if (start == null || end == null || end.isBefore(start)) {
            return null;
        }
        List<TimelineEntry> changes = document.timeline().stream()
                .filter(entry -> entry.at() != null && entry.at().isBefore(end))
                .filter(entry -> entry.severity() != null || entry.kind() == EntryKind.SEVERITY_CHANGED)
                .toList();
        Map<String, Duration> times = new TreeMap<>();
        Severity now = changes.isEmpty() ? document.severity() : null;
        Instant since = start;
        for (TimelineEntry change : changes) {
            if (change.at().isAfter(since)) {
                add(times, now, since, change.at());
                since = change.at();
            }
            now = change.severity();
        }
        add(times, now, since, end);
        return Collections.unmodifiableMap(times);
    }

    /** The impact with the times in severity that nobody recorded, where the timeline tells all of the time. */
    static Impact completed(Impact impact, Map<String, Duration> times) {
        ImpactFigures recorded = impact.figures();
        if (times == null || times.containsKey(UNKNOWN)) {
            return impact;
        }
        return new Impact(
                new ImpactFigures(
                        or(recorded.timeInSev1(), times, Severity.SEV_1),
                        or(recorded.timeInSev2(), times, Severity.SEV_2),
                        recorded.notificationsOutOfSla(),
                        recorded.eventsDropped(),
                        recorded.accountsAffected(),
                        recorded.usersAffected(),
                        recorded.supportRequests()),
                impact.customFigures(),
                impact.supportLinks());
    }

    private static Duration or(Duration recorded, Map<String, Duration> times, Severity severity) {
        return recorded == null ? times.getOrDefault(severity.toString(), Duration.ZERO) : recorded;
    }

    private static void add(Map<String, Duration> times, Severity severity, Instant from, Instant to) {
        if (to.isAfter(from)) {
            times.merge(severity == null ? UNKNOWN : severity.toString(), Duration.between(from, to), Duration::plus);
        }
    }
}
