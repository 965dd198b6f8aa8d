package io.hindsight.query.projection;

import io.hindsight.eventstore.EventPosition;
import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.fold.RecordedEvent;
import java.util.Objects;

/**
 * One event with the postmortem before and after it.
 *
 * @param position the event's own place in the event store, also where it was committed after later ones
 * @param before null where the event is the postmortem's first
 */
public record Step(
        RecordedEvent recorded, EventPosition position, PostmortemDocument before, PostmortemDocument after) {

    /** Whether others than before may know of the postmortem from this event on. */
    public boolean changesAudience() {
        return before != null && !Objects.equals(before.restrictedTo(), after.restrictedTo());
    }
}
