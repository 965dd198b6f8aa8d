package io.hindsight.command.incident;

import static io.hindsight.command.postmortem.Commands.RESOLVED;
import static io.hindsight.command.postmortem.Commands.STARTED;
import static io.hindsight.command.postmortem.Commands.agreed;
import static io.hindsight.command.postmortem.Commands.open;
import static io.hindsight.command.postmortem.Commands.resolvedAt;
import static io.hindsight.command.postmortem.Commands.startedAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hindsight.command.incident.IncidentCommand.ChangeSeverity;
import io.hindsight.command.incident.IncidentCommand.CorrectIncident;
import io.hindsight.command.lifecycle.LifecycleCommand.FinishReview;
import io.hindsight.command.lifecycle.LifecycleCommand.IncidentGiven;
import io.hindsight.command.postmortem.Scenario;
import io.hindsight.events.IncidentEvent.AffectedServicesCorrected;
import io.hindsight.events.IncidentEvent.IncidentReferenceCorrected;
import io.hindsight.events.IncidentEvent.IncidentTimesCorrected;
import io.hindsight.events.IncidentEvent.PostmortemRetagged;
import io.hindsight.events.IncidentEvent.PostmortemRetitled;
import io.hindsight.events.IncidentEvent.SeverityChanged;
import io.hindsight.words.Deadline;
import io.hindsight.words.ObligationKind;
import io.hindsight.words.Severity;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IncidentTest {
    private final Scenario scenario = Scenario.postmortem().given(open());

    @Test
    void a_downgrade_does_not_lift_the_need_and_says_so() {
        scenario.when(new ChangeSeverity(Severity.SEV_3))
                .then(new SeverityChanged(Severity.SEV_3, true))
                .thenWarnedBy("postmortem.required");
    }

    @Test
    void an_upgrade_makes_it_required() {
        Scenario.postmortem()
                .given(open(Severity.SEV_4))
                .when(new ChangeSeverity(Severity.SEV_3))
                .then(new SeverityChanged(Severity.SEV_3, false))
                .thenWarnedBy()
                .when(new ChangeSeverity(Severity.SEV_2))
                .then(new SeverityChanged(Severity.SEV_2, true));
    }

    @Test
    void the_same_severity_changes_nothing() {
        scenario.when(new ChangeSeverity(Severity.SEV_1)).thenNothingHappens();
    }

    @Test
    void a_change_of_severity_moves_the_meetings_deadline() {
        scenario.when(new ChangeSeverity(Severity.SEV_2));

        assertThat(scenario.deadlines())
                .containsExactly(new Deadline(
                        ObligationKind.HOLD_MEETING,
                        null,
                        Instant.parse("2026-12-01T00:00:00Z"),
                        Scenario.NOW,
                        "meeting.deadline"));
    }

    @Test
    void the_resolution_moves_the_meetings_deadline() {
        scenario.when(resolvedAt(RESOLVED.minusDays(3)));

        assertThat(scenario.deadlines())
                .extracting(Deadline::countedFrom, Deadline::dueAt)
                .containsExactly(tuple(RESOLVED.minusDays(3).toInstant(), Instant.parse("2026-11-24T00:00:00Z")));
    }

    @Test
    void each_thing_that_was_wrong_is_an_event_of_its_own() {
        scenario.when(new CorrectIncident(
                        "Checkout was down",
                        Optional.of("INC-7"),
                        Optional.of(STARTED),
                        Optional.of(STARTED.plusMinutes(1)),
                        Optional.of(RESOLVED),
                        List.of("checkout"),
                        List.of("payments")))
                .then(
                        new PostmortemRetitled("Checkout was down"),
                        new IncidentReferenceCorrected("INC-7"),
                        new IncidentTimesCorrected(STARTED, STARTED.plusMinutes(1), RESOLVED),
                        new AffectedServicesCorrected(List.of("checkout")),
                        new PostmortemRetagged(List.of("payments")));
    }

    @Test
    void what_is_null_is_taken_away_and_what_is_left_out_stays() {
        scenario.given(startedAt(STARTED), resolvedAt(RESOLVED))
                .when(startedAt(null))
                .then(new IncidentTimesCorrected(null, null, RESOLVED))
                .when(startedAt(null))
                .thenNothingHappens();
    }

    @Test
    void an_incident_is_neither_resolved_nor_detected_before_it_started() {
        scenario.given(startedAt(STARTED))
                .when(resolvedAt(STARTED.minusSeconds(1)))
                .thenRefusedBy("timeline.marks")
                .when(new CorrectIncident(
                        null,
                        null,
                        null,
                        Optional.of(STARTED.minusSeconds(1)),
                        Optional.of(STARTED.minusSeconds(1)),
                        null,
                        null))
                .thenRefusedBy("timeline.marks", "timeline.marks");
    }

    @Test
    void a_time_of_the_incident_that_is_yet_to_come_warns() {
        OffsetDateTime tomorrow = OffsetDateTime.parse("2026-11-24T10:00:00Z");
        scenario.when(resolvedAt(tomorrow))
                .thenWarnedBy("timeline.times")
                .when(startedAt(STARTED))
                .thenWarnedBy();
        Scenario.postmortem()
                .when(open(Severity.SEV_1, new IncidentGiven(null, STARTED, tomorrow, tomorrow, null)))
                .thenWarnedBy("timeline.times", "timeline.times");
    }

    @Test
    void what_was_agreed_upon_is_not_corrected() {
        agreed().given(new FinishReview())
                .when(new ChangeSeverity(Severity.SEV_2))
                .thenRefusedBy("status.flow")
                .when(startedAt(STARTED))
                .thenRefusedBy("status.flow");
    }
}
