package io.hindsight.command.deadline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Counts local days. A deadline is to the end of its day: the first instant of the next one is too late. */
final class WorkingDays {
    private WorkingDays() {}

    static Instant endOfCalendarDay(Instant from, int days, ZoneId zone) {
        return endOf(from.atZone(zone).toLocalDate().plusDays(days), zone);
    }

    static Instant endOfBusinessDay(Instant from, int days, ZoneId zone) {
        LocalDate day = from.atZone(zone).toLocalDate();
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return endOf(day, zone);
    }

    /** The first instant after the day, which is not everywhere midnight. */
    static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
