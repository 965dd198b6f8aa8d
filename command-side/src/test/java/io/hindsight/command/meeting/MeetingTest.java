package io.hindsight.command.meeting;

import static io.hindsight.command.postmortem.Commands.MEETING;
import static io.hindsight.command.postmortem.Commands.STARTED;
import static io.hindsight.command.postmortem.Commands.agreed;
import static io.hindsight.command.postmortem.Commands.held;
import static io.hindsight.command.postmortem.Commands.inReview;
import static io.hindsight.command.postmortem.Commands.open;
import static io.hindsight.command.postmortem.Commands.schedule;
import static io.hindsight.command.postmortem.Commands.startedAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hindsight.command.decision.Command;
import io.hindsight.command.decision.Policy.Days;
import io.hindsight.command.incident.IncidentCommand.ChangeSeverity;
import io.hindsight.command.lifecycle.LifecycleCommand.Close;
import io.hindsight.command.lifecycle.LifecycleCommand.FinishReview;
import io.hindsight.command.lifecycle.LifecycleCommand.ReturnToDraft;
import io.hindsight.command.lifecycle.LifecycleCommand.SubmitForReview;
import io.hindsight.command.lifecycle.LifecycleCommand.Waive;
import io.hindsight.command.meeting.MeetingCommand.CancelMeeting;
import io.hindsight.command.meeting.MeetingCommand.RecordMeetingHeld;
import io.hindsight.command.meeting.MeetingCommand.ScheduleMeeting;
import io.hindsight.command.postmortem.Scenario;
import io.hindsight.command.responder.ResponderCommand.AddResponder;
import io.hindsight.command.review.ReviewCommand.ShareForReview;
import io.hindsight.events.LifecycleEvent.PostmortemWaived;
import io.hindsight.events.MeetingEvent.MeetingCancelled;
import io.hindsight.events.MeetingEvent.MeetingHeld;
import io.hindsight.events.MeetingEvent.MeetingScheduled;
import io.hindsight.words.DayKind;
import io.hindsight.words.Deadline;
import io.hindsight.words.ObligationKind;
import io.hindsight.words.ResponderRole;
import io.hindsight.words.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeetingTest {
    private static final Command[] INVITEES = {
        new AddResponder("ivo", ResponderRole.INCIDENT_COMMANDER),
        new AddResponder("sam", ResponderRole.SERVICE_OWNER),
        new AddResponder("eve", ResponderRole.ENGINEERING_MANAGER),
        new AddResponder("pam", ResponderRole.PRODUCT_MANAGER)
    };

    private final Scenario scenario = Scenario.postmortem().given(open()).given(INVITEES);

    @Test
    void a_meeting_takes_half_an_hour_unless_it_says_otherwise() {
        scenario.when(new ScheduleMeeting(MEETING, null, "Room 1", "https://meet.example/1"))
                .then(new MeetingScheduled(MEETING, Duration.ofMinutes(30), "Room 1", "https://meet.example/1"))
                .thenWarnedBy();
    }

    @Test
    void a_meeting_of_more_than_an_hour_warns() {
        scenario.when(new ScheduleMeeting(MEETING, Duration.ofMinutes(60), null, null))
                .thenWarnedBy();
        scenario.when(new ScheduleMeeting(MEETING, Duration.ofMinutes(61), null, null))
                .thenWarnedBy("meeting.length");
    }

    @Test
    void how_long_a_meeting_may_be_is_said_as_the_policy_has_it() {
        scenario.changed(policy -> policy.longMeeting = Duration.ofMinutes(10))
                .when(new ScheduleMeeting(MEETING, Duration.ofMinutes(20), null, null));

        assertThat(scenario.answer().warnings().get(0).message()).contains("at most 10 minutes");
    }

    @Test
    void a_meeting_after_its_deadline_warns() {
        scenario.when(schedule(OffsetDateTime.parse("2026-11-26T23:59:59.999Z")))
                .thenWarnedBy();
        scenario.when(schedule(OffsetDateTime.parse("2026-11-27T00:00:00Z"))).thenWarnedBy("meeting.deadline");
    }

    @Test
    void scheduling_a_meeting_for_a_time_that_is_past_warns_and_says_what_to_do_instead() {
        OffsetDateTime now = Scenario.NOW.atOffset(ZoneOffset.UTC);
        scenario.when(schedule(now)).thenWarnedBy();
        scenario.when(schedule(now.minusSeconds(1))).thenWarnedBy("meeting.scheduled-first");
        assertThat(scenario.answer().warnings().get(0).message()).contains("record-meeting-held");
    }

    @Test
    void a_planned_meeting_that_is_over_is_to_be_recorded_or_put_off() {
        scenario.given(schedule());

        assertThat(scenario.at("2026-11-25T15:30:00Z").readiness().toString()).doesNotContain("is past");
        assertThat(scenario.at("2026-11-25T15:30:00.001Z").readiness().toString())
                .contains("The meeting is planned for a time that is past");
        assertThat(scenario.given(held()).readiness().toString()).doesNotContain("is past");
    }

    @Test
    void roles_that_nobody_is_named_for_warn_and_are_listed() {
        Scenario alone = Scenario.postmortem().given(open(), new AddResponder("sam", ResponderRole.SERVICE_OWNER));

        alone.when(schedule()).thenWarnedBy("meeting.invitees");
        assertThat(alone.answer().warnings().get(0).message())
                .contains("incident-commander, engineering-manager, product-manager")
                .doesNotContain("service-owner");
    }

    @Test
    void scheduling_the_same_again_changes_nothing_and_another_time_moves_it() {
        scenario.given(schedule())
                .when(schedule())
                .thenNothingHappens()
                .when(schedule(MEETING.plusHours(1)))
                .then(new MeetingScheduled(MEETING.plusHours(1), Duration.ofMinutes(30), null, null));
    }

    @Test
    void a_moved_meeting_moves_the_day_to_share_by() {
        scenario.when(schedule());
        assertThat(scenario.deadlines()).extracting(Deadline::kind).containsExactly(ObligationKind.SHARE_FOR_REVIEW);

        scenario.when(schedule(MEETING.plusHours(1)));
        assertThat(scenario.deadlines())
                .containsExactly(new Deadline(
                        ObligationKind.SHARE_FOR_REVIEW,
                        null,
                        Instant.parse("2026-11-24T16:00:00Z"),
                        Instant.parse("2026-11-25T16:00:00Z"),
                        "review.shared-before-meeting"));
    }

    @Test
    void a_cancelled_meeting_has_to_be_scheduled_again_and_nothing_is_to_be_shared_for_it() {
        scenario.given(schedule()).when(new CancelMeeting()).then(new MeetingCancelled());

        assertThat(scenario.deadlines())
                .extracting(Deadline::kind, Deadline::dueAt)
                .containsExactlyInAnyOrder(
                        tuple(ObligationKind.SCHEDULE_MEETING, Instant.parse("2026-11-25T00:00:00Z")),
                        tuple(ObligationKind.SHARE_FOR_REVIEW, null));
    }

    @Test
    void cancelling_a_meeting_that_is_not_planned_changes_nothing() {
        scenario.when(new CancelMeeting()).thenNothingHappens();
    }

    @Test
    void a_meeting_that_was_held_cannot_be_cancelled() {
        scenario.given(schedule(), held()).when(new CancelMeeting()).thenRefusedBy("status.flow");
    }

    @Test
    void a_meeting_is_held_now_unless_a_time_is_given() {
        OffsetDateTime now = Scenario.NOW.atOffset(ZoneOffset.UTC);
        scenario.when(held())
                .then(new MeetingHeld(now, List.of("ana", "ben"), null))
                .when(new RecordMeetingHeld(now.minusHours(1), null, null))
                .then(new MeetingHeld(now.minusHours(1), List.of("ana", "ben"), null));
    }

    @Test
    void a_meeting_that_is_recorded_as_held_on_another_day_than_planned_warns() {
        scenario.given(schedule())
                .at("2026-11-25T15:30:00Z")
                .when(new RecordMeetingHeld(MEETING.minusDays(1), null, null))
                .thenWarnedBy("meeting.scheduled-first")
                .when(new RecordMeetingHeld(MEETING.plusMinutes(5), null, null))
                .thenWarnedBy()
                .when(new RecordMeetingHeld(null, null, "https://calls.example/1"))
                .thenWarnedBy();
        Scenario.postmortem().given(open()).when(held()).thenWarnedBy();
    }

    @Test
    void recorded_again_what_is_left_out_stays_as_it_was() {
        OffsetDateTime now = Scenario.NOW.atOffset(ZoneOffset.UTC);
        scenario.given(held())
                .at("2026-11-23T12:00:00Z")
                .when(new RecordMeetingHeld(null, null, "https://calls.example/1"))
                .then(new MeetingHeld(now, List.of("ana", "ben"), "https://calls.example/1"))
                .when(new RecordMeetingHeld(null, null, null))
                .thenNothingHappens();
    }

    @Test
    void a_meeting_does_not_take_place_in_the_future() {
        scenario.when(new RecordMeetingHeld(OffsetDateTime.parse("2026-11-23T10:00:00.001Z"), null, null))
                .thenRefusedBy("status.reviewed");
    }

    @Test
    void a_meeting_does_not_take_place_before_its_incident() {
        scenario.given(startedAt(STARTED))
                .when(new RecordMeetingHeld(STARTED.minusSeconds(1), null, null))
                .thenRefusedBy("status.reviewed")
                .when(new RecordMeetingHeld(STARTED, null, null))
                .then(new MeetingHeld(STARTED, List.of(), null));
    }

    @Test
    void a_meeting_that_was_held_is_owed_no_more() {
        scenario.given(schedule(), new ShareForReview()).when(held());

        assertThat(scenario.deadlines()).isEmpty();
    }

    @Test
    void after_one_that_was_held_another_meeting_is_owed_when_it_is_scheduled() {
        scenario.given(schedule(), new ShareForReview(), held()).when(schedule(MEETING.plusDays(1)));

        assertThat(scenario.deadlines()).extracting(Deadline::kind).containsExactly(ObligationKind.HOLD_MEETING);
    }

    @Test
    void where_the_next_meeting_is_called_off_the_one_that_was_held_stands() {
        scenario.given(schedule(), new ShareForReview(), held(), schedule(MEETING.plusDays(1)))
                .when(new CancelMeeting())
                .then(new MeetingCancelled());

        assertThat(scenario.deadlines())
                .extracting(Deadline::kind, Deadline::dueAt)
                .containsExactly(tuple(ObligationKind.HOLD_MEETING, null));
        assertThat(ruleOf(scenario, "status.reviewed")).doesNotContain("Hold the meeting");
        scenario.when(held()).thenNothingHappens();
        scenario.when(new CancelMeeting()).thenRefusedBy("status.flow");
    }

    @Test
    void the_meeting_that_stands_again_is_judged_by_the_deadline_of_when_it_was_held() {
        scenario.given(schedule())
                .at("2026-11-25T15:30:00Z")
                .given(held(), schedule(MEETING.plusDays(9)), new ChangeSeverity(Severity.SEV_1))
                .given(new CancelMeeting());

        assertThat(ruleOf(scenario, "meeting.deadline")).doesNotContain("is to be held before");
    }

    @Test
    void a_meeting_that_was_held_is_the_same_one_where_it_is_scheduled_for_when_it_was() {
        OffsetDateTime inBerlin = Scenario.NOW.atOffset(ZoneOffset.ofHours(1));
        scenario.given(held())
                .when(schedule(inBerlin))
                .then(new MeetingScheduled(inBerlin, Duration.ofMinutes(30), null, null));

        assertThat(scenario.deadlines()).isEmpty();
        scenario.when(new CancelMeeting()).thenRefusedBy("status.flow");
    }

    @Test
    void of_a_meeting_that_is_moved_what_is_left_out_stays_and_what_is_empty_is_taken_away() {
        scenario.given(new ScheduleMeeting(MEETING, Duration.ofMinutes(45), "Room 1", "https://meet.example/1"))
                .when(new ScheduleMeeting(MEETING.plusHours(1), null, null, null))
                .then(new MeetingScheduled(
                        MEETING.plusHours(1), Duration.ofMinutes(45), "Room 1", "https://meet.example/1"))
                .when(new ScheduleMeeting(MEETING.plusHours(1), null, "", " "))
                .then(new MeetingScheduled(MEETING.plusHours(1), Duration.ofMinutes(45), null, null));
    }

    @Test
    void the_same_time_in_another_offset_moves_nothing() {
        scenario.given(schedule())
                .when(schedule(MEETING.withOffsetSameInstant(ZoneOffset.ofHours(9))))
                .thenNothingHappens();
    }

    @Test
    void waiving_calls_a_planned_meeting_off_and_leaves_one_that_was_held() {
        scenario.given(schedule()).when(new Waive()).then(new PostmortemWaived(), new MeetingCancelled());

        Scenario.postmortem()
                .given(open(), schedule(), held())
                .when(new Waive())
                .then(new PostmortemWaived());
    }

    @Test
    void a_review_of_what_is_submitted_after_the_meeting_was_held_is_not_due_when_that_was_planned() {
        Scenario early = inReview();
        early.given(held(), new ReturnToDraft()).when(new SubmitForReview());

        assertThat(early.deadlines())
                .filteredOn(one -> one.kind() == ObligationKind.REVIEW)
                .extracting(Deadline::dueAt)
                .containsExactly(Instant.parse("2026-11-25T00:00:00Z"));
    }

    @Test
    void how_a_meeting_that_was_held_was_planned_can_be_corrected() {
        scenario.given(schedule(), new ShareForReview(), held())
                .at("2026-11-26T10:00:00Z")
                .when(new ScheduleMeeting(MEETING, Duration.ofMinutes(45), "Room 1", null))
                .then(new MeetingScheduled(MEETING, Duration.ofMinutes(45), "Room 1", null))
                .thenWarnedBy();

        assertThat(scenario.deadlines()).isEmpty();
        scenario.when(held()).thenNothingHappens();
    }

    @Test
    void a_meeting_that_was_held_in_time_stays_so_whatever_the_policy_says_later() {
        scenario.given(schedule()).at("2026-11-25T15:30:00Z").given(held());
        assertThat(ruleOf(scenario, "meeting.deadline")).doesNotContain("is to be held before");

        scenario.changed(policy -> {
            policy.meetingWithin = Map.of();
            policy.otherMeetingsWithin = new Days(0, DayKind.CALENDAR);
        });

        assertThat(ruleOf(scenario, "meeting.deadline")).doesNotContain("is to be held before");
    }

    private static String ruleOf(Scenario scenario, String rule) {
        return scenario.readiness().rules().stream()
                .filter(state -> state.rule().equals(rule))
                .findFirst()
                .orElseThrow()
                .toString();
    }

    @Test
    void the_recording_of_a_meeting_can_be_linked_when_the_postmortem_is_reviewed_or_closed_already() {
        Scenario reviewed = agreed().given(new FinishReview());
        MeetingHeld held = new MeetingHeld(Scenario.NOW.atOffset(ZoneOffset.UTC), List.of("ana", "ben"), null);

        reviewed.when(new RecordMeetingHeld(null, null, "https://calls.example/1"))
                .then(new MeetingHeld(held.heldAt(), held.attendees(), "https://calls.example/1"));
        reviewed.given(new Close())
                .when(new RecordMeetingHeld(null, null, "https://calls.example/2"))
                .then(new MeetingHeld(held.heldAt(), held.attendees(), "https://calls.example/2"));
    }

    @Test
    void the_meeting_of_what_is_reviewed_or_closed_stands() {
        Scenario reviewed = agreed().given(new FinishReview());
        reviewed.when(schedule(MEETING.plusDays(1))).thenRefusedBy("status.flow");
        reviewed.when(new RecordMeetingHeld(null, List.of("zoe"), null)).thenRefusedBy("status.flow");
        reviewed.when(new CancelMeeting()).thenRefusedBy("status.flow", "status.flow");
        reviewed.given(new Close()).when(schedule(MEETING.plusDays(1))).thenRefusedBy("status.flow");
    }
}
