package io.hindsight.command.timeline;

import static io.hindsight.command.postmortem.Commands.RESOLVED;
import static io.hindsight.command.postmortem.Commands.STARTED;
import static io.hindsight.command.postmortem.Commands.agreed;
import static io.hindsight.command.postmortem.Commands.endMark;
import static io.hindsight.command.postmortem.Commands.entry;
import static io.hindsight.command.postmortem.Commands.open;
import static io.hindsight.command.postmortem.Commands.resolvedAt;
import static io.hindsight.command.postmortem.Commands.startMark;
import static io.hindsight.command.postmortem.Commands.startedAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.hindsight.command.decision.Command;
import io.hindsight.command.decision.Refusal;
import io.hindsight.command.decision.Rule;
import io.hindsight.command.decision.RuleMessage;
import io.hindsight.command.incident.IncidentCommand.CorrectIncident;
import io.hindsight.command.lifecycle.LifecycleCommand.FinishReview;
import io.hindsight.command.postmortem.Answer.MadePart;
import io.hindsight.command.postmortem.Scenario;
import io.hindsight.command.timeline.TimelineCommand.AddTimelineEntry;
import io.hindsight.command.timeline.TimelineCommand.CorrectTimelineEntry;
import io.hindsight.command.timeline.TimelineCommand.EvidenceGiven;
import io.hindsight.command.timeline.TimelineCommand.RetractTimelineEntry;
import io.hindsight.events.TimelineEvent.TimelineEntryAdded;
import io.hindsight.events.TimelineEvent.TimelineEntryCorrected;
import io.hindsight.events.TimelineEvent.TimelineEntryRetracted;
import io.hindsight.words.Deadline;
import io.hindsight.words.EntryKind;
import io.hindsight.words.Evidence;
import io.hindsight.words.Handling;
import io.hindsight.words.ObligationKind;
import io.hindsight.words.Severity;
import jakarta.validation.Validation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final OffsetDateTime LAGOS = OffsetDateTime.parse("2026-11-23T09:10:00+01:00");

    private final Scenario scenario = Scenario.postmortem().given(open());

    @Test
    void an_entry_keeps_its_offset_and_is_an_observation_unless_it_says_otherwise() {
        scenario.when(new AddTimelineEntry(
                        "e-1",
                        LAGOS,
                        null,
                        "Checkout got slow",
                        null,
                        List.of(new EvidenceGiven(null, "graph", "p99"))))
                .then(new TimelineEntryAdded(
                        "e-1",
                        LAGOS,
                        null,
                        EntryKind.OBSERVATION,
                        "Checkout got slow",
                        null,
                        List.of(new Evidence(null, "graph", "p99"))))
                .thenWarnedBy();
    }

    @Test
    void an_entry_without_an_id_gets_one_and_the_answer_says_which() {
        scenario.when(entry(null));

        assertThat(scenario.answer().made()).containsExactly(new MadePart("add-timeline-entry", "entryId", "id-1"));
    }

    @Test
    void an_entry_without_evidence_warns() {
        scenario.when(new AddTimelineEntry("e-1", STARTED, null, "Slow", null, null))
                .thenWarnedBy("timeline.evidence");
    }

    @Test
    void of_several_entries_without_evidence_each_warning_says_which() {
        scenario.when(
                entry("e-1"),
                new AddTimelineEntry(null, STARTED, null, "Latency rises", null, null),
                new AddTimelineEntry(null, STARTED, null, "Latency rises", null, null));

        assertThat(scenario.answer().warnings())
                .extracting(RuleMessage::message)
                .satisfiesExactly(
                        second -> assertThat(second).startsWith("Name where the data of this entry ([1]) comes from"),
                        third -> assertThat(third).startsWith("Name where the data of this entry ([2]) comes from"));
    }

    @Test
    void evidence_that_says_nothing_is_malformed() {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            var validator = factory.getValidator();
            assertThat(validator.validate(new EvidenceGiven(null, " ", null))).hasSize(1);
            assertThat(validator.validate(new EvidenceGiven(null, null, "select 1")))
                    .isEmpty();
        }
    }

    @Test
    void an_entry_that_blames_warns() {
        scenario.when(new AddTimelineEntry(
                        "e-1",
                        STARTED,
                        null,
                        "The deploy should have waited",
                        null,
                        entry("x").evidence()))
                .thenWarnedBy("wording.blameless");
    }

    @Test
    void an_entry_id_can_be_used_once() {
        scenario.given(entry("e-1")).when(entry("e-1")).thenRefusedAs(Refusal.Kind.ID_IN_USE);
    }

    @Test
    void the_id_of_a_retracted_entry_is_not_used_again_since_comments_stay_with_it() {
        scenario.given(entry("e-1"), new RetractTimelineEntry("e-1"))
                .when(entry("e-1"))
                .thenRefusedAs(Refusal.Kind.ID_IN_USE);
    }

    @Test
    void there_is_one_start_and_one_resolution() {
        scenario.given(startMark(), endMark())
                .when(entry("e-2", EntryKind.INCIDENT_STARTED, STARTED))
                .thenRefusedBy("timeline.marks")
                .when(entry("e-3", EntryKind.INCIDENT_RESOLVED, RESOLVED))
                .thenRefusedBy("timeline.marks");
    }

    @Test
    void a_second_start_after_the_end_breaks_both_rules_at_once() {
        scenario.given(startMark(), endMark())
                .when(entry("e-2", EntryKind.INCIDENT_STARTED, RESOLVED.plusMinutes(1)))
                .thenRefusedBy("timeline.marks", "timeline.marks");
    }

    @Test
    void the_end_is_not_before_the_start_whichever_comes_first() {
        scenario.given(startMark())
                .when(entry("end", EntryKind.INCIDENT_RESOLVED, STARTED.minusNanos(1_000_000)))
                .thenRefusedBy("timeline.marks");
        Scenario.postmortem()
                .given(open(), endMark())
                .when(entry("start", EntryKind.INCIDENT_STARTED, RESOLVED.plusNanos(1_000_000)))
                .thenRefusedBy("timeline.marks");
    }

    @Test
    void one_request_moves_both_marks_in_any_order() {
        CorrectTimelineEntry start =
                new CorrectTimelineEntry("start", RESOLVED.plusMinutes(1), null, null, null, null, null);
        CorrectTimelineEntry end =
                new CorrectTimelineEntry("end", RESOLVED.plusMinutes(2), null, null, null, null, null);

        scenario.given(startMark(), endMark())
                .when(start, entry("e-1"))
                .thenRefusedBy("timeline.marks")
                .when(start, end)
                .thenWarnedBy();
    }

    @Test
    void where_the_policy_only_warns_of_a_second_resolution_the_earliest_counts_in_whatever_order_they_are_told() {
        AddTimelineEntry early = entry("early", EntryKind.INCIDENT_RESOLVED, RESOLVED.minusDays(5));
        AddTimelineEntry late = entry("late", EntryKind.INCIDENT_RESOLVED, RESOLVED);

        assertThat(holdMeetingAfter(late, early)).isEqualTo(holdMeetingAfter(early, late));
    }

    private static Instant holdMeetingAfter(Command... entries) {
        Scenario warned =
                Scenario.postmortem().changed(policy -> policy.handling.put(Rule.TIMELINE_MARKS, Handling.WARN));
        warned.given(open());
        Instant dueAt = null;
        for (Command entry : entries) {
            warned.given(entry);
            for (Deadline deadline : warned.deadlines()) {
                dueAt = deadline.kind() == ObligationKind.HOLD_MEETING ? deadline.dueAt() : dueAt;
            }
        }
        assertThat(dueAt).isNotNull();
        return dueAt;
    }

    @Test
    void the_end_may_be_the_instant_of_the_start_in_another_offset() {
        scenario.given(startMark())
                .when(entry("end", EntryKind.INCIDENT_RESOLVED, OffsetDateTime.parse("2026-11-23T09:00:00+01:00")));

        assertThat(scenario.refusal()).isNull();
    }

    @Test
    void an_entry_that_is_yet_to_come_warns_until_its_time_has_come() {
        OffsetDateTime tomorrow = OffsetDateTime.parse("2026-11-24T10:00:00Z");
        scenario.when(entry("e-1", null, tomorrow))
                .thenWarnedBy("timeline.times")
                .when(entry("e-2", null, OffsetDateTime.parse("2026-11-23T10:00:59Z")))
                .thenWarnedBy()
                .when(new CorrectTimelineEntry("e-2", tomorrow, null, null, null, null, null))
                .thenWarnedBy("timeline.times")
                .when(new CorrectTimelineEntry("e-2", null, null, "Put better", null, null, null))
                .thenWarnedBy();
        assertThat(toDo("timeline.times")).hasSize(2);
        scenario.at("2026-11-24T10:00:00Z");
        assertThat(toDo("timeline.times")).isEmpty();
    }

    @Test
    void what_is_yet_to_come_is_refused_where_the_policy_says_so() {
        scenario.changed(policy -> policy.handling.put(Rule.TIMELINE_TIMES, Handling.REFUSE))
                .when(entry("e-1", null, OffsetDateTime.parse("2026-11-24T10:00:00Z")))
                .thenRefusedBy("timeline.times");
    }

    @Test
    void a_mark_at_another_time_than_the_incidents_warns_whichever_is_said_first() {
        scenario.given(startedAt(STARTED), resolvedAt(RESOLVED))
                .when(entry("start", EntryKind.INCIDENT_STARTED, STARTED.plusSeconds(59)))
                .thenWarnedBy()
                .when(entry("end", EntryKind.INCIDENT_RESOLVED, RESOLVED.plusMinutes(1)))
                .thenWarnedBy("timeline.marks")
                .when(resolvedAt(RESOLVED.plusMinutes(2)))
                .thenWarnedBy("timeline.marks");
        assertThat(toDo("timeline.marks"))
                .singleElement(STRING)
                .contains("was resolved at 2026-11-23T09:32Z", "marks 2026-11-23T09:31Z");

        scenario.when(resolvedAt(RESOLVED.plusMinutes(1))).thenWarnedBy();
        assertThat(toDo("timeline.marks")).isEmpty();
    }

    @Test
    void where_contradictions_are_refused_what_is_wrong_on_both_sides_is_corrected_in_one_request() {
        CorrectTimelineEntry mark =
                new CorrectTimelineEntry("start", STARTED.minusMinutes(5), null, null, null, null, null);
        scenario.changed(policy -> policy.handling.put(Rule.TIMELINE_MARKS_AGREE, Handling.REFUSE))
                .given(startedAt(STARTED), entry("start", EntryKind.INCIDENT_STARTED, STARTED))
                .when(mark)
                .thenRefusedBy("timeline.marks")
                .when(startedAt(STARTED.minusMinutes(5)))
                .thenRefusedBy("timeline.marks")
                .when(startedAt(STARTED.minusMinutes(9)), mark)
                .thenRefusedBy("timeline.marks")
                .when(startedAt(STARTED.minusMinutes(5)), mark)
                .thenWarnedBy()
                .when(mark, startedAt(STARTED.minusMinutes(5)))
                .thenNothingHappens();
    }

    @Test
    void the_first_detection_is_the_one_that_counts() {
        scenario.given(
                        new CorrectIncident(null, null, null, Optional.of(STARTED), null, null, null),
                        entry("first", EntryKind.DETECTED, STARTED))
                .when(entry("second", EntryKind.DETECTED, STARTED.plusMinutes(9)))
                .thenWarnedBy()
                .when(new CorrectTimelineEntry("first", STARTED.plusMinutes(5), null, null, null, null, null))
                .thenWarnedBy("timeline.marks");
    }

    private List<String> toDo(String rule) {
        return scenario.readiness().rules().stream()
                .filter(state -> state.rule().equals(rule))
                .flatMap(state -> state.toDo().stream())
                .toList();
    }

    @Test
    void a_severity_that_an_entry_does_not_mark_is_taken_away() {
        scenario.given(new AddTimelineEntry(
                        "e-1", STARTED, EntryKind.SEVERITY_CHANGED, "Downgraded", Severity.SEV_2, null))
                .when(new CorrectTimelineEntry("e-1", null, null, null, Optional.empty(), null, null))
                .then(new TimelineEntryCorrected("e-1", null, null, null, null, null, false, true))
                .when(new CorrectTimelineEntry("e-1", null, null, null, Optional.empty(), null, null))
                .thenNothingHappens();
    }

    @Test
    void a_correction_does_not_get_around_the_marks() {
        scenario.given(startMark(), endMark(), entry("e-1"))
                .when(new CorrectTimelineEntry("e-1", null, EntryKind.INCIDENT_STARTED, null, null, null, null))
                .thenRefusedBy("timeline.marks")
                .when(new CorrectTimelineEntry("end", STARTED.minusMinutes(1), null, null, null, null, null))
                .thenRefusedBy("timeline.marks");
    }

    @Test
    void a_mark_can_be_corrected_to_the_other_kind_at_another_time() {
        TimelineEntryCorrected correction = new TimelineEntryCorrected(
                "start", STARTED.minusHours(1), EntryKind.INCIDENT_RESOLVED, null, null, null, false, false);
        scenario.given(startMark())
                .when(new CorrectTimelineEntry(
                        "start", correction.at(), EntryKind.INCIDENT_RESOLVED, null, null, null, null))
                .then(correction);
    }

    @Test
    void after_a_mark_was_retracted_another_entry_can_be_it() {
        scenario.given(startMark())
                .when(new RetractTimelineEntry("start"))
                .then(new TimelineEntryRetracted("start"))
                .given(entry("e-2", EntryKind.INCIDENT_STARTED, STARTED));
    }

    @Test
    void a_correction_says_only_what_changes_and_one_that_changes_nothing_is_none() {
        scenario.given(entry("e-1"))
                .when(new CorrectTimelineEntry("e-1", null, null, "Put better", null, null, null))
                .then(new TimelineEntryCorrected("e-1", null, null, "Put better", null, null, false, false))
                .when(new CorrectTimelineEntry("e-1", null, null, "Put better", null, null, null))
                .thenNothingHappens();
    }

    @Test
    void a_correction_that_takes_the_evidence_away_warns() {
        scenario.given(entry("e-1"))
                .when(new CorrectTimelineEntry("e-1", null, null, null, null, List.of(), null))
                .thenWarnedBy("timeline.evidence");
    }

    @Test
    void an_unknown_entry_cannot_be_corrected_or_retracted() {
        scenario.when(new CorrectTimelineEntry("e-9", null, null, "x", null, null, null))
                .thenRefusedAs(Refusal.Kind.PART_NOT_FOUND)
                .when(new RetractTimelineEntry("e-9"))
                .thenRefusedAs(Refusal.Kind.PART_NOT_FOUND);
    }

    @Test
    void what_was_agreed_upon_is_not_edited() {
        agreed().given(new FinishReview())
                .when(entry("e-9"))
                .thenRefusedBy("status.flow")
                .when(new CorrectTimelineEntry("start", null, null, "Put better", null, null, null))
                .thenRefusedBy("status.flow")
                .when(new RetractTimelineEntry("start"))
                .thenRefusedBy("status.flow");
    }
}
