package io.hindsight.command.web;

import io.hindsight.command.decision.Actor;
import io.hindsight.http.Caller;
import io.hindsight.http.Roles;
import java.util.stream.Collectors;

/** Who gives the commands of the request at hand. */
public final class Actors {
    private Actors() {}

    public static Actor current() {
        Caller caller = Caller.current();
        return new Actor(
                caller.name(),
                Roles.ALL.stream().filter(caller::is).collect(Collectors.toUnmodifiableSet()),
                caller.onBehalfOf().orElse(null));
    }
}
