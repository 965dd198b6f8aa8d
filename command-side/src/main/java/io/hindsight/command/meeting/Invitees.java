package io.hindsight.command.meeting;

import io.hindsight.command.decision.Decision;
import io.hindsight.command.responder.Responders;
import io.hindsight.events.MeetingEvent.MeetingInviteesSet;
import io.hindsight.words.Invitee;
import io.hindsight.words.InviteeRole;
import io.hindsight.words.ResponderRole;
import io.hindsight.words.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whom the meeting needs (rule {@code meeting.invitees}): the owner, whoever had a role in the incident, and where that was a
 * SEV-1, optionally, the customer liaison. Who may not know of a restricted postmortem is not invited to talk about it.
 */
public final class Invitees {
    private static final List<ResponderRole> ALWAYS = List.of(
            ResponderRole.INCIDENT_COMMANDER,
            ResponderRole.SERVICE_OWNER,
            ResponderRole.ENGINEERING_MANAGER,
            ResponderRole.PRODUCT_MANAGER);

    private Invitees() {}

    /** Says whom to invite to the meeting that is planned, where they are others than was said of it. */
    public static void settle(Decision decision) {
        Meeting meeting = decision.the(Meeting.class);
        if (!decision.standing().isUnderWay() || !meeting.isScheduled() || meeting.isHeld()) {
            return;
        }
        MeetingInviteesSet invitees = of(decision);
        if (!invitees.equals(meeting.invitees())) {
            decision.emit(invitees);
        }
    }

    /** As the postmortem stands now; who has most to say is first. */
    static MeetingInviteesSet of(Decision decision) {
        Map<InviteeRole, Set<String>> invited = new TreeMap<>();
        if (decision.standing().owner() != null) {
            invited.put(InviteeRole.OWNER, Set.of(decision.standing().owner()));
        }
        decision.the(Responders.class).byRole().forEach((role, people) -> {
            Set<String> among = new TreeSet<>(people);
            among.removeIf(person -> !decision.standing().isKnownTo(person));
            if (role != ResponderRole.CUSTOMER_LIAISON || decision.standing().severity() == Severity.SEV_1) {
                invited.put(InviteeRole.of(role), among);
            }
        });
        Map<String, Set<InviteeRole>> rolesOf = new LinkedHashMap<>();
        invited.forEach((role, people) -> people.forEach(person ->
                rolesOf.computeIfAbsent(person, one -> new TreeSet<>()).add(role)));
        return new MeetingInviteesSet(
                rolesOf.entrySet().stream()
                        .map(one -> new Invitee(
                                one.getKey(),
                                List.copyOf(one.getValue()),
                                one.getValue().equals(Set.of(InviteeRole.CUSTOMER_LIAISON))))
                        .toList(),
                ALWAYS.stream()
                        .filter(role -> invited.getOrDefault(InviteeRole.of(role), Set.of())
                                .isEmpty())
                        .toList());
    }
}
