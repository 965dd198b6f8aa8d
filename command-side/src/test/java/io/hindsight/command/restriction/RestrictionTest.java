package io.hindsight.command.restriction;

import static io.hindsight.command.postmortem.Commands.OWNER;
import static io.hindsight.command.postmortem.Commands.entry;
import static io.hindsight.command.postmortem.Commands.open;
import static io.hindsight.command.postmortem.Commands.own;
import static io.hindsight.command.postmortem.Scenario.COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.command.actionitem.ActionItemCommand.AddActionItem;
import io.hindsight.command.actionitem.ActionItemCommand.ChangeActionItem;
import io.hindsight.command.decision.Actor;
import io.hindsight.command.decision.Command;
import io.hindsight.command.decision.Refusal;
import io.hindsight.command.lifecycle.LifecycleCommand.Open;
import io.hindsight.command.lifecycle.LifecycleCommand.Waive;
import io.hindsight.command.ownership.OwnershipCommand.AssignOwner;
import io.hindsight.command.postmortem.Instruction;
import io.hindsight.command.postmortem.Request;
import io.hindsight.command.postmortem.Scenario;
import io.hindsight.command.responder.ResponderCommand.AddResponder;
import io.hindsight.command.restriction.RestrictionCommand.LiftRestriction;
import io.hindsight.command.restriction.RestrictionCommand.Restrict;
import io.hindsight.events.LifecycleEvent.PostmortemOpened;
import io.hindsight.events.OwnershipEvent.OwnerAssigned;
import io.hindsight.events.ResponderEvent.ResponderAdded;
import io.hindsight.events.RestrictionEvent.PostmortemRestricted;
import io.hindsight.events.RestrictionEvent.RestrictionLifted;
import io.hindsight.words.ActionItemKind;
import io.hindsight.words.Incident;
import io.hindsight.words.Priority;
import io.hindsight.words.ResponderRole;
import io.hindsight.words.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RestrictionTest {
    private static final Actor OTHER_COORDINATOR =
            new Actor("carl", Set.of("reader", "responder", "coordinator"), null);
    private static final Actor ADMINISTRATOR = new Actor("adam", Set.of("reader", "administrator"), null);

    @Test
    void the_owner_and_who_restricts_it_are_always_among_the_people() {
        Scenario.postmortem()
                .given(open(), own())
                .when(restrictTo("ben"))
                .then(new PostmortemRestricted(List.of("ben", "cora", OWNER)));
    }

    @Test
    void it_can_be_restricted_from_the_first_by_whoever_opens_it() {
        Open restricted = new Open(Scenario.ID, "A leak", Severity.SEV_1, null, "ana", null, List.of("ben"));
        Scenario.postmortem()
                .by("ana", "reader", "responder")
                .when(restricted)
                .then(
                        new PostmortemOpened(
                                Scenario.ID,
                                "A leak",
                                Severity.SEV_1,
                                true,
                                Incident.UNKNOWN,
                                List.of(),
                                List.of("ben", "ana")),
                        new OwnerAssigned("ana"))
                .by(OTHER_COORDINATOR)
                .when(own())
                .thenRefusedAs(Refusal.Kind.POSTMORTEM_NOT_FOUND);
    }

    @Test
    void an_administrator_sees_it_in_any_case_and_is_not_added() {
        Scenario.postmortem()
                .given(open(), own())
                .by(ADMINISTRATOR)
                .when(restrictTo("ben"))
                .then(new PostmortemRestricted(List.of("ben", OWNER)));
    }

    @Test
    void the_new_people_take_the_place_of_those_before() {
        Scenario.postmortem()
                .given(open(), restrictTo("ben", "mia"))
                .when(restrictTo("mia"))
                .then(new PostmortemRestricted(List.of("mia", "cora")))
                .by("ben", "reader", "responder")
                .when(entry("e-1"))
                .thenRefusedAs(Refusal.Kind.POSTMORTEM_NOT_FOUND);
    }

    @Test
    void the_same_people_again_change_nothing() {
        Scenario.postmortem()
                .given(open(), restrictTo("ben", "mia"))
                .when(restrictTo("mia", "cora", "ben", "ben"))
                .thenNothingHappens();
    }

    @Test
    void also_what_is_waived_or_closed_can_be_restricted() {
        Scenario.postmortem()
                .given(open(), new Waive())
                .when(restrictTo())
                .then(new PostmortemRestricted(List.of("cora")));
    }

    @Test
    void lifting_it_needs_somebody_who_knows_of_it_and_makes_it_known_to_all() {
        Scenario.postmortem()
                .given(open(), restrictTo())
                .by(OTHER_COORDINATOR)
                .when(new LiftRestriction())
                .thenRefusedAs(Refusal.Kind.POSTMORTEM_NOT_FOUND)
                .by(ADMINISTRATOR)
                .when(new LiftRestriction())
                .then(new RestrictionLifted())
                .when(new LiftRestriction())
                .thenNothingHappens()
                .by(OTHER_COORDINATOR)
                .given(own());
    }

    @Test
    void to_somebody_else_it_is_as_if_there_was_none_whatever_they_ask() {
        Scenario restricted = Scenario.postmortem().given(open(), restrictTo()).by(OTHER_COORDINATOR);
        Scenario none = Scenario.postmortem().by(OTHER_COORDINATOR);
        for (Request request : List.of(
                request(OTHER_COORDINATOR, null, null, own()),
                request(OTHER_COORDINATOR, Set.of(1L), null, own()),
                request(OTHER_COORDINATOR, null, "key", own()),
                request(OTHER_COORDINATOR, null, null, restrictTo("carl")))) {
            Refusal told = restricted.when(request).refusal();
            Refusal toldOfNone = none.when(request).refusal();
            assertThat(told.kind()).isEqualTo(Refusal.Kind.POSTMORTEM_NOT_FOUND);
            assertThat(told.kind()).isEqualTo(toldOfNone.kind());
            assertThat(told).hasMessage(toldOfNone.getMessage());
            assertThat(told.facts()).isEmpty();
        }
    }

    @Test
    void of_its_id_somebody_else_learns_only_that_it_is_taken() {
        Refusal restricted = Scenario.postmortem()
                .given(open(), restrictTo())
                .by(OTHER_COORDINATOR)
                .when(open())
                .refusal();
        Refusal known = Scenario.postmortem()
                .given(open())
                .by(OTHER_COORDINATOR)
                .when(open())
                .refusal();

        assertThat(restricted.kind()).isEqualTo(known.kind()).isEqualTo(Refusal.Kind.ID_IN_USE);
        assertThat(restricted).hasMessage(known.getMessage());
    }

    @Test
    void a_repetition_is_not_answered_to_who_may_not_know_of_it_any_more() {
        Scenario scenario = Scenario.postmortem().given(open());
        Request request = request(OTHER_COORDINATOR, null, "key", entry("e-1"));
        scenario.when(request)
                .by(COORDINATOR)
                .given(restrictTo())
                .when(request)
                .thenRefusedAs(Refusal.Kind.POSTMORTEM_NOT_FOUND);
    }

    @Test
    void the_incident_commander_is_not_an_exception() {
        Scenario.postmortem()
                .given(open(), new AddResponder("ivo", ResponderRole.INCIDENT_COMMANDER), restrictTo())
                .by("ivo", "reader")
                .when(own())
                .thenRefusedAs(Refusal.Kind.POSTMORTEM_NOT_FOUND);
    }

    @Test
    void an_integration_is_named_itself_and_so_is_the_person_it_acts_for() {
        Scenario scenario = Scenario.postmortem().given(open(), restrictTo("bot", "ana"));
        scenario.by(integrationFor("ana")).given(entry("e-1"));
        scenario.by(integrationFor(null)).given(entry("e-2"));
        scenario.by(integrationFor("carl")).when(entry("e-3")).thenRefusedAs(Refusal.Kind.POSTMORTEM_NOT_FOUND);
        scenario.by(COORDINATOR)
                .given(restrictTo("ana"))
                .by(integrationFor("ana"))
                .when(entry("e-3"))
                .thenRefusedAs(Refusal.Kind.POSTMORTEM_NOT_FOUND);
    }

    @Test
    void only_one_of_its_people_can_own_it_or_an_action_item_of_it() {
        Scenario.postmortem()
                .given(open(), restrictTo("ben"), item("a-1", "ben"))
                .when(new AssignOwner("mia"))
                .thenRefusedBy("restriction.named")
                .when(item("a-2", "mia"))
                .thenRefusedBy("restriction.named")
                .when(new ChangeActionItem("a-1", null, null, null, Optional.of("mia"), null, null, null))
                .thenRefusedBy("restriction.named")
                .when(new AssignOwner("ben"))
                .then(new OwnerAssigned("ben"));
    }

    @Test
    void only_one_of_its_people_can_be_named_a_responder() {
        Scenario restricted = Scenario.postmortem().given(open(), own(), restrictTo("ben"));
        restricted
                .when(new AddResponder("carl", ResponderRole.CUSTOMER_LIAISON))
                .thenRefusedBy("restriction.named");
        restricted
                .when(new AddResponder("ben", ResponderRole.CUSTOMER_LIAISON))
                .then(new ResponderAdded("ben", ResponderRole.CUSTOMER_LIAISON));
    }

    @Test
    void who_restricts_it_is_told_who_owes_an_action_item_and_is_not_named() {
        Scenario.postmortem()
                .given(open(), item("a-1", "ben"), item("a-2", "mia"))
                .when(restrictTo("mia"))
                .thenWarnedBy("restriction.named");
    }

    private static Restrict restrictTo(String... people) {
        return new Restrict(List.of(people));
    }

    private static AddActionItem item(String id, String owner) {
        return new AddActionItem(
                id, "Limit the retries", ActionItemKind.PREVENTION, Priority.P0, owner, null, null, null);
    }

    private static Actor integrationFor(String person) {
        return new Actor("bot", Set.of("reader", "responder", "integration"), person);
    }

    private static Request request(Actor actor, Set<Long> ifMatch, String key, Command command) {
        return new Request(
                Scenario.ID,
                List.of(new Instruction("test", command, null)),
                actor,
                ifMatch,
                key,
                key == null ? null : "hash",
                "correlation");
    }
}
