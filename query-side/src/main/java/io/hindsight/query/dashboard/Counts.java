package io.hindsight.query.dashboard;

import io.hindsight.query.fold.PostmortemDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/**
 * Numbers over postmortems: what each one counts for, added up. Days are UTC.
 *
 * @param status how many there are in each status
 * @param severity how many open ones there are of each severity; {@code unknown} for those that have none
 * @param opened how many open ones were opened on each day
 * @param closed how many were closed on each day; one that came in closed was so on none that is known
 */
record Counts(
        Map<String, Long> status, Map<String, Long> severity, Map<String, Long> opened, Map<String, Long> closed) {
    static final String UNKNOWN = "unknown";

    static Counts none() {
        return new Counts(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    /** Puts what the postmortem counts for now in the place of what it counted for; null: for nothing. */
    void move(PostmortemDocument before, PostmortemDocument after) {
        if (before != null) {
            add(before, -1);
        }
        if (after != null) {
            add(after, 1);
        }
    }

    /** Adds numbers over other postmortems. */
    void add(Counts others) {
        others.status.forEach((key, count) -> add(status, key, count));
        others.severity.forEach((key, count) -> add(severity, key, count));
        others.opened.forEach((key, count) -> add(opened, key, count));
        others.closed.forEach((key, count) -> add(closed, key, count));
    }

    private void add(PostmortemDocument document, long one) {
        add(status, document.status().toString(), one);
        if (document.open()) {
            add(
                    severity,
                    document.severity() == null ? UNKNOWN : document.severity().toString(),
                    one);
            add(opened, day(document.openedAt()), one);
        }
        if (document.closedAt() != null) {
            add(closed, day(document.closedAt()), one);
        }
    }

    private static void add(Map<String, Long> counts, String key, long more) {
        // A count of nothing leaves no trace, so that the days of the past do not pile up.
        counts.merge(key, more, (one, other) -> one + other == 0 ? null : one + other);
    }

    private static String day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
    }
}
