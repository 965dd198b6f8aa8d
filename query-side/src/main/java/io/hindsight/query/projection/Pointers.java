package io.hindsight.query.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The pointers as they are stored, one document a projection. Every change names the state it starts from, so that of two
 * processes that try the same one succeeds.
 */
final class Pointers {
    private static final String LAST = "lastGeneration";
    private final MongoCollection<Document> collection;
    private final Map<String, Integer> revisions;

    Pointers(MongoDatabase database, Collection<Projection> projections) {
        collection = database.getCollection("projections");
        revisions = projections.stream().collect(Collectors.toMap(Projection::name, Projection::revision));
    }

    /** The pointer of a projection, which begins with generation 1 at this process's revision. */
    Pointer get(String projection) {
        Bson id = Filters.eq("_id", projection);
        Document stored = collection.find(id).first();
        if (stored == null) {
            collection.updateOne(
                    id,
                    Updates.combine(
                            Updates.setOnInsert("generation", 1L),
                            Updates.setOnInsert(LAST, 1L),
                            Updates.setOnInsert(Pointer.REVISION, revisions.get(projection))),
                    new UpdateOptions().upsert(true));
            stored = collection.find(id).first();
        }
        return Pointer.of(stored);
    }

    /** Begins a rebuild in a generation that never was; empty where one is under way, or has ended since. */
    Optional<Pointer> begin(Pointer from, String rebuildId) {
        Bson asItWas = Filters.and(
                Filters.eq("_id", from.projection()),
                Filters.exists("rebuild", false),
                Filters.eq("generation", from.live()));
        Document numbered = collection.findOneAndUpdate(
                asItWas, Updates.inc(LAST, 1L), new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        if (numbered == null) {
            return Optional.empty();
        }
        Document begun = collection.findOneAndUpdate(
                Filters.and(asItWas, Filters.eq(LAST, numbered.getLong(LAST))),
                Updates.set(
                        "rebuild",
                        new Document("id", rebuildId)
                                .append("generation", numbered.getLong(LAST))
                                .append(Pointer.REVISION, revisions.get(from.projection()))),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        return Optional.ofNullable(begun).map(Pointer::of);
    }

    /** Makes the generation that was built the one that is read; false where the rebuild is not under way any more. */
    boolean swap(Pointer pointer) {
        return collection
                        .updateOne(
                                underWay(pointer),
                                Updates.combine(
                                        Updates.set("generation", pointer.building()),
                                        Updates.set(Pointer.REVISION, pointer.buildingRevision()),
                                        Updates.unset("rebuild")))
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
