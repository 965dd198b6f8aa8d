package io.hindsight.command.postmortem;

/** Makes the ids of what clients do not name themselves. */
@FunctionalInterface
public interface Ids {
    String next();
}
