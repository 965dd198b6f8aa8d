package io.hindsight.events;

import java.util.List;

/** Who may know of the postmortem: everybody, or some people only (rule {@code restriction.named}). */
public sealed interface RestrictionEvent extends PostmortemEvent {

    /** Only these people, and administrators, know of the postmortem and of all that ever happened to it.
     *
     * @param people all of them, in place of those before, if any
     */
    @StoredAs("postmortem-restricted")
    record PostmortemRestricted(List<String> people) implements RestrictionEvent {
        public PostmortemRestricted {
            people = people == null ? List.of() : List.copyOf(people);
        }
    }

    /** Everybody may know of the postmortem again; the reason says why. */
    @StoredAs("restriction-lifted")
    record RestrictionLifted() implements RestrictionEvent {}
}
