package io.hindsight.words;

import java.util.List;

/**
 * Somebody to invite to the postmortem meeting (rule {@code meeting.invitees}).
 *
 * @param roles what they are invited as, at least one
 * @param optional the meeting can do without them
 */
public record Invitee(String person, List<InviteeRole> roles, boolean optional) {
    public Invitee {
        roles = roles == null ? List.of() : List.copyOf(roles);
    }
}
