package io.hindsight.query.projection;

import io.hindsight.eventstore.EventPosition;
import io.hindsight.eventstore.EventPositions;
import io.hindsight.http.Caller;
import io.hindsight.query.visibility.View;
import java.time.Duration;
import java.util.Optional;

/**
 * Read models for what acts on them by itself, without a request: each as it is read by everybody, and only while it
 * includes everything that has happened. A view that is still being filled from the beginning shows the past as if it were
 * now; whoever acted on it would do again what was done long ago.
 */
public final class CurrentViews {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ReadModels models;
    private final EventPositions events;

    CurrentViews(ReadModels models, EventPositions events) {
        this.models = models;
        this.events = events;
    }

    /** The read model as somebody may see it; empty while it is behind, which ends by itself. */
    public Optional<View> of(String projection, Caller reader) {
        EventPosition head = events.head();
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (true) {
                Optional<ProjectionProcessor> live = models.live(projection);
                if (live.isEmpty()) {
                    return Optional.empty();
                }
                if (head.index() == 0 || live.get().positionWith(head).isPresent()) {
                    return Optional.of(new View(live.get().collection(), reader));
                }
                Duration left = Duration.ofNanos(end - System.nanoTime());
                if (left.isNegative() || left.isZero()) {
                    return Optional.empty();
                }
                live.get().await(head, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
