package io.hindsight.query.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When to remind. 23 November 2026 is a Monday; Friday the 27th is a holiday here. */
class ReminderTimesTest {
    private static final ReminderTimes WORKING_DAYS =
            times("UTC", EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of(LocalDate.parse("2026-11-27")));
    private static final ReminderTimes EVERY_DAY = times("UTC", Set.of(), Set.of());
    private static final ReminderTimes TOKYO =
            times("Asia/Tokyo", EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of());

    private static ReminderTimes times(String zone, Set<DayOfWeek> daysOff, Set<LocalDate> holidays) {
        return new ReminderTimes(
                ZoneId.of(zone), LocalTime.of(8, 0), daysOff, holidays, Duration.ofHours(24), Duration.ofDays(1));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // due, now, stage
                "2026-11-25T12:00:00Z, 2026-11-24T11:59:59Z, -",
                "2026-11-25T12:00:00Z, 2026-11-24T12:00:00Z, DUE_SOON",
                "2026-11-25T12:00:00Z, 2026-11-25T11:59:59Z, DUE_SOON",
                "2026-11-25T12:00:00Z, 2026-11-25T12:00:00Z, DUE",
                // Thursday noon, still to be told of until a day later, which is after three days off
                "2026-11-26T12:00:00Z, 2026-11-30T11:59:59Z, DUE",
                "2026-11-26T12:00:00Z, 2026-11-30T12:00:00Z, -",
                "2026-11-25T12:00:00Z, 2026-11-26T12:00:00Z, -",
                // on the Saturday: told on Thursday, and on Monday morning
                "2026-11-28T12:00:00Z, 2026-11-26T11:59:59Z, -",
                "2026-11-28T12:00:00Z, 2026-11-26T12:00:00Z, DUE_SOON",
                "2026-11-28T12:00:00Z, 2026-11-30T07:59:59Z, -",
                "2026-11-28T12:00:00Z, 2026-11-30T08:00:00Z, DUE",
                "2026-11-28T12:00:00Z, 2026-12-01T08:00:00Z, -",
                // on Monday: told on Thursday, at the same time of the day
                "2026-11-30T09:00:00Z, 2026-11-26T08:59:59Z, -",
                "2026-11-30T09:00:00Z, 2026-11-26T09:00:00Z, DUE_SOON"
            })
    void a_deadline_is_told_before_and_at_it_and_what_falls_on_a_day_off_earlier_or_later(
            Instant due, Instant now, Stage stage) {
        assertThat(WORKING_DAYS.stageAt(due, now)).isEqualTo(Optional.ofNullable(stage));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // Tuesday's digest tells of what is due until Wednesday's, and of what is due soon by then
                "2026-11-24T18:00:00Z, 2026-11-24T08:00:00Z, DUE",
                "2026-11-25T07:59:59Z, 2026-11-24T08:00:00Z, DUE",
                "2026-11-25T08:00:00Z, 2026-11-24T08:00:00Z, DUE_SOON",
                "2026-11-26T07:59:59Z, 2026-11-24T08:00:00Z, DUE_SOON",
                "2026-11-26T08:00:00Z, 2026-11-24T08:00:00Z, -",
                // Thursday's speaks for the days off
                "2026-11-28T12:00:00Z, 2026-11-26T08:00:00Z, DUE",
                "2026-11-30T09:00:00Z, 2026-11-26T08:00:00Z, DUE_SOON",
                // what became due since yesterday's, and nothing older
                "2026-11-23T10:00:00Z, 2026-11-24T08:00:00Z, DUE",
                "2026-11-23T08:00:00Z, 2026-11-24T08:00:00Z, -"
            })
    void a_digest_speaks_for_the_time_until_the_next_one(Instant due, Instant now, Stage stage) {
        assertThat(WORKING_DAYS.digestStageAt(due, now)).isEqualTo(Optional.ofNullable(stage));
    }

    @Test
    void a_digest_goes_out_from_its_time_on_and_on_working_days_of_the_zone() {
        assertThat(WORKING_DAYS.isDigestTime(Instant.parse("2026-11-24T07:59:59Z")))
                .isFalse();
        assertThat(WORKING_DAYS.isDigestTime(Instant.parse("2026-11-24T08:00:00Z")))
                .isTrue();
        assertThat(WORKING_DAYS.isDigestTime(Instant.parse("2026-11-27T08:00:00Z")))
                .isFalse();
        assertThat(TOKYO.isDigestTime(Instant.parse("2026-11-22T22:59:59Z"))).isFalse();
        assertThat(TOKYO.isDigestTime(Instant.parse("2026-11-22T23:00:00Z"))).isTrue();
        assertThat(TOKYO.isDigestTime(Instant.parse("2026-11-27T23:00:00Z"))).isFalse();
    }

    @Test
    void where_no_day_is_off_a_saturday_is_as_good_as_any() {
        Instant saturday = Instant.parse("2026-11-28T12:00:00Z");

        assertThat(EVERY_DAY.isWorkingDay(saturday)).isTrue();
        assertThat(EVERY_DAY.stageAt(saturday, saturday)).contains(Stage.DUE);
    }
}
