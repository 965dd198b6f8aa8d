package io.hindsight.query.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;

/**
 * Begins and gives up rebuilds, and remembers how they went. The pointer of the projection decides: what is written here
 * only tells of it, and says nothing of a rebuild that did not come to be.
 */
final class Rebuilds {
    private final MongoCollection<Document> collection;
    private final Pointers pointers;
    private final Clock clock;

    Rebuilds(MongoDatabase database, Pointers pointers, Clock clock) {
        collection = database.getCollection("rebuilds");
        this.pointers = pointers;
        this.clock = clock;
    }

    /** Begins a rebuild of a projection; empty where one is under way. */
    Optional<Rebuild> begin(String projection) {
        String id = UUID.randomUUID().toString();
        return pointers.begin(projection, id).map(pointer -> {
            Rebuild rebuild = new Rebuild(id, projection, pointer.building(), Rebuild.RUNNING, clock.instant(), null);
            collection.insertOne(ViewJson.toBson(rebuild).append("_id", id));
            return rebuild;
        });
    }

    Optional<Rebuild> find(String projection, String id) {
        return Optional.ofNullable(collection
                        .find(Filters.and(Filters.eq("_id", id), Filters.eq("projection", projection)))
                        .first())
                .map(Rebuild::of);
    }

    /** Gives a rebuild up; nothing happens where it is not under way. */
    void cancel(String projection, String id) {
        Pointer pointer = pointers.get(projection);
        if (id.equals(pointer.rebuildId()) && pointers.cancel(pointer)) {
            finished(id, Rebuild.CANCELLED);
        }
    }

    /** Lets readers have what was built; false where the rebuild is not under way any more. */
    boolean swap(Pointer pointer) {
        boolean swapped = pointers.swap(pointer);
        if (swapped) {
            finished(pointer.rebuildId(), Rebuild.DONE);
        }
        return swapped;
    }

    private void finished(String id, String state) {
        collection.updateOne(
                Filters.eq("_id", id),
                Updates.combine(Updates.set("state", state), Updates.set("finishedAt", Date.from(Instant.now(clock)))));
    }
}
