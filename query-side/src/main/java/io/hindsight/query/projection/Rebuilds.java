package io.hindsight.query.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.util.Date;
import java.util.List;
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
        return begin(pointers.get(projection));
    }

    /** Begins a rebuild of what this pointer says; empty where it says it no more, or one is under way. */
    Optional<Rebuild> begin(Pointer from) {
        String id = UUID.randomUUID().toString();
        String projection = from.projection();
        return pointers.begin(from, id).map(pointer -> {
            Rebuild rebuild = new Rebuild(id, projection, pointer.building(), Rebuild.RUNNING, clock.instant(), null);
            // Another process may have seen the pointer and be done already.
            GuardedWrites.insertMissing(
                    collection, List.of(ViewJson.toBson(rebuild).append("_id", id)));
            return find(projection, id).orElse(rebuild);
        });
    }

    Optional<Rebuild> find(String projection, String id) {
        return Optional.ofNullable(collection
                        .find(Filters.and(Filters.eq("_id", id), Filters.eq("projection", projection)))
                        .first())
                .map(Rebuild::of)
                .map(this::asPointed);
    }

    /** A process may have stopped between ending a rebuild and noting it. */
    private Rebuild asPointed(Rebuild noted) {
        Pointer pointer = pointers.get(noted.projection());
        if (!noted.state().equals(Rebuild.RUNNING) || noted.id().equals(pointer.rebuildId())) {
            return noted;
        }
        String state = pointer.live() == noted.generation() ? Rebuild.DONE : Rebuild.CANCELLED;
        return new Rebuild(noted.id(), noted.projection(), noted.generation(), state, noted.startedAt(), null);
    }

    /** The rebuild of a projection that is running. */
    Optional<Rebuild> underWay(String projection) {
        Pointer pointer = pointers.get(projection);
        return pointer.rebuilding() ? find(projection, pointer.rebuildId()) : Optional.empty();
    }

    /** Gives a rebuild up; nothing happens where it is not under way. */
    void cancel(Rebuild rebuild) {
        Pointer pointer = pointers.get(rebuild.projection());
        if (rebuild.id().equals(pointer.rebuildId()) && pointers.cancel(pointer)) {
            finished(pointer, Rebuild.CANCELLED);
        }
    }

    /** Lets readers have what was built; false where the rebuild is not under way any more. */
    boolean swap(Pointer pointer) {
        boolean swapped = pointers.swap(pointer);
        if (swapped) {
            finished(pointer, Rebuild.DONE);
        }
        return swapped;
    }

    /** Also where the rebuild was not noted yet: a process may stop between beginning one and noting it. */
    private void finished(Pointer pointer, String state) {
        collection.updateOne(
                Filters.eq("_id", pointer.rebuildId()),
                Updates.combine(
                        Updates.set("state", state),
                        Updates.set("finishedAt", Date.from(clock.instant())),
                        Updates.set("id", pointer.rebuildId()),
                        Updates.set("projection", pointer.projection()),
                        Updates.set("generation", pointer.building()),
                        Updates.setOnInsert("startedAt", Date.from(clock.instant()))),
                new UpdateOptions().upsert(true));
    }
}
