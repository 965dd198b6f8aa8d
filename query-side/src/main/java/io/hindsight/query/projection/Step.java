package io.hindsight.query.projection;

import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.fold.RecordedEvent;
import org.axonframework.eventhandling.TrackingToken;

/**
 * One event with the postmortem before and after it.
 *
 * @param position where the event is in the event store
 * @param before null where the event is the postmortem's first
 */
public record Step(
        RecordedEvent recorded, TrackingToken position, PostmortemDocument before, PostmortemDocument after) {}
