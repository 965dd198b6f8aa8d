package io.hindsight.query.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The pointers as they are stored, one document a projection. Every change names the state it starts from, so that of two
 * processes that try the same one succeeds.
 */
final class Pointers {
    private static final String LAST = "lastGeneration";
    private final MongoCollection<Document> collection;

    Pointers(MongoDatabase database) {
        collection = database.getCollection("projections");
    }

    /** The pointer of a projection, which begins with generation 1. */
    Pointer get(String projection) {
        Bson id = Filters.eq("_id", projection);
        Document stored = collection.find(id).first();
        if (stored == null) {
            collection.updateOne(
                    id,
                    Updates.combine(Updates.setOnInsert("generation", 1L), Updates.setOnInsert(LAST, 1L)),
                    new UpdateOptions().upsert(true));
            stored = collection.find(id).first();
        }
        return Pointer.of(stored);
    }

    /** Begins a rebuild in a generation that never was; empty where one is under way. */
    Optional<Pointer> begin(String projection, String rebuildId) {
        Document numbered = collection.findOneAndUpdate(
                Filters.and(Filters.eq("_id", projection), Filters.exists("rebuild", false)),
                Updates.inc(LAST, 1L),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        if (numbered == null) {
            return Optional.empty();
        }
        Document begun = collection.findOneAndUpdate(
                Filters.and(
                        Filters.eq("_id", projection),
                        Filters.exists("rebuild", false),
                        Filters.eq(LAST, numbered.getLong(LAST))),
                Updates.set("rebuild", new Document("id", rebuildId).append("generation", numbered.getLong(LAST))),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        return Optional.ofNullable(begun).map(Pointer::of);
    }

    /** Makes the generation that was built the one that is read; false where the rebuild is not under way any more. */
    boolean swap(Pointer pointer) {
        return collection
                        .updateOne(
                                underWay(pointer),
                                Updates.combine(
                                        Updates.set("generation", pointer.building()), Updates.unset("rebuild")))
                        .getModifiedCount()
                == 1;
    }

    /** Gives a rebuild up; false where it is not under way any more. */
    boolean cancel(Pointer pointer) {
        return collection.updateOne(underWay(pointer), Updates.unset("rebuild")).getModifiedCount() == 1;
    }

    private static Bson underWay(Pointer pointer) {
        return Filters.and(Filters.eq("_id", pointer.projection()), Filters.eq("rebuild.id", pointer.rebuildId()));
    }
}
