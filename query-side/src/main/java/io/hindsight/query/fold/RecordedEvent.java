package io.hindsight.query.fold;

import io.hindsight.events.EventMetadata;
import io.hindsight.events.PostmortemEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * An event and what stands beside it in the event store.
 *
 * @param version its number in the postmortem's history, from 1
 * @param at when it was recorded
 */
public record RecordedEvent(
        String postmortemId, long version, Instant at, PostmortemEvent event, Map<String, ?> metadata) {

    public static RecordedEvent of(DomainEventMessage<?> message) {
        return new RecordedEvent(
                message.getAggregateIdentifier(),
                message.getSequenceNumber() + 1,
                message.getTimestamp().truncatedTo(ChronoUnit.MILLIS),
                (PostmortemEvent) message.getPayload(),
                message.getMetaData());
    }

    /** Who did it. */
    public String actor() {
        return text(EventMetadata.ACTOR);
    }

    /** The value of a key of {@link EventMetadata}, or null. */
    public String text(String key) {
        Object value = metadata.get(key);
        return value == null ? null : value.toString();
    }

    /** When it was done: for what an export told here, when it was done there; else when it was recorded. */
    public Instant happenedAt() {
        String original = text(EventMetadata.ORIGINAL_AT);
        return original == null ? at : Instant.parse(original);
    }

    /** The person meant: who an export says did it, on whose behalf an integration acted, else who acted. */
    public String person() {
        String original = text(EventMetadata.ORIGINAL_ACTOR);
        if (original != null) {
            return original;
        }
        String onBehalfOf = text(EventMetadata.ON_BEHALF_OF);
        return onBehalfOf == null ? actor() : onBehalfOf;
    }
}
