package io.hindsight.query.projection;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Collection;
import java.util.List;
import org.bson.Document;

/** Bulk writes that are harmless when they come again or too late. */
public final class GuardedWrites {
    private static final int DUPLICATE_KEY = 11000;
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private GuardedWrites() {}

    /** Writes each document whose {@code version} is higher than that of the one stored under its {@code _id}, if any. */
    public static void replaceOlder(MongoCollection<Document> collection, Collection<Document> documents) {
        if (documents.isEmpty()) {
            return;
        }
        List<ReplaceOneModel<Document>> writes = documents.stream()
                .map(document -> new ReplaceOneModel<>(
                        Filters.and(
                                Filters.eq("_id", document.get("_id")), Filters.lt("version", document.get("version"))),
                        document,
                        UPSERT))
                .toList();
        // Where the stored one is not older, nothing matches and the insert that follows meets its key.
        exceptDuplicates(() -> collection.bulkWrite(writes, new BulkWriteOptions().ordered(false)));
    }

    /** Writes the documents that are not there yet; those that are stay as they are. */
    public static void insertMissing(MongoCollection<Document> collection, List<Document> documents) {
        if (!documents.isEmpty()) {
            exceptDuplicates(() -> collection.insertMany(documents, new InsertManyOptions().ordered(false)));
        }
    }

    private static void exceptDuplicates(Runnable write) {
        try {
            write.run();
        } catch (MongoBulkWriteException e) {
            boolean onlyDuplicates = e.getWriteConcernError() == null
                    && e.getWriteErrors().stream().map(BulkWriteError::getCode).allMatch(code -> code == DUPLICATE_KEY);
            if (!onlyDuplicates) {
                throw e;
            }
        }
    }
}
