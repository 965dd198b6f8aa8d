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

    /** Waits until a position does, or the time is up, and says which. */
    synchronized boolean await(Predicate<TrackingToken> enough, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!enough.test(stored)) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
