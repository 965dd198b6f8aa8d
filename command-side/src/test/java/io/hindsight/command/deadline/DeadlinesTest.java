package io.hindsight.command.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.command.decision.Policy;
import io.hindsight.command.lifecycle.LifecycleCommand.Close;
import io.hindsight.command.lifecycle.LifecycleCommand.FinishReview;
import io.hindsight.command.lifecycle.LifecycleCommand.IncidentGiven;
import io.hindsight.command.lifecycle.LifecycleCommand.Reopen;
import io.hindsight.command.lifecycle.LifecycleCommand.SubmitForReview;
import io.hindsight.command.postmortem.Commands;
import io.hindsight.command.postmortem.Scenario;
import io.hindsight.words.Deadline;
import io.hindsight.words.EntryKind;
import io.hindsight.words.ObligationKind;
import io.hindsight.words.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Until when, by hand: rules {@code meeting.deadline}, {@code meeting.scheduled-first}, {@code action-item.ticket}. */
class DeadlinesTest {

    @ParameterizedTest(name = "{1} {0} + {3} days in {2}: {4}")
    @CsvSource({
        // Business days: 2026-11-23 is a Monday.
        "2026-11-23T10:00:00Z, business, UTC, 5, 2026-12-01T00:00:00Z",
        "2026-11-27T10:00:00Z, business, UTC, 1, 2026-12-01T00:00:00Z",
        "2026-11-28T10:00:00Z, business, UTC, 1, 2026-12-01T00:00:00Z",
        "2026-11-29T10:00:00Z, business, UTC, 1, 2026-12-01T00:00:00Z",
        "2026-11-28T10:00:00Z, business, UTC, 5, 2026-12-05T00:00:00Z",
        "2026-11-28T10:00:00Z, business, UTC, 0, 2026-11-29T00:00:00Z",
        // Month and year ends, leap days.
        "2026-12-31T23:59:59Z, calendar, UTC, 3, 2027-01-04T00:00:00Z",
        "2026-12-31T23:59:59Z, business, UTC, 1, 2027-01-02T00:00:00Z",
        "2028-02-27T10:00:00Z, calendar, UTC, 2, 2028-03-01T00:00:00Z",
        "2027-02-27T10:00:00Z, calendar, UTC, 2, 2027-03-02T00:00:00Z",
        // The last and the first instant of a local day.
        "2026-11-23T23:59:59.999Z, calendar, UTC, 3, 2026-11-27T00:00:00Z",
        "2026-11-24T00:00:00Z, calendar, UTC, 3, 2026-11-28T00:00:00Z",
        // The clocks change in between: 2026-10-25 back and 2026-03-29 forward in Berlin.
        "2026-10-23T10:00:00Z, calendar, Europe/Berlin, 1, 2026-10-24T22:00:00Z",
        "2026-10-23T10:00:00Z, calendar, Europe/Berlin, 2, 2026-10-25T23:00:00Z",
        "2026-03-28T10:00:00Z, calendar, Europe/Berlin, 0, 2026-03-28T23:00:00Z",
        "2026-03-28T10:00:00Z, calendar, Europe/Berlin, 1, 2026-03-29T22:00:00Z",
        // A day that begins at one o'clock, since the clocks skip midnight: Beirut, 2026-03-29.
        "2026-03-27T10:00:00Z, calendar, Asia/Beirut, 1, 2026-03-28T22:00:00Z",
        // The day is the zone's: fourteen hours ahead, twelve behind.
        "2026-11-23T10:30:00Z, calendar, Pacific/Kiritimati, 3, 2026-11-27T10:00:00Z",
        "2026-11-23T09:30:00Z, calendar, Pacific/Kiritimati, 3, 2026-11-26T10:00:00Z",
        "2026-11-23T11:30:00Z, calendar, Etc/GMT+12, 3, 2026-11-26T12:00:00Z",
        "2026-11-23T12:30:00Z, calendar, Etc/GMT+12, 3, 2026-11-27T12:00:00Z",
        // Friday in UTC, Saturday there.
        "2026-11-27T10:30:00Z, business, Pacific/Kiritimati, 1, 2026-11-30T10:00:00Z",
        // A day that Samoa never had: 2011-12-30.
        "2011-12-29T12:00:00Z, calendar, Pacific/Apia, 0, 2011-12-30T10:00:00Z"
    })
    void days_are_counted_in_the_zone_to_the_end_of_the_last(
            Instant from, String days, ZoneId zone, int count, Instant end) {
        Policy policy = policy(zone, Set.of());

        assertThat(
                        days.equals("business")
                                ? WorkingDays.endOfBusinessDay(from, count, policy)
                                : WorkingDays.endOfCalendarDay(from, count, policy))
                .isEqualTo(end);
    }

    @Test
    void a_holiday_is_no_business_day_and_one_on_a_weekend_takes_none_away() {
        Policy policy = policy(ZoneId.of("UTC"), Set.of(LocalDate.parse("2026-11-26"), LocalDate.parse("2026-11-28")));

        assertThat(WorkingDays.endOfBusinessDay(Scenario.NOW, 5, policy)).isEqualTo("2026-12-02T00:00:00Z");
        assertThat(WorkingDays.endOfCalendarDay(Scenario.NOW, 3, policy)).isEqualTo("2026-11-27T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "SEV_1, 2026-11-27T00:00:00Z",
        "SEV_2, 2026-12-01T00:00:00Z",
        "SEV_3, 2026-12-01T00:00:00Z",
        "SEV_5, 2026-12-01T00:00:00Z",
        ", 2026-12-01T00:00:00Z"
    })
    void the_meeting_is_due_by_the_severity_and_like_the_others_where_it_is_not_known(
            Severity severity, Instant dueAt) {
        Scenario opened = Scenario.postmortem().when(Commands.open(severity));

        assertThat(holdMeeting(opened).dueAt()).isEqualTo(dueAt);
    }

    @Test
    void the_meeting_counts_from_the_resolution_else_the_start_else_the_opening() {
        OffsetDateTime start = OffsetDateTime.parse("2026-11-20T10:00:00+01:00");
        OffsetDateTime end = OffsetDateTime.parse("2026-11-21T10:00:00+01:00");

        assertThat(countedFrom(null, null)).isEqualTo(Scenario.NOW);
        assertThat(countedFrom(start, null)).isEqualTo(start.toInstant());
        assertThat(countedFrom(start, end)).isEqualTo(end.toInstant());
    }

    @Test
    void the_timelines_marks_stand_in_for_times_that_nobody_gave() {
        Scenario scenario = Scenario.postmortem().given(Commands.open());

        scenario.when(Commands.entry("s", EntryKind.INCIDENT_STARTED, Commands.STARTED));
        assertThat(holdMeeting(scenario).countedFrom()).isEqualTo(Commands.STARTED.toInstant());
        scenario.when(Commands.entry("e", EntryKind.INCIDENT_RESOLVED, Commands.RESOLVED));
        assertThat(holdMeeting(scenario).countedFrom()).isEqualTo(Commands.RESOLVED.toInstant());
        scenario.when(Commands.resolvedAt(Commands.RESOLVED.plusMinutes(1)));
        assertThat(holdMeeting(scenario).countedFrom())
                .isEqualTo(Commands.RESOLVED.plusMinutes(1).toInstant());
    }

    private static Instant countedFrom(OffsetDateTime start, OffsetDateTime end) {
        return holdMeeting(Scenario.postmortem()
                        .when(Commands.open(Severity.SEV_1, new IncidentGiven(null, start, null, end, List.of()))))
                .countedFrom();
    }

    @Test
    void what_is_submitted_is_reviewed_by_the_meeting() {
        assertThat(review(Commands.inReview()))
                .extracting(Deadline::dueAt, Deadline::countedFrom)
                .containsExactly(Commands.MEETING.toInstant(), Commands.MEETING.toInstant());
    }

    @ParameterizedTest
    @CsvSource({
        // A Thursday; its reviewers have the whole Friday.
        "2026-11-26T11:00:00Z, 2026-11-28T00:00:00Z",
        // A Friday: a day later is a Saturday.
        "2026-11-27T11:00:00Z, 2026-12-01T00:00:00Z",
    })
    void what_is_submitted_again_after_the_meeting_is_reviewed_a_day_later(String submittedAt, String dueAt) {
        Scenario again = Commands.agreed()
                .at("2026-11-25T16:00:00Z")
                .given(new FinishReview(), new Close())
                .at(submittedAt)
                .given(new Reopen())
                .when(new SubmitForReview());

        assertThat(review(again))
                .extracting(Deadline::dueAt, Deadline::countedFrom)
                .containsExactly(Instant.parse(dueAt), Instant.parse(submittedAt));
        again.when(Commands.schedule(OffsetDateTime.parse("2026-12-02T15:00:00Z")));
        assertThat(review(again).dueAt()).isEqualTo("2026-12-02T15:00:00Z");
    }

    private static Deadline review(Scenario scenario) {
        return scenario.deadlines().stream()
                .filter(deadline -> deadline.kind() == ObligationKind.REVIEW)
                .findFirst()
                .orElseThrow();
    }

    private static Deadline holdMeeting(Scenario scenario) {
        return scenario.deadlines().stream()
                .filter(deadline -> deadline.kind() == ObligationKind.HOLD_MEETING)
                .findFirst()
                .orElseThrow();
    }

    private static Policy policy(ZoneId zone, Set<LocalDate> holidays) {
        return Policy.DEFAULT.with(policy -> {
            policy.zone = zone;
            policy.holidays = holidays;
        });
    }
}
