package io.hindsight.command.responder;

import static io.hindsight.command.postmortem.Commands.OWNER;
import static io.hindsight.command.postmortem.Commands.agreed;
import static io.hindsight.command.postmortem.Commands.open;
import static io.hindsight.command.postmortem.Commands.own;

import io.hindsight.command.decision.Refusal;
import io.hindsight.command.lifecycle.LifecycleCommand.FinishReview;
import io.hindsight.command.postmortem.Scenario;
import io.hindsight.command.responder.ResponderCommand.AddResponder;
import io.hindsight.command.responder.ResponderCommand.RemoveResponder;
import io.hindsight.events.ResponderEvent.ResponderAdded;
import io.hindsight.events.ResponderEvent.ResponderRemoved;
import io.hindsight.words.ResponderRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResponderTest {
    private final Scenario scenario = Scenario.postmortem().given(open(), own());

    @ParameterizedTest
    @EnumSource
    void somebody_had_a_role_or_did_not_after_all(ResponderRole role) {
        scenario.when(new AddResponder("ben", role))
                .then(new ResponderAdded("ben", role))
                .when(new AddResponder("ben", role))
                .thenNothingHappens()
                .when(new RemoveResponder("ben", role))
                .then(new ResponderRemoved("ben", role))
                .when(new RemoveResponder("ben", role))
                .thenNothingHappens();
    }

    @Test
    void one_person_can_have_several_roles() {
        scenario.given(new AddResponder("ben", ResponderRole.SCRIBE))
                .when(new AddResponder("ben", ResponderRole.DEPUTY))
                .then(new ResponderAdded("ben", ResponderRole.DEPUTY))
                .when(new RemoveResponder("ben", ResponderRole.SCRIBE))
                .then(new ResponderRemoved("ben", ResponderRole.SCRIBE));
    }

    @Test
    void the_owner_names_the_first_incident_commander_but_not_themselves() {
        scenario.by(OWNER, "reader", "responder")
                .when(new AddResponder(OWNER, ResponderRole.INCIDENT_COMMANDER))
                .thenRefusedAs(Refusal.Kind.NOT_ALLOWED)
                .when(new AddResponder("ivo", ResponderRole.INCIDENT_COMMANDER))
                .then(new ResponderAdded("ivo", ResponderRole.INCIDENT_COMMANDER))
                .when(new AddResponder("ben", ResponderRole.INCIDENT_COMMANDER))
                .thenRefusedAs(Refusal.Kind.NOT_ALLOWED)
                .when(new RemoveResponder("ivo", ResponderRole.INCIDENT_COMMANDER))
                .thenRefusedAs(Refusal.Kind.NOT_ALLOWED);
    }

    @Test
    void a_responder_names_every_role_but_the_incident_commander() {
        scenario.by("ben", "reader", "responder")
                .given(new AddResponder("ben", ResponderRole.SCRIBE))
                .when(new AddResponder("ivo", ResponderRole.INCIDENT_COMMANDER))
                .thenRefusedAs(Refusal.Kind.NOT_ALLOWED);
    }

    @Test
    void an_incident_commander_hands_over_to_another() {
        scenario.given(new AddResponder("ivo", ResponderRole.INCIDENT_COMMANDER))
                .by("ivo", "reader")
                .given(new AddResponder("ben", ResponderRole.INCIDENT_COMMANDER))
                .when(new RemoveResponder("ivo", ResponderRole.INCIDENT_COMMANDER))
                .then(new ResponderRemoved("ivo", ResponderRole.INCIDENT_COMMANDER))
                .when(new AddResponder("ivo", ResponderRole.INCIDENT_COMMANDER))
                .thenRefusedAs(Refusal.Kind.NOT_ALLOWED);
    }

    @Test
    void what_was_agreed_upon_is_not_edited() {
        agreed().given(new FinishReview())
                .when(new AddResponder("ben", ResponderRole.SCRIBE))
                .thenRefusedBy("status.flow");
    }
}
