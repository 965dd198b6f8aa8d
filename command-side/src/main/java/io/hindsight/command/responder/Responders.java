package io.hindsight.command.responder;

import io.hindsight.command.decision.Part;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.events.ResponderEvent.ResponderAdded;
import io.hindsight.events.ResponderEvent.ResponderRemoved;
import io.hindsight.words.ResponderRole;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who had which role in the incident. */
public final class Responders implements Part {
    private final Set<ResponderAdded> responders = new LinkedHashSet<>();

    @Override
    public void evolve(PostmortemEvent event, long version, Instant at) {
        if (event instanceof ResponderAdded e) {
            responders.add(e);
        } else if (event instanceof ResponderRemoved e) {
            responders.remove(new ResponderAdded(e.person(), e.role()));
        }
    }

    boolean had(String person, ResponderRole role) {
        return responders.contains(new ResponderAdded(person, role));
    }

    public Set<String> people() {
        return responders.stream().map(ResponderAdded::person).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The roles that are always invited to the meeting and that nobody is named for (rule {@code meeting.invitees}). */
    public List<String> missingInvitees() {
        return Stream.of(
                        ResponderRole.INCIDENT_COMMANDER,
                        ResponderRole.SERVICE_OWNER,
                        ResponderRole.ENGINEERING_MANAGER,
                        ResponderRole.PRODUCT_MANAGER)
                .filter(role -> responders.stream().noneMatch(responder -> responder.role() == role))
                .map(ResponderRole::toString)
                .toList();
    }
}
