package io.hindsight.eventstore;

import io.hindsight.events.Upcast;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;

/** Reads an event as the store would, from what is in its row. */
final class StoredEvent {

    private StoredEvent() {}

    static Object read(String name, String revision, String payload, EventSerializer serializer, List<Upcast> upcasts) {
        var row = new GenericDomainEventEntry<>(
                "Postmortem", "pm-1", 0, "e-1", "2026-03-04T04:06:07.089Z", name, revision, payload, "{}");
        return EventStreamUtils.upcastAndDeserializeDomainEvents(
                        Stream.of(row), serializer, EventUpcasters.chain(upcasts, serializer.getObjectMapper()))
                .next()
                .getPayload();
    }
}
