package io.hindsight.query.projection;

import java.time.Duration;
import java.util.function.Predicate;
import org.axonframework.eventhandling.TrackingToken;

/** How far a processor of this process is, and a place to wait until it is further. */
final class Progress {
    private TrackingToken stored;

    synchronized void reached(TrackingToken token) {
        stored = token;
        notifyAll();
    }

    synchronized TrackingToken stored() {
        return stored;
    }

    /** Waits until a position does, or the time is up. */
    synchronized void await(Predicate<TrackingToken> enough, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        long left = patience.toMillis();
        while (left > 0 && !enough.test(stored)) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
    }
}
