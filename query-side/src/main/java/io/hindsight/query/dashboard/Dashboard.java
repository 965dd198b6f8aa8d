package io.hindsight.query.dashboard;

import io.hindsight.query.obligations.ObligationRow;
import io.hindsight.words.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How things stand over all postmortems.
 *
 * @param open the ones that somebody still works on
 * @param byStatus how many there are in each status, the finished ones too
 * @param overdueByKind how many obligations are overdue
 * @param closedInLast30Days how many were closed today and in the 30 days before, in UTC
 */
record Dashboard(
        OpenPostmortems open,
        Map<String, Long> byStatus,
        Map<String, Long> overdueByKind,
        List<ObligationRow> mostOverdue,
        long closedInLast30Days) {

    /**
     * The open postmortems.
     *
     * @param byAge by the days since the one on which they were opened, in UTC
     */
    record OpenPostmortems(
            long total, Map<String, Long> byStatus, Map<String, Long> bySeverity, Map<String, Long> byAge) {}

    private static final int RECENT_DAYS = 30;

    static Dashboard of(Counts counts, Instant now, Map<String, Long> overdueByKind, List<ObligationRow> mostOverdue) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Map<String, Long> openByStatus = new LinkedHashMap<>();
        Stream.of(Status.DRAFT, Status.IN_REVIEW, Status.REVIEWED)
                .map(Status::toString)
                .forEach(status -> openByStatus.put(status, counts.status().getOrDefault(status, 0L)));
        OpenPostmortems open = new OpenPostmortems(
                openByStatus.values().stream().mapToLong(Long::longValue).sum(),
                openByStatus,
                counts.severity(),
                byAge(counts.opened(), today));
        return new Dashboard(open, counts.status(), overdueByKind, mostOverdue, recent(counts.closed(), today));
    }

    private static Map<String, Long> byAge(Map<String, Long> opened, LocalDate today) {
        Map<String, Long> byAge = new LinkedHashMap<>();
        Stream.of("0-1", "2-7", "8-30", "31-90", "over-90").forEach(days -> byAge.put(days, 0L));
        opened.forEach((day, count) -> {
            long days = ChronoUnit.DAYS.between(LocalDate.parse(day), today);
            byAge.merge(
                    days < 2 ? "0-1" : days < 8 ? "2-7" : days < 31 ? "8-30" : days < 91 ? "31-90" : "over-90",
                    count,
                    Long::sum);
        });
        return byAge;
    }

    private static long recent(Map<String, Long> closed, LocalDate today) {
        return closed.entrySet().stream()
                .filter(day -> !LocalDate.parse(day.getKey()).isBefore(today.minusDays(RECENT_DAYS)))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
