package io.hindsight.command.deadline;

import io.hindsight.command.decision.Policy;
import io.hindsight.words.Weekday;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Counts local days. A deadline is to the end of its day: the first instant of the next one is too late. */
final class WorkingDays {
    private WorkingDays() {}

    static Instant endOfCalendarDay(Instant from, int days, Policy policy) {
        return endOf(from.atZone(policy.zone()).toLocalDate().plusDays(days), policy.zone());
    }

    static Instant endOfBusinessDay(Instant from, int days, Policy policy) {
        LocalDate day = from.atZone(policy.zone()).toLocalDate();
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isBusinessDay(day, policy)) {
                left--;
            }
        }
        return endOf(day, policy.zone());
    }

    /** The end of the day of that time, or of the next business day where that is none. */
    static Instant endOfBusinessDay(Instant time, Policy policy) {
        LocalDate day = time.atZone(policy.zone()).toLocalDate();
        while (!isBusinessDay(day, policy)) {
            day = day.plusDays(1);
        }
        return endOf(day, policy.zone());
    }

    static boolean isBusinessDay(LocalDate day, Policy policy) {
        return policy.workingDays().contains(Weekday.of(day.getDayOfWeek()))
                && !policy.holidays().contains(day)
                && policy.holidayCalendars().stream().noneMatch(calendar -> PublicHolidays.has(calendar, day));
    }

    /** The first instant after the day, which is not everywhere midnight. */
    static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
