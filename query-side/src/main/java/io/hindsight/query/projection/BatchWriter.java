package io.hindsight.query.projection;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.bson.Document;

/**
 * Takes the events of a processor one by one and writes them once, at the last event of the batch. It must be then: the
 * processor stores its token when the unit of work is prepared to commit, before any handler of ours in that phase would
 * run, and a view written after its token loses the batch in a crash between the two.
 */
final class BatchWriter implements EventHandlerInvoker {
    private static final String EVENTS = BatchWriter.class.getName() + ".events";

    private final Projection projection;
    private final MongoCollection<Document> collection;
    private final FoldedDocuments documents;
    private final Consumer<TrackingToken> whenStored;

    /**
     * A writer of one generation.
     *
     * @param whenStored told the position up to which both the view and the token are stored
     */
    BatchWriter(
            Projection projection,
            MongoCollection<Document> collection,
            FoldedDocuments documents,
            Consumer<TrackingToken> whenStored) {
        this.projection = projection;
        this.collection = collection;
        this.documents = documents;
        this.whenStored = whenStored;
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) {
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        List<TrackedEventMessage<?>> events = work.root().getOrComputeResource(EVENTS, key -> new ArrayList<>());
        events.add((TrackedEventMessage<?>) event);
        if (isLast(work)) {
            Batch batch = documents.fold(events);
            if (!batch.steps().isEmpty()) {
                projection.write(collection, batch);
                documents.keep(batch);
            }
            work.root().afterCommit(done -> whenStored.accept(batch.end()));
        }
    }

    private static boolean isLast(UnitOfWork<?> work) {
        return !(work instanceof BatchingUnitOfWork<?> batch) || batch.isLastMessage();
    }
}
