package io.hindsight.query.history;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.hindsight.query.lists.Page;
import io.hindsight.query.projection.ViewJson;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.bson.Document;

/**
 * The history of one postmortem, newest first. Its entries are asked for by their ids, which follow from the versions: the
 * embedded stand-in finds nothing else without reading the whole collection.
 */
final class OnePostmortem {
    private static final int ASKED_AT_ONCE = 200;

    private final MongoCollection<Document> collection;
    private final String id;

    OnePostmortem(MongoCollection<Document> collection, String id) {
        this.collection = collection;
        this.id = id;
    }

    /** The wanted entries up to and including this version; the cursor of the page is the version to go on from. */
    Page<HistoryEntry> page(HistoryFilter wanted, long newest, int size) {
        List<HistoryEntry> found = new ArrayList<>();
        for (long last = newest; last > 0 && found.size() <= size; last -= ASKED_AT_ONCE) {
            found.addAll(entries(wanted, Math.max(1, last - ASKED_AT_ONCE + 1), last));
        }
        if (found.size() <= size) {
            return new Page<>(found, null);
        }
        return new Page<>(
                List.copyOf(found.subList(0, size)), "" + found.get(size).version());
    }

    private List<HistoryEntry> entries(HistoryFilter wanted, long first, long last) {
        List<String> ids = LongStream.rangeClosed(first, last)
                .mapToObj(version -> HistoryProjection.id(id, version))
                .toList();
        return collection
                .find(Filters.and(Filters.in("_id", ids), wanted.bson()))
                .projection(Projections.exclude(HistoryProjection.PATHS))
                .sort(Sorts.descending("version"))
                .map(entry -> ViewJson.fromBson(entry, HistoryEntry.class))
                .into(new ArrayList<>());
    }
}
