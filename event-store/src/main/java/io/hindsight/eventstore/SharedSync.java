package io.hindsight.eventstore;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets all who wait share one sync to disk: whoever comes while one is under way waits for the next, which one of them runs
 * for all.
 */
public final class SharedSync {

    private final Runnable sync;
    private final ReentrantLock lock = new ReentrantLock();

    /** How many syncs have begun and how many of these have ended well; they never overlap. */
    private volatile long begun;

    private volatile long ended;

    public SharedSync(Runnable sync) {
        this.sync = sync;
    }

    /** Returns after a sync that began after this call. What the sync throws, the caller who ran it gets. */
    public void await() {
        long needed = begun + 1;
        lock.lock();
        try {
            if (ended < needed) {
                begun++;
                sync.run();
                ended = begun;
            }
        } finally {
            lock.unlock();
        }
    }
}
