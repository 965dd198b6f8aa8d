package io.hindsight.query.projection;

import com.mongodb.client.MongoCollection;
import java.util.Map;
import org.bson.Document;

/**
 * The collections that one request reads: of each projection the generation that was live when the request came, and that
 * includes the point the request asked for ({@code Min-Event-Position}). A parameter of every endpoint that reads.
 */
public final class ReadPoint {
    private final Map<String, MongoCollection<Document>> collections;

    ReadPoint(Map<String, MongoCollection<Document>> collections) {
        this.collections = Map.copyOf(collections);
    }

    /** The collection of one of the projections that {@link ReadsFrom} names. */
    public MongoCollection<Document> of(String projection) {
        MongoCollection<Document> collection = collections.get(projection);
        if (collection == null) {
            throw new IllegalArgumentException("@ReadsFrom does not name " + projection);
        }
        return collection;
    }
}
