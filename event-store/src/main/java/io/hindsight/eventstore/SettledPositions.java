package io.hindsight.eventstore;

import java.util.Collections;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Tells how far the positions of events are settled: up to there, every event is visible and every missing position stays
 * empty for ever, because no transaction that could fill it is open any more.
 *
 * <p>Transactions commit in another order than they take positions, so a reader meets holes and must know which ones to wait
 * for. Axon tells by the events' age, which skips an event when clocks differ or jump, or a transaction outlives the limit.
 * This asks who is still appending, and no clock is involved.
 */
final class SettledPositions {

    private final LongSupplier head;
    private final Supplier<Set<String>> openAppends;

    private long settled;
    private long candidate;
    private Set<String> candidateWaitsFor = Set.of();

    /**
     * @param head the last visible position: those before it have all been taken
     * @param openAppends the transactions that may have taken positions and are not committed
     */
    SettledPositions(LongSupplier head, Supplier<Set<String>> openAppends) {
        this.head = head;
        this.openAppends = openAppends;
    }

    /** The last settled position; only what is read after this call may be judged by it. */
    synchronized long now() {
        // In this order: who took a position up to the head and is not among those found open afterwards is through.
        long last = head.getAsLong();
        Set<String> open = openAppends.get();
        if (Collections.disjoint(candidateWaitsFor, open)) {
            settled = Math.max(settled, candidate);
            candidate = last;
            candidateWaitsFor = open;
        }
        if (open.isEmpty()) {
            settled = Math.max(settled, last);
        }
        return settled;
    }

    /** What {@link #now()} said last; never too much, perhaps too little. */
    synchronized long last() {
        return settled;
    }
}
