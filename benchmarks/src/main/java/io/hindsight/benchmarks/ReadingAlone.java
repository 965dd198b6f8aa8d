package io.hindsight.benchmarks;

import io.hindsight.eventstore.EventPosition;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Reads every event and its metadata as objects, as a projection gets them, and does nothing with them. */
final class ReadingAlone {
    private ReadingAlone() {}

    /** How many events there are up to that point. */
    static long read(EventStore events, EventPosition end) throws InterruptedException {
        long count = 0;
        try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(null)) {
            boolean more = true;
            while (more) {
                TrackedEventMessage<?> event = stream.nextAvailable();
                if (event.getPayload() == null || event.getMetaData().isEmpty()) {
                    throw new IllegalStateException("An event without content: " + event.getIdentifier());
                }
                count++;
                more = !end.coveredBy(event.trackingToken());
            }
        }
        return count;
    }
}
