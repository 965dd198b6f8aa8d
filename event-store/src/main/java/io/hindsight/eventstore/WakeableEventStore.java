package io.hindsight.eventstore;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/**
 * Axon's event store, whose waiting readers can be told to look again: by a commit in this JVM, or from outside when another
 * one has committed. A reader that nobody wakes looks once a second.
 */
public class WakeableEventStore extends EmbeddedEventStore {

    private final Runnable announcement;

    /**
     * @param announcement told after each commit of events in this JVM; must not block
     */
    WakeableEventStore(EventStorageEngine storage, Runnable announcement) {
        super(EmbeddedEventStore.builder().storageEngine(storage));
        this.announcement = announcement;
    }

    /** Lets every waiting reader look for new events now. Does not wait for them. */
    public void wake() {
        super.afterCommit(List.of());
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        super.afterCommit(events);
        announcement.run();
    }
}
