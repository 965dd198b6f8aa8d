package io.hindsight.command.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.command.decision.Refusal;
import io.hindsight.command.lifecycle.LifecycleCommand.Open;
import io.hindsight.command.ownership.OwnershipCommand.AssignOwner;
import io.hindsight.command.postmortem.Scenario;
import io.hindsight.events.LifecycleEvent.PostmortemOpened;
import io.hindsight.events.OwnershipEvent.OwnerAssigned;
import io.hindsight.words.Deadline;
import io.hindsight.words.Incident;
import io.hindsight.words.ObligationKind;
import io.hindsight.words.Severity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningTest {
    private static final Open OPEN = new Open(Scenario.ID, "Checkout is slow", Severity.SEV_1, null, null, null);

    @Test
    void opening_a_postmortem_of_a_sev_1_says_that_it_is_required() {
        Scenario.postmortem()
                .when(OPEN)
                .then(new PostmortemOpened(
                        Scenario.ID, "Checkout is slow", Severity.SEV_1, true, Incident.UNKNOWN, List.of()));
    }

    @Test
    void opening_sets_the_deadlines_of_owning_scheduling_and_holding_the_meeting() {
        Scenario opened = Scenario.postmortem().when(OPEN);

        assertThat(opened.deadlines())
                .containsExactlyInAnyOrder(
                        new Deadline(
                                ObligationKind.OWN,
                                null,
                                Instant.parse("2026-11-23T11:00:00Z"),
                                Scenario.NOW,
                                "owner.single"),
                        new Deadline(
                                ObligationKind.SCHEDULE_MEETING,
                                null,
                                Instant.parse("2026-11-25T00:00:00Z"),
                                Scenario.NOW,
                                "meeting.scheduled-first"),
                        new Deadline(
                                ObligationKind.HOLD_MEETING,
                                null,
                                Instant.parse("2026-11-27T00:00:00Z"),
                                Scenario.NOW,
                                "meeting.deadline"));
    }

    @Test
    void an_id_can_be_used_once() {
        Scenario.postmortem().given(OPEN).when(OPEN).thenRefusedAs(Refusal.Kind.ID_IN_USE);
    }

    @Test
    void a_reader_may_not_open() {
        Scenario.postmortem().by("rita", "reader").when(OPEN).thenRefusedAs(Refusal.Kind.NOT_ALLOWED);
    }

    @Test
    void commands_other_than_open_find_no_postmortem_before_it() {
        Scenario.postmortem().when(new AssignOwner("ana")).thenRefusedAs(Refusal.Kind.POSTMORTEM_NOT_FOUND);
    }

    @Test
    void assigning_the_same_owner_again_changes_nothing() {
        Scenario.postmortem()
                .given(OPEN)
                .when(new AssignOwner("ana"))
                .then(new OwnerAssigned("ana"))
                .when(new AssignOwner("ana"))
                .thenNothingHappens();
    }
}
