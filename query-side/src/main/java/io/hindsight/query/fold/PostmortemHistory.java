package io.hindsight.query.fold;

import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Postmortems as they stood at some point, folded from their stored events. */
public final class PostmortemHistory {
    private final EventStore events;

    public PostmortemHistory(EventStore events) {
        this.events = events;
    }

    /** The postmortem after its first {@code version} events; empty where it has not that many. */
    public Optional<PostmortemDocument> atVersion(String id, long version) {
        return folded(events(id).takeWhile(event -> event.version() <= version))
                .filter(document -> document.version() == version);
    }

    /** The postmortem as it stood at that instant, in its events up to this version; empty where it was not opened yet. */
    public Optional<PostmortemDocument> at(String id, Instant instant, long version) {
        return folded(events(id)
                .takeWhile(event -> event.version() <= version && !event.at().isAfter(instant)));
    }

    /** The postmortem as it stands. */
    public Optional<PostmortemDocument> now(String id) {
        return folded(events(id));
    }

    private Stream<RecordedEvent> events(String id) {
        // From the first event on: without a number the event store would begin at the aggregate's snapshot.
        return events.readEvents(id, 0).asStream().map(RecordedEvent::of);
    }

    private static Optional<PostmortemDocument> folded(Stream<RecordedEvent> events) {
        PostmortemDocument document = null;
        for (Iterator<RecordedEvent> each = events.iterator(); each.hasNext(); ) {
            document = DocumentFold.fold(document, each.next());
        }
        return Optional.ofNullable(document);
    }
}
