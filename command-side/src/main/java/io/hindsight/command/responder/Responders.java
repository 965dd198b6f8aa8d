package io.hindsight.command.responder;

import io.hindsight.command.decision.Part;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.events.ResponderEvent.ResponderAdded;
import io.hindsight.events.ResponderEvent.ResponderRemoved;
import io.hindsight.words.ResponderRole;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

    /** Each role with those who had it; a role that nobody had is not there. */
    public Map<ResponderRole, Set<String>> byRole() {
        Map<ResponderRole, Set<String>> byRole = new EnumMap<>(ResponderRole.class);
        responders.forEach(responder -> byRole.computeIfAbsent(responder.role(), role -> new TreeSet<>())
                .add(responder.person()));
        return byRole;
    }
}
