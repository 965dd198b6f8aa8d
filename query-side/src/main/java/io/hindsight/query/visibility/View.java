package io.hindsight.query.visibility;

import com.mongodb.client.AggregateIterable;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import io.hindsight.http.Caller;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * A read model as one caller may see it. It is the only way for an endpoint to read, so that none can forget who asks: what
 * the caller may not know of is not there, to be found, listed or counted.
 */
public final class View {
    private final MongoCollection<Document> collection;
    private final Audience audience;

    public View(MongoCollection<Document> collection, Caller caller) {
        this.collection = collection;
        audience = new Audience(caller);
    }

    /** The row of this {@code _id}. */
    public Optional<Document> get(String id) {
        return get(List.of(id)).stream().findFirst();
    }

    /**
     * The rows of these {@code _id}s, in any order. Nothing else is asked of the store: the embedded stand-in would read the
     * whole collection for it.
     */
    public List<Document> get(Collection<String> ids) {
        List<Document> rows = new ArrayList<>();
        for (Document row : collection.find(Filters.in("_id", ids))) {
            if (audience.sees(row)) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** The rows that fit. */
    public FindIterable<Document> find(Bson filter) {
        return collection.find(Filters.and(filter, audience.filter()));
    }

    /** What is made of the rows that fit. */
    public AggregateIterable<Document> aggregate(Bson filter, Bson... stages) {
        List<Bson> pipeline = new ArrayList<>();
        pipeline.add(Aggregates.match(Filters.and(filter, audience.filter())));
        pipeline.addAll(List.of(stages));
        return collection.aggregate(pipeline);
    }
}
