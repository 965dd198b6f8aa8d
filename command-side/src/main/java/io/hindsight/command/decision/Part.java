package io.hindsight.command.decision;

import io.hindsight.events.PostmortemEvent;
import java.time.Instant;

/** A part of the postmortem's state: what the rules about one subject need to know, folded from the events. */
public interface Part {

    /**
     * Takes in what happened; passes over the events of other subjects.
     *
     * @param version the postmortem's version with this event
     * @param at when it was recorded
     */
    void evolve(PostmortemEvent event, long version, Instant at);

    /** Takes in by whom something was done, once it has {@linkplain #evolve taken in} what; only few parts ask. */
    default void account(PostmortemEvent event, String person) {}
}
