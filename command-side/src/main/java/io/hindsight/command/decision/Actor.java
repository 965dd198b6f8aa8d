package io.hindsight.command.decision;

import java.util.Set;

/**
 * Who gives a command.
 *
 * @param name the caller
 * @param roles every role the caller has, those that a role brings with it included
 * @param onBehalfOf for whom an integration acts; null otherwise
 */
public record Actor(String name, Set<String> roles, String onBehalfOf) {

    public boolean is(String role) {
        return roles.contains(role);
    }

    /** What tells this actor from others: the caller, and the person that an integration acts for. */
    public String identity() {
        return identity(name, onBehalfOf);
    }

    /**
     * The identity of an actor that an event tells of.
     *
     * @param onBehalfOf null where the caller acted for nobody else
     */
    public static String identity(String name, String onBehalfOf) {
        return onBehalfOf == null ? name : name + "\n" + onBehalfOf;
    }

    /** Whose deed it is in the process: the person an integration acts for, else the caller. */
    public String person() {
        return onBehalfOf == null ? name : onBehalfOf;
    }
}
