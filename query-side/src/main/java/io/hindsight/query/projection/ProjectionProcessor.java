package io.hindsight.query.projection;

import com.mongodb.client.MongoCollection;
import io.hindsight.eventstore.EventPosition;
import io.hindsight.eventstore.EventPositions;
import io.hindsight.query.fold.PostmortemHistory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.bson.Document;

/**
 * Fills one generation of a projection from the event store. Where several processes run, each has one, and the one with
 * the claim works. An error stops the batch, not the processor: it tries again, ever more slowly, until the cause is gone.
 * A generation of a newer revision is read and not filled: it would have documents of two shapes, and pass for the newer.
 */
final class ProjectionProcessor {
    private static final int BATCH = 1000;
    /** How often the position is looked up where another process has the claim. */
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Projection projection;
    private final Generation generation;
    private final int revision;
    private final MongoCollection<Document> collection;
    private final Positions positions;
    private final Progress progress = new Progress();
    private final TrackingEventProcessor processor;

    ProjectionProcessor(
            Projection projection,
            Generation generation,
            int revision,
            MongoCollection<Document> collection,
            EventStore events,
            EventPositions eventPositions,
            Positions positions) {
        this.projection = projection;
        this.generation = generation;
        this.revision = revision;
        this.collection = collection;
        this.positions = positions;
        FoldedDocuments documents = new FoldedDocuments(new PostmortemHistory(events), eventPositions);
        processor = TrackingEventProcessor.builder()
                .name(generation.name())
                .messageSource(events)
                .tokenStore(positions.claims())
                .transactionManager(NoTransactionManager.INSTANCE)
                .eventHandlerInvoker(new BatchWriter(projection, collection, documents, progress::reached))
                // The default logs what failed and goes on, and the view is wrong for ever.
                .errorHandler(PropagatingErrorHandler.INSTANCE)
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andBatchSize(BATCH)
                        .andInitialTrackingToken(StreamableMessageSource::createTailToken)
                        .andTokenClaimInterval(1, TimeUnit.SECONDS)
                        .andEventAvailabilityTimeout(1, TimeUnit.SECONDS))
                .build();
    }

    void start() {
        if (fills()) {
            projection.prepare(collection);
            processor.start();
        }
    }

    private boolean fills() {
        return revision <= projection.revision();
    }

    /** Begins no other batch; complete when the one under way is done, or nobody waits for events any more. */
    CompletableFuture<Void> stop() {
        return processor.shutdownAsync();
    }

    Generation generation() {
        return generation;
    }

    MongoCollection<Document> collection() {
        return collection;
    }

    /** Up to where the generation is built, by this process or by another; null where nothing was read yet. */
    TrackingToken position() {
        TrackingToken here = progress.stored();
        return here != null && status().isPresent() ? here : positions.of(generation);
    }

    /** The position, if it includes that point; what this process knows of its own work is asked first. */
    Optional<TrackingToken> positionWith(EventPosition point) {
        TrackingToken here = position();
        if (here != null && !point.coveredBy(here)) {
            here = positions.of(generation);
        }
        return Optional.ofNullable(here).filter(point::coveredBy);
    }

    /** Waits until it is worth asking again whether the point is included, at most this long. */
    void await(EventPosition point, Duration patience) throws InterruptedException {
        progress.await(point::coveredBy, patience.compareTo(LOOK) < 0 ? patience : LOOK);
    }

    /** What keeps it from going on, as far as this process knows. */
    Optional<Throwable> error() {
        if (!fills() && !positions.claimed(generation)) {
            return Optional.of(new IllegalStateException(
                    "%s was built by a newer version at revision %d; this one has %d and does not go on with it: start the newer one, or rebuild it"
                            .formatted(generation.name(), revision, projection.revision())));
        }
        return status().filter(EventTrackerStatus::isErrorState).map(EventTrackerStatus::getError);
    }

    private Optional<EventTrackerStatus> status() {
        return processor.processingStatus().values().stream().findFirst();
    }
}
