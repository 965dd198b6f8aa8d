package io.hindsight.query.reminders;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * When a reminder is due. Nothing is on a day off: what would come before a deadline comes earlier, on the last working day
 * before it, and what would come at a deadline comes at the beginning of the next working day.
 *
 * @param at when on a working day the digest goes out, and what waited for that day
 * @param before how long before a deadline
 * @param late for how long after a deadline it is still reminded of
 */
record ReminderTimes(
        ZoneId zone, LocalTime at, Set<DayOfWeek> daysOff, Set<LocalDate> holidays, Duration before, Duration late) {
    /** Longer than any row of days off, so that no deadline that matters is left out of what is looked at. */
    private static final Duration ROW_OF_DAYS_OFF = Duration.ofDays(31);

    boolean isWorkingDay(Instant now) {
        return isWorkingDay(day(now));
    }

    LocalDate day(Instant now) {
        return now.atZone(zone).toLocalDate();
    }

    /** The stage that an obligation is at, if it is to be reminded of now. */
    Optional<Stage> stageAt(Instant dueAt, Instant now) {
        if (now.isBefore(dueAt)) {
            return now.isBefore(dueSoonAt(dueAt)) ? Optional.empty() : Optional.of(Stage.DUE_SOON);
        }
        return now.isBefore(overdueAt(dueAt)) || tooLate(dueAt, now) ? Optional.empty() : Optional.of(Stage.DUE);
    }

    /**
     * The stage at which the day's digest tells of an obligation. It speaks for the time until the next one, so that nothing
     * is due before it was told.
     */
    Optional<Stage> digestStageAt(Instant dueAt, Instant now) {
        Instant next = nextDigestAfter(now);
        if (tooLate(dueAt, now)) {
            return Optional.empty();
        } else if (dueAt.isBefore(next)) {
            return Optional.of(Stage.DUE);
        }
        return dueAt.isBefore(endOfDigest(now)) ? Optional.of(Stage.DUE_SOON) : Optional.empty();
    }

    /** The first deadline that is not in the digest of this day any more. */
    Instant endOfDigest(Instant now) {
        return nextDigestAfter(now).plus(before);
    }

    /** Whether the digest of this day may go out. */
    boolean isDigestTime(Instant now) {
        return isWorkingDay(now) && !now.isBefore(at(day(now)));
    }

    /** Deadlines before this one are not reminded of any more. */
    Instant earliestDeadline(Instant now) {
        return now.minus(late).minus(ROW_OF_DAYS_OFF);
    }

    /** Deadlines from this one on are not reminded of yet. */
    Instant latestDeadline(Instant now) {
        return now.plus(before).plus(ROW_OF_DAYS_OFF);
    }

    private Instant dueSoonAt(Instant dueAt) {
        return working(dueAt.minus(before).atZone(zone), moment -> moment.minusDays(1))
                .toInstant();
    }

    private Instant overdueAt(Instant dueAt) {
        LocalDate day = day(dueAt);
        return isWorkingDay(day) ? dueAt : at(nextWorkingDay(day));
    }

    /** Whether the deadline is not reminded of any more. */
    boolean tooLate(Instant dueAt, Instant now) {
        Instant end = working(overdueAt(dueAt).plus(late).atZone(zone), moment -> moment.plusDays(1))
                .toInstant();
        return !now.isBefore(end);
    }

    private Instant nextDigestAfter(Instant now) {
        return at(nextWorkingDay(day(now)));
    }

    private LocalDate nextWorkingDay(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private ZonedDateTime working(ZonedDateTime moment, UnaryOperator<ZonedDateTime> next) {
        ZonedDateTime working = moment;
        while (!isWorkingDay(working.toLocalDate())) {
            working = next.apply(working);
        }
        return working;
    }

    private boolean isWorkingDay(LocalDate day) {
        return !daysOff.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    private Instant at(LocalDate day) {
        return day.atTime(at).atZone(zone).toInstant();
    }
}
