package io.hindsight.query;

import com.mongodb.client.MongoCollection;
import io.hindsight.query.projection.Batch;
import io.hindsight.query.projection.GuardedWrites;
import io.hindsight.query.projection.Projection;
import java.util.function.Predicate;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** A projection that can be kept from writing: one document an event. */
@Component
public class Gate implements Projection {
    public static final String NAME = "gate";
    private volatile Predicate<String> closed = collection -> false;

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
    public void write(MongoCollection<Document> collection, Batch batch) {
        if (closed.test(collection.getNamespace().getCollectionName())) {
            throw new IllegalStateException("The gate is closed");
        }
        GuardedWrites.insertMissing(
                collection,
                batch.steps().stream()
                        .map(step -> new Document(
                                "_id", step.after().id() + "/" + step.after().version()))
                        .toList());
    }
}
