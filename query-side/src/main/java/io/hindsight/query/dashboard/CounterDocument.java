package io.hindsight.query.dashboard;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.result.UpdateResult;
import io.hindsight.query.projection.ViewJson;
import io.hindsight.query.visibility.Audience;
import io.hindsight.query.visibility.View;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.bson.Document;

/**
 * The numbers of the postmortems of one audience, and in the same document the position up to which events are counted in
 * them, so that the two can never disagree: whoever comes with an event that is in the position has nothing to add.
 *
 * @param audience who may know of the postmortems that are counted; the document's {@code _id}
 * @param flush the number of times it was written; whoever did not see the last one may not write
 * @param upTo null where nothing is counted yet
 */
record CounterDocument(String audience, long flush, GapAwareTrackingToken upTo, Counts counts) {
    private static final int DUPLICATE_KEY = 11000;

    static CounterDocument read(MongoCollection<Document> collection, String audience) {
        Document stored = collection.find(Filters.eq("_id", audience)).first();
        if (stored == null) {
            return new CounterDocument(audience, 0, null, Counts.none());
        }
        return new CounterDocument(
                audience,
                stored.getLong("flush"),
                GapAwareTrackingToken.newInstance(stored.getLong("index"), stored.getList("gaps", Long.class)),
                counts(stored));
    }

    /** The numbers of all audiences that the caller belongs to: each postmortem is counted for one of them. */
    static Counts read(View view) {
        Counts all = Counts.none();
        view.find(Filters.empty()).forEach(stored -> all.add(counts(stored)));
        return all;
    }

    private static Counts counts(Document stored) {
        return new Counts(
                counts(stored, "status"),
                counts(stored, "severity"),
                counts(stored, "opened"),
                counts(stored, "closed"));
    }

    /**
     * Writes numbers that were made from this document.
     *
     * @throws ConcurrentModificationException when it was written since
     */
    void replaceWith(MongoCollection<Document> collection, GapAwareTrackingToken now) {
        Document next = ViewJson.toBson(counts)
                .append("_id", audience)
                .append(Audience.FIELD, List.of(audience))
                .append("flush", flush + 1)
                .append("index", now.getIndex())
                .append("gaps", new ArrayList<>(now.getGaps()));
        if (flush == 0) {
            insert(collection, next);
            return;
        }
        UpdateResult result = collection.replaceOne(
                Filters.and(Filters.eq("_id", audience), Filters.eq("flush", flush)), next, new ReplaceOptions());
        if (result.getMatchedCount() == 0) {
            throw writtenSince();
        }
    }

    private static void insert(MongoCollection<Document> collection, Document next) {
        try {
            collection.insertOne(next);
        } catch (MongoWriteException e) {
            throw e.getCode() == DUPLICATE_KEY ? writtenSince() : e;
        }
    }

    private static RuntimeException writtenSince() {
        return new ConcurrentModificationException("Somebody else counted meanwhile");
    }

    private static Map<String, Long> counts(Document stored, String name) {
        Map<String, Long> counts = new TreeMap<>();
        stored.get(name, Document.class).forEach((key, count) -> counts.put(key, ((Number) count).longValue()));
        return counts;
    }
}
