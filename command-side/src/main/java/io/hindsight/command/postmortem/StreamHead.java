package io.hindsight.command.postmortem;

/** Asks the event store where a postmortem stands, without reading its events. */
@FunctionalInterface
public interface StreamHead {
    /** The number of its events; 0 where there is no such postmortem. */
    long version(String postmortemId);
}
