package io.hindsight.events;

import io.hindsight.words.ResponderRole;

/** Who had which role in the incident. */
public sealed interface ResponderEvent extends PostmortemEvent {

    /** Somebody had this role. */
    @StoredAs("responder-added")
    record ResponderAdded(String person, ResponderRole role) implements ResponderEvent {}

    /** Somebody did not have this role after all. */
    @StoredAs("responder-removed")
    record ResponderRemoved(String person, ResponderRole role) implements ResponderEvent {}
}
