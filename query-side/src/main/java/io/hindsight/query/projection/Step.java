package io.hindsight.query.projection;

import io.hindsight.eventstore.EventPosition;
import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.fold.RecordedEvent;

/**
 * One event with the postmortem before and after it.
 *
 * @param position the event's own place in the event store, also where it was committed after later ones
 * @param before null where the event is the postmortem's first
 */
public record Step(
        RecordedEvent recorded, EventPosition position, PostmortemDocument before, PostmortemDocument after) {}
