package io.hindsight.command.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.command.decision.Policy;
import io.hindsight.command.incident.IncidentCommand.ChangeSeverity;
import io.hindsight.command.lifecycle.LifecycleCommand.IncidentGiven;
import io.hindsight.command.postmortem.Commands;
import io.hindsight.command.postmortem.Scenario;
import io.hindsight.words.Deadline;
import io.hindsight.words.HolidayCalendar;
import io.hindsight.words.ObligationKind;
import io.hindsight.words.Severity;
import io.hindsight.words.Weekday;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Deadlines worked out by hand, from the calendar on the wall: rule {@code meeting.deadline} and every other that counts days.
 * Holidays are a country, a country and its region, or single days.
 */
class DeadlineCasesTest {

    @ParameterizedTest(name = "{0} in {1}, {2}, holidays {3}: {4}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
            # The end of a year: 2026-12-31 is a Thursday
            2026-12-31T23:59:59Z | UTC | 3 calendar | - | 2027-01-04T00:00:00Z
            2026-12-31T23:59:59Z | UTC | 1 business | - | 2027-01-02T00:00:00Z
            2026-12-31T23:59:59Z | UTC | 1 business | de | 2027-01-05T00:00:00Z
            2026-12-23T10:00:00Z | Europe/Berlin | 5 business | de | 2026-12-31T23:00:00Z
            2026-12-24T22:30:00Z | Europe/Berlin | 5 business | de | 2027-01-04T23:00:00Z
            2026-12-24T23:30:00Z | Europe/Berlin | 5 business | de | 2027-01-04T23:00:00Z
            2026-12-24T23:30:00Z | Europe/Berlin | 3 calendar | de | 2026-12-28T23:00:00Z
            2028-12-29T10:00:00Z | UTC | 1 business | - | 2029-01-02T00:00:00Z
            2028-12-29T10:00:00Z | Europe/Berlin | 1 business | de | 2029-01-02T23:00:00Z
            # Boxing Day on a Saturday: in England the Monday instead
            2026-12-24T12:00:00Z | Europe/London | 5 business | gb/eng | 2027-01-06T00:00:00Z
            2026-12-24T15:00:00Z | America/New_York | 5 business | us | 2027-01-05T05:00:00Z
            # Christmas on a Saturday: the Friday before, the Monday and Tuesday after, and in Germany lost
            2027-12-22T15:00:00Z | America/New_York | 2 business | us | 2027-12-28T05:00:00Z
            2027-12-24T12:00:00Z | Europe/London | 1 business | gb/eng | 2027-12-30T00:00:00Z
            2027-12-24T12:00:00Z | Europe/Berlin | 1 business | de | 2027-12-27T23:00:00Z
            # Easter: 2026-04-05 and 2027-03-28, when the clocks change too
            2026-04-02T10:00:00Z | Europe/Berlin | 1 business | de | 2026-04-07T22:00:00Z
            2026-04-02T10:00:00Z | Europe/Berlin | 5 business | de | 2026-04-13T22:00:00Z
            2026-04-02T10:00:00Z | Europe/Berlin | 3 calendar | de | 2026-04-05T22:00:00Z
            2026-04-02T10:00:00Z | Europe/London | 1 business | gb/eng | 2026-04-07T23:00:00Z
            2026-04-02T10:00:00Z | Europe/London | 1 business | gb/sct | 2026-04-06T23:00:00Z
            2026-04-02T15:00:00Z | America/New_York | 1 business | us | 2026-04-04T04:00:00Z
            2027-03-25T10:00:00Z | Europe/Berlin | 1 business | de | 2027-03-30T22:00:00Z
            2027-03-26T10:00:00Z | Europe/Berlin | 3 calendar | de | 2027-03-29T22:00:00Z
            2027-03-25T10:00:00Z | Europe/London | 1 business | gb/eng | 2027-03-30T23:00:00Z
            # What moves with Easter
            2026-05-13T10:00:00Z | Europe/Berlin | 1 business | de | 2026-05-15T22:00:00Z
            2026-05-22T10:00:00Z | Europe/Berlin | 1 business | de | 2026-05-26T22:00:00Z
            # The first and the last Monday of May in England; the first of May in Germany; both
            2026-05-01T10:00:00Z | Europe/London | 1 business | gb/eng | 2026-05-05T23:00:00Z
            2026-05-22T10:00:00Z | Europe/London | 1 business | gb/eng | 2026-05-26T23:00:00Z
            2026-04-30T10:00:00Z | Europe/Berlin | 1 business | de | 2026-05-04T22:00:00Z
            2026-04-30T10:00:00Z | Europe/Berlin | 1 business | de gb/eng | 2026-05-05T22:00:00Z
            # Summer time in Berlin: from 2026-03-29 to 2026-10-25
            2026-03-27T10:00:00Z | Europe/Berlin | 3 calendar | - | 2026-03-30T22:00:00Z
            2026-03-28T22:59:59Z | Europe/Berlin | 1 calendar | - | 2026-03-29T22:00:00Z
            2026-10-23T10:00:00Z | Europe/Berlin | 3 calendar | - | 2026-10-26T23:00:00Z
            2026-10-24T21:59:59Z | Europe/Berlin | 0 calendar | - | 2026-10-24T22:00:00Z
            2026-10-24T22:00:00Z | Europe/Berlin | 0 calendar | - | 2026-10-25T23:00:00Z
            2026-10-23T10:00:00Z | Europe/Berlin | 1 business | de | 2026-10-26T23:00:00Z
            # In New York: from 2026-03-08 to 2026-11-01
            2026-03-06T15:00:00Z | America/New_York | 3 calendar | - | 2026-03-10T04:00:00Z
            2026-03-07T12:00:00Z | America/New_York | 0 calendar | - | 2026-03-08T05:00:00Z
            2026-03-08T12:00:00Z | America/New_York | 0 calendar | - | 2026-03-09T04:00:00Z
            2026-10-30T15:00:00Z | America/New_York | 3 calendar | - | 2026-11-03T05:00:00Z
            2026-10-31T12:00:00Z | America/New_York | 0 calendar | - | 2026-11-01T04:00:00Z
            2026-11-01T12:00:00Z | America/New_York | 0 calendar | - | 2026-11-02T05:00:00Z
            # In Sydney the other way round: until 2026-04-05 and from 2026-10-04
            2026-04-03T00:00:00Z | Australia/Sydney | 3 calendar | - | 2026-04-06T14:00:00Z
            2026-10-02T00:00:00Z | Australia/Sydney | 3 calendar | - | 2026-10-05T13:00:00Z
            # Resolved on Saturday 23:59:59, and around it
            2026-11-28T23:59:59Z | UTC | 3 calendar | - | 2026-12-02T00:00:00Z
            2026-11-28T23:59:59Z | UTC | 5 business | - | 2026-12-05T00:00:00Z
            2026-11-29T00:00:00Z | UTC | 3 calendar | - | 2026-12-03T00:00:00Z
            2026-11-29T00:00:00Z | UTC | 5 business | - | 2026-12-05T00:00:00Z
            2026-11-28T22:59:59Z | Europe/Berlin | 3 calendar | - | 2026-12-01T23:00:00Z
            2026-11-28T23:59:59Z | Europe/Berlin | 3 calendar | - | 2026-12-02T23:00:00Z
            2026-11-28T23:59:59Z | America/New_York | 3 calendar | - | 2026-12-02T05:00:00Z
            2026-11-27T23:59:59Z | UTC | 1 business | - | 2026-12-01T00:00:00Z
            # Fourteen hours ahead, twelve behind, and a zone with minutes
            2026-11-27T09:59:59Z | Pacific/Kiritimati | 1 business | - | 2026-11-30T10:00:00Z
            2026-11-27T10:00:00Z | Pacific/Kiritimati | 3 calendar | - | 2026-12-01T10:00:00Z
            2026-12-31T10:00:00Z | Pacific/Kiritimati | 0 calendar | - | 2027-01-01T10:00:00Z
            2026-11-27T11:59:59Z | Etc/GMT+12 | 1 business | - | 2026-11-28T12:00:00Z
            2026-11-28T11:59:59Z | Etc/GMT+12 | 3 calendar | - | 2026-12-01T12:00:00Z
            2026-12-31T12:00:00Z | Etc/GMT+12 | 1 calendar | - | 2027-01-02T12:00:00Z
            2026-11-23T18:15:00Z | Asia/Kathmandu | 3 calendar | - | 2026-11-27T18:15:00Z
            # The day after begins at one o'clock, or is not there at all
            2026-03-27T10:00:00Z | Asia/Beirut | 1 calendar | - | 2026-03-28T22:00:00Z
            2026-03-06T15:00:00Z | America/Havana | 1 calendar | - | 2026-03-08T05:00:00Z
            2026-09-04T15:00:00Z | America/Santiago | 1 calendar | - | 2026-09-06T04:00:00Z
            2011-12-29T12:00:00Z | Pacific/Apia | 0 calendar | - | 2011-12-30T10:00:00Z
            # The leap day, a Tuesday in 2028
            2028-02-26T10:00:00Z | UTC | 3 calendar | - | 2028-03-01T00:00:00Z
            2027-02-26T10:00:00Z | UTC | 3 calendar | - | 2027-03-02T00:00:00Z
            2028-02-28T10:00:00Z | UTC | 1 business | - | 2028-03-01T00:00:00Z
            2028-02-29T23:59:59Z | UTC | 3 calendar | - | 2028-03-04T00:00:00Z
            2028-02-29T23:59:59Z | UTC | 5 business | - | 2028-03-08T00:00:00Z
            # Holidays on a weekend, and days of one's own
            2026-10-02T10:00:00Z | Europe/Berlin | 1 business | de | 2026-10-05T22:00:00Z
            2026-07-02T15:00:00Z | America/New_York | 1 business | us | 2026-07-07T04:00:00Z
            2026-11-27T10:00:00Z | UTC | 1 business | 2026-11-28 | 2026-12-01T00:00:00Z
            2026-11-27T10:00:00Z | UTC | 1 business | 2026-11-30 | 2026-12-02T00:00:00Z
            2026-11-27T10:00:00Z | UTC | 3 calendar | 2026-11-30 | 2026-12-01T00:00:00Z
            # A year for which nobody has computed the days by the moon has none of the country's
            2190-03-23T10:00:00Z | UTC | 5 business | sg | 2190-03-31T00:00:00Z
            # Thanksgiving; a holiday that only Berlin has
            2026-11-25T15:00:00Z | America/New_York | 1 business | us | 2026-11-28T05:00:00Z
            2026-11-25T15:00:00Z | America/New_York | 3 calendar | us | 2026-11-29T05:00:00Z
            2027-03-05T10:00:00Z | Europe/Berlin | 1 business | de | 2027-03-08T23:00:00Z
            2027-03-05T10:00:00Z | Europe/Berlin | 1 business | de/be | 2027-03-09T23:00:00Z
            """)
    void a_deadline_is_the_end_of_its_local_day(
            Instant from, ZoneId zone, String count, String holidays, Instant tooLate) {
        String[] days = count.split(" ");
        Policy policy = policy(zone, holidays == null ? "" : holidays);

        assertThat(
                        days[1].equals("business")
                                ? WorkingDays.endOfBusinessDay(from, Integer.parseInt(days[0]), policy)
                                : WorkingDays.endOfCalendarDay(from, Integer.parseInt(days[0]), policy))
                .isEqualTo(tooLate);
    }

    private static Policy policy(ZoneId zone, String holidays) {
        List<HolidayCalendar> calendars = new ArrayList<>();
        Set<LocalDate> days = new TreeSet<>();
        for (String each : holidays.split(" ")) {
            if (each.matches("\\d.*")) {
                days.add(LocalDate.parse(each));
            } else if (!each.isEmpty()) {
                String[] names = each.split("/");
                calendars.add(new HolidayCalendar(names[0], names.length == 1 ? null : names[1]));
            }
        }
        return Policy.DEFAULT.with(policy -> {
            policy.zone = zone;
            policy.holidayCalendars = calendars;
            policy.holidays = days;
        });
    }

    @Test
    void people_work_on_the_days_that_the_policy_says() {
        Policy fromSundayToThursday = Policy.DEFAULT.with(policy -> {
            policy.workingDays = EnumSet.range(Weekday.MONDAY, Weekday.THURSDAY);
            policy.workingDays.add(Weekday.SUNDAY);
        });

        assertThat(WorkingDays.endOfBusinessDay(Instant.parse("2026-11-26T10:00:00Z"), 1, fromSundayToThursday))
                .isEqualTo("2026-11-30T00:00:00Z");
    }

    @ParameterizedTest(name = "resolved {0}, {1} until {2}, then {3}: {4}")
    @CsvSource({
        // Both deadlines are counted from Monday the 16th: Thursday the 19th, and Monday the 23rd.
        "2026-11-16T10:00:00Z, SEV_2, 2026-11-21T10:00:00Z, SEV_1, 2026-11-20T00:00:00Z",
        "2026-11-16T10:00:00Z, SEV_1, 2026-11-21T10:00:00Z, SEV_2, 2026-11-24T00:00:00Z",
        "2026-11-16T10:00:00Z, SEV_1, 2026-11-30T10:00:00Z, SEV_3, 2026-11-24T00:00:00Z",
        "2026-11-16T10:00:00Z, SEV_4, 2026-11-30T10:00:00Z, SEV_1, 2026-11-20T00:00:00Z"
    })
    void a_severity_that_changes_after_the_deadline_moves_it_as_if_it_had_been_so_from_the_first(
            OffsetDateTime resolved, Severity first, String at, Severity then, Instant tooLate) {
        Scenario changed = Scenario.postmortem()
                .at("2026-11-16T11:00:00Z")
                .given(Commands.open(first, new IncidentGiven(null, null, null, resolved, List.of())))
                .at(at)
                .when(new ChangeSeverity(then));

        assertThat(changed.deadlines())
                .containsExactly(new Deadline(
                        ObligationKind.HOLD_MEETING, null, tooLate, resolved.toInstant(), "meeting.deadline"));
    }
}
