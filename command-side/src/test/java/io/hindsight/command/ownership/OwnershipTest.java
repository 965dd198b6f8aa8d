package io.hindsight.command.ownership;

import static io.hindsight.command.postmortem.Commands.OWNER;
import static io.hindsight.command.postmortem.Commands.agreed;
import static io.hindsight.command.postmortem.Commands.open;
import static io.hindsight.command.postmortem.Commands.openOwnedBy;
import static io.hindsight.command.postmortem.Commands.own;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.command.decision.Refusal;
import io.hindsight.command.lifecycle.LifecycleCommand.Close;
import io.hindsight.command.lifecycle.LifecycleCommand.Waive;
import io.hindsight.command.ownership.OwnershipCommand.AssignOwner;
import io.hindsight.command.ownership.OwnershipCommand.UnassignOwner;
import io.hindsight.command.postmortem.Scenario;
import io.hindsight.command.responder.ResponderCommand.AddResponder;
import io.hindsight.events.OwnershipEvent.OwnerAssigned;
import io.hindsight.events.OwnershipEvent.OwnerUnassigned;
import io.hindsight.words.Deadline;
import io.hindsight.words.ObligationKind;
import io.hindsight.words.ResponderRole;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OwnershipTest {

    @Test
    void another_owner_takes_the_place_of_the_one_before() {
        Scenario.postmortem().given(open(), own()).when(new AssignOwner("ben")).then(new OwnerAssigned("ben"));
    }

    @Test
    void a_postmortem_that_lost_its_owner_has_to_be_owned_within_the_hour_from_then() {
        Scenario scenario = Scenario.postmortem()
                .given(open(), own())
                .at("2026-12-01T12:00:00Z")
                .when(new UnassignOwner())
                .then(new OwnerUnassigned());

        assertThat(scenario.deadlines())
                .containsExactly(new Deadline(
                        ObligationKind.OWN,
                        null,
                        Instant.parse("2026-12-01T13:00:00Z"),
                        Instant.parse("2026-12-01T12:00:00Z"),
                        "owner.single"));
    }

    @Test
    void taking_the_owner_of_an_unowned_one_away_changes_nothing() {
        Scenario.postmortem().given(open()).when(new UnassignOwner()).thenNothingHappens();
    }

    @Test
    void who_opens_it_may_own_it_but_not_name_somebody_else() {
        Scenario.postmortem()
                .by("ana", "reader", "responder")
                .when(openOwnedBy("ben"))
                .thenRefusedAs(Refusal.Kind.NOT_ALLOWED)
                .given(openOwnedBy("ana"))
                .when(new AssignOwner("ben"))
                .thenRefusedAs(Refusal.Kind.NOT_ALLOWED);
    }

    @Test
    void the_incident_commander_designates_the_owner() {
        Scenario.postmortem()
                .given(open(), new AddResponder("ivo", ResponderRole.INCIDENT_COMMANDER))
                .by("ivo", "reader")
                .when(own())
                .then(new OwnerAssigned(OWNER));
    }

    @Test
    void an_owner_may_give_it_back() {
        Scenario.postmortem()
                .given(open(), own())
                .by(OWNER, "reader")
                .when(new UnassignOwner())
                .then(new OwnerUnassigned());
    }

    @Test
    void the_owner_of_what_is_closed_or_waived_stays() {
        agreed().given(new Close())
                .when(new AssignOwner("ben"))
                .thenRefusedBy("status.flow")
                .when(new UnassignOwner())
                .thenRefusedBy("status.flow");
        Scenario.postmortem().given(open(), new Waive()).when(own()).thenRefusedBy("status.flow");
    }
}
