package io.hindsight.eventstore;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/**
 * Axon's event store, whose waiting readers can be told to look again: by a commit in this JVM, or from outside when another
 * one has committed. A reader that nobody wakes looks by itself from time to time.
 */
public class WakeableEventStore extends EmbeddedEventStore {

    private final List<Runnable> commitListeners = new CopyOnWriteArrayList<>();

    WakeableEventStore(EventStorageEngine storage, Duration lookEvery) {
        super(EmbeddedEventStore.builder().storageEngine(storage).fetchDelay(lookEvery.toMillis()));
    }

    /** @param listener run after each commit of events in this JVM, before the one who committed gets an answer */
    void onCommit(Runnable listener) {
        commitListeners.add(listener);
    }

    /** Lets every waiting reader look for new events now. Does not wait for them. */
    public void wake() {
        super.afterCommit(List.of());
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        commitListeners.forEach(Runnable::run);
        super.afterCommit(events);
    }
}
