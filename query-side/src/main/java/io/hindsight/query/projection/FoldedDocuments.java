package io.hindsight.query.projection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.eventstore.EventPosition;
import io.hindsight.eventstore.EventPositions;
import io.hindsight.query.fold.DocumentFold;
import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.fold.PostmortemHistory;
import io.hindsight.query.fold.RecordedEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;

/**
 * The documents that a processor has at hand. What it does not have it folds from the events before the one that came, so
 * that no projection needs a copy of the documents in its read model.
 */
final class FoldedDocuments {
    /** Events, by which memory goes: the documents of this many together are kept. */
    private static final long KEPT_EVENTS = 30_000;

    private final PostmortemHistory history;
    private final EventPositions positions;
    private final Cache<String, PostmortemDocument> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT_EVENTS)
            .weigher((String id, PostmortemDocument document) -> (int) Math.min(document.version(), KEPT_EVENTS))
            .executor(Runnable::run)
            .build();

    FoldedDocuments(PostmortemHistory history, EventPositions positions) {
        this.history = history;
        this.positions = positions;
    }

    /** The steps that these events are, in their order. The documents at hand stay as they were. */
    Batch fold(List<TrackedEventMessage<?>> events) {
        Map<String, PostmortemDocument> documents = new HashMap<>();
        List<Step> steps = new ArrayList<>(events.size());
        TrackingToken end = null;
        for (TrackedEventMessage<?> message : events) {
            if (!PostmortemEvent.class.isAssignableFrom(message.getPayloadType())) {
                // A change of the policy is no part of any document; the position moves on all the same.
                end = message.trackingToken();
                continue;
            }
            RecordedEvent event = RecordedEvent.of((DomainEventMessage<?>) message);
            String id = event.postmortemId();
            PostmortemDocument before = documents.containsKey(id) ? documents.get(id) : before(event);
            PostmortemDocument after = DocumentFold.fold(before, event);
            documents.put(id, after);
            steps.add(new Step(event, position(event, end, message.trackingToken()), before, after));
            end = message.trackingToken();
        }
        return new Batch(steps, end);
    }

    /**
     * The event's own place. A token is where its reader is: it moves on with an event that is in order, and stays with one
     * that was committed after later ones. Only where two tokens show that it moved does it tell the place.
     */
    private EventPosition position(RecordedEvent event, TrackingToken before, TrackingToken after) {
        if (before != null) {
            long last = before.position().orElseThrow();
            long next = after.position().orElseThrow();
            if (next > last) {
                return new EventPosition(next);
            }
        }
        return positions.after(event.postmortemId(), event.version());
    }

    /** Keeps the documents at the end of a batch that was written. */
    void keep(Batch batch) {
        batch.documents().forEach(document -> kept.put(document.id(), document));
    }

    private PostmortemDocument before(RecordedEvent event) {
        long version = event.version() - 1;
        if (version == 0) {
            return null;
        }
        PostmortemDocument document = kept.getIfPresent(event.postmortemId());
        if (document != null && document.version() == version) {
            return document;
        }
        return history.atVersion(event.postmortemId(), version)
                .orElseThrow(() -> new IllegalStateException("Postmortem %s has event %d but not all before it"
                        .formatted(event.postmortemId(), event.version())));
    }
}
