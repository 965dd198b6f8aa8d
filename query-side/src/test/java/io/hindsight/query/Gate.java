package io.hindsight.query;

import com.mongodb.client.MongoCollection;
import io.hindsight.query.projection.Batch;
import io.hindsight.query.projection.GuardedWrites;
import io.hindsight.query.projection.Projection;
import java.util.function.Predicate;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A projection that can be kept from writing: one document an event. Settings: {@code gate.revision}, and {@code gate.closed}, a
 * collection that is closed from the start.
 */
@Component
public class Gate implements Projection {
    public static final String NAME = "gate";
    private final int revision;
    private volatile Predicate<String> closed;

    Gate(@Value("${gate.revision:1}") int revision, @Value("${gate.closed:}") String closed) {
        this.revision = revision;
        this.closed = closed::equals;
    }

    /** From now on writing to the collections of these names fails. */
    public void close(Predicate<String> collections) {
        closed = collections;
    }

    public void open() {
        close(collection -> false);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int revision() {
        return revision;
    }

    @Override
    public void write(MongoCollection<Document> collection, Batch batch) {
        if (closed.test(collection.getNamespace().getCollectionName())) {
            throw new IllegalStateException("The gate is closed");
        }
        GuardedWrites.insertMissing(
                collection,
                batch.steps().stream()
                        .map(step -> new Document(
                                        "_id",
                                        step.after().id() + "/" + step.after().version())
                                .append("revision", revision))
                        .toList());
    }
}
