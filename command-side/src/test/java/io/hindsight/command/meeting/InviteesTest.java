package io.hindsight.command.meeting;

import static io.hindsight.command.postmortem.Commands.MEETING;
import static io.hindsight.command.postmortem.Commands.OWNER;
import static io.hindsight.command.postmortem.Commands.held;
import static io.hindsight.command.postmortem.Commands.open;
import static io.hindsight.command.postmortem.Commands.own;
import static io.hindsight.command.postmortem.Commands.schedule;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.command.incident.IncidentCommand.ChangeSeverity;
import io.hindsight.command.lifecycle.LifecycleCommand.Reopen;
import io.hindsight.command.lifecycle.LifecycleCommand.Waive;
import io.hindsight.command.meeting.MeetingCommand.CancelMeeting;
import io.hindsight.command.ownership.OwnershipCommand.UnassignOwner;
import io.hindsight.command.postmortem.Scenario;
import io.hindsight.command.responder.ResponderCommand.AddResponder;
import io.hindsight.command.responder.ResponderCommand.RemoveResponder;
import io.hindsight.command.restriction.RestrictionCommand.LiftRestriction;
import io.hindsight.command.restriction.RestrictionCommand.Restrict;
import io.hindsight.events.MeetingEvent.MeetingInviteesSet;
import io.hindsight.words.Invitee;
import io.hindsight.words.InviteeRole;
import io.hindsight.words.ResponderRole;
import io.hindsight.words.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whom the meeting needs (rule {@code meeting.invitees}). */
class InviteesTest {
    private static final AddResponder LIAISON = responder("lia", ResponderRole.CUSTOMER_LIAISON);

    private final Scenario scenario = Scenario.postmortem().given(open());

    @Test
    void the_owner_and_whoever_had_a_role_are_invited_whatever_order_they_were_named_in() {
        scenario.given(
                        responder("rob", ResponderRole.RESPONDER),
                        responder("pam", ResponderRole.PRODUCT_MANAGER),
                        responder("eve", ResponderRole.ENGINEERING_MANAGER),
                        responder("tom", ResponderRole.SERVICE_OWNER),
                        responder("sam", ResponderRole.SERVICE_OWNER),
                        responder("kim", ResponderRole.INCIDENT_COMMANDER_SHADOW),
                        responder("ivo", ResponderRole.INCIDENT_COMMANDER),
                        responder("dan", ResponderRole.DEPUTY),
                        responder("sue", ResponderRole.SCRIBE),
                        responder("max", ResponderRole.SUBJECT_MATTER_EXPERT),
                        own())
                .when(schedule())
                .thenWarnedBy();

        assertThat(set())
                .isEqualTo(new MeetingInviteesSet(
                        List.of(
                                invitee(OWNER, InviteeRole.OWNER),
                                invitee("ivo", InviteeRole.INCIDENT_COMMANDER),
                                invitee("kim", InviteeRole.INCIDENT_COMMANDER_SHADOW),
                                invitee("sam", InviteeRole.SERVICE_OWNER),
                                invitee("tom", InviteeRole.SERVICE_OWNER),
                                invitee("eve", InviteeRole.ENGINEERING_MANAGER),
                                invitee("pam", InviteeRole.PRODUCT_MANAGER),
                                invitee("dan", InviteeRole.DEPUTY),
                                invitee("sue", InviteeRole.SCRIBE),
                                invitee("max", InviteeRole.SUBJECT_MATTER_EXPERT),
                                invitee("rob", InviteeRole.RESPONDER)),
                        List.of()));
    }

    @ParameterizedTest
    @EnumSource
    void every_role_in_an_incident_is_one_to_be_invited_as(ResponderRole role) {
        assertThat(InviteeRole.of(role)).hasToString(role.toString());
    }

    @Test
    void who_is_missing_is_said_whoever_else_is_there() {
        scenario.given(responder("sam", ResponderRole.SERVICE_OWNER)).when(schedule());

        assertThat(set())
                .isEqualTo(new MeetingInviteesSet(
                        List.of(invitee("sam", InviteeRole.SERVICE_OWNER)),
                        List.of(
                                ResponderRole.INCIDENT_COMMANDER,
                                ResponderRole.ENGINEERING_MANAGER,
                                ResponderRole.PRODUCT_MANAGER)));
    }

    @Test
    void the_meeting_of_a_sev_1_can_do_without_the_customer_liaison() {
        scenario.given(LIAISON).when(schedule());

        assertThat(set().invitees()).containsExactly(new Invitee("lia", List.of(InviteeRole.CUSTOMER_LIAISON), true));
    }

    @Test
    void one_who_had_another_role_as_well_is_needed() {
        scenario.given(LIAISON, responder("lia", ResponderRole.SCRIBE)).when(schedule());

        assertThat(set().invitees()).containsExactly(invitee("lia", InviteeRole.SCRIBE, InviteeRole.CUSTOMER_LIAISON));
    }

    @Test
    void only_a_sev_1_invites_the_customer_liaison_and_a_change_of_the_severity_says_so() {
        scenario.given(LIAISON, schedule()).when(new ChangeSeverity(Severity.SEV_2));
        assertThat(set().invitees()).isEmpty();

        scenario.when(new ChangeSeverity(Severity.SEV_1));
        assertThat(set().invitees()).extracting(Invitee::person).containsExactly("lia");
    }

    @Test
    void who_joins_leaves_or_owns_it_later_changes_the_invitees() {
        scenario.given(schedule()).when(responder("ivo", ResponderRole.INCIDENT_COMMANDER));
        assertThat(people()).containsExactly("ivo");

        scenario.when(own());
        assertThat(people()).containsExactly(OWNER, "ivo");

        scenario.when(new RemoveResponder("ivo", ResponderRole.INCIDENT_COMMANDER));
        assertThat(people()).containsExactly(OWNER);
        assertThat(set().missingRoles()).contains(ResponderRole.INCIDENT_COMMANDER);

        scenario.when(new UnassignOwner());
        assertThat(people()).isEmpty();
    }

    @Test
    void what_changes_nobody_says_nothing() {
        scenario.given(own(), schedule());

        scenario.when(schedule(MEETING.plusHours(1)));
        assertThat(invitations()).isEmpty();
        scenario.when(new ChangeSeverity(Severity.SEV_2));
        assertThat(invitations()).isEmpty();
    }

    @Test
    void without_a_meeting_to_come_nobody_is_invited() {
        scenario.when(own(), responder("ivo", ResponderRole.INCIDENT_COMMANDER));
        assertThat(invitations()).isEmpty();

        scenario.given(schedule()).when(new CancelMeeting(), responder("rob", ResponderRole.RESPONDER));
        assertThat(invitations()).isEmpty();

        scenario.given(schedule(), held()).when(responder("sam", ResponderRole.SERVICE_OWNER));
        assertThat(invitations()).isEmpty();
    }

    @Test
    void a_meeting_that_is_put_on_again_is_a_new_one_to_invite_to() {
        scenario.given(own(), schedule(), new CancelMeeting()).when(schedule());

        assertThat(people()).containsExactly(OWNER);
    }

    @Test
    void another_meeting_after_one_that_was_held_invites_who_has_come_to_be_needed() {
        scenario.given(own(), schedule(), held(), responder("sam", ResponderRole.SERVICE_OWNER))
                .when(schedule(MEETING.plusDays(1)));

        assertThat(people()).containsExactly(OWNER, "sam");
    }

    @Test
    void nobody_is_invited_to_the_meeting_of_what_is_waived_until_it_is_reopened() {
        scenario.given(own(), responder("ivo", ResponderRole.INCIDENT_COMMANDER), schedule(), new Waive())
                .when(new Restrict(List.of("ben")));
        assertThat(invitations()).isEmpty();

        scenario.given(new Reopen()).when(schedule());
        assertThat(people()).containsExactly(OWNER);
    }

    @Test
    void who_may_not_know_of_a_restricted_postmortem_is_not_invited_and_is_missing() {
        scenario.given(own(), responder("ivo", ResponderRole.INCIDENT_COMMANDER), schedule())
                .when(new Restrict(List.of("ben")));
        assertThat(people()).containsExactly(OWNER);
        assertThat(set().missingRoles()).contains(ResponderRole.INCIDENT_COMMANDER);
        assertThat(scenario.readiness().rules().stream()
                        .filter(state -> state.rule().equals("meeting.invitees"))
                        .flatMap(state -> state.toDo().stream()))
                .as("what would help: adding the responder once more would not")
                .satisfiesExactlyInAnyOrder(
                        nobody -> assertThat(nobody)
                                .contains("service-owner", "add-responder")
                                .doesNotContain("incident-commander"),
                        shutOut -> assertThat(shutOut)
                                .contains("name ivo as incident-commander", "restrict")
                                .doesNotContain("add-responder"));

        scenario.when(new LiftRestriction());
        assertThat(people()).containsExactly(OWNER, "ivo");
    }

    private List<String> people() {
        return set().invitees().stream().map(Invitee::person).toList();
    }

    private MeetingInviteesSet set() {
        assertThat(invitations()).hasSize(1);
        return invitations().get(0);
    }

    private List<MeetingInviteesSet> invitations() {
        return scenario.events().stream()
                .filter(MeetingInviteesSet.class::isInstance)
                .map(MeetingInviteesSet.class::cast)
                .toList();
    }

    private static AddResponder responder(String person, ResponderRole role) {
        return new AddResponder(person, role);
    }

    private static Invitee invitee(String person, InviteeRole... roles) {
        return new Invitee(person, List.of(roles), false);
    }
}
