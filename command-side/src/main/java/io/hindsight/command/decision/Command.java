package io.hindsight.command.decision;

/**
 * What a client asks of one postmortem: a record of what it takes, which decides for itself. Its name in the API is the
 * record's in kebab-case; its components are the fields of the request's body.
 */
public interface Command {

    /** Who may give it. */
    Permission permission();

    /** Checks the command against the postmortem as it stands, then refuses, or says what happened. */
    void decide(Decision decision);

    /** Whether a reason has to go with it; one that is not needed is kept all the same. */
    default boolean needsReason() {
        return false;
    }

    /** Whether it tells all there is, what is owed included, so that nothing follows from it that would have to be computed. */
    default boolean tellsAll() {
        return false;
    }
}
