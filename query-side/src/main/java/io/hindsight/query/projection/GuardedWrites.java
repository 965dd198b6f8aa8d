package io.hindsight.query.projection;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;

/** Bulk writes that are harmless when they come again or too late. */
public final class GuardedWrites {
    private static final int DUPLICATE_KEY = 11000;

    private GuardedWrites() {}

    /**
     * Makes the index that the writes look up. MongoDB would do without; its embedded stand-in looks up only what is exactly
     * the key of a unique index, and reads the whole collection for everything else, at every write.
     */
    public static void prepare(MongoCollection<Document> collection) {
        collection.createIndex(Indexes.ascending("_id", "version"), new IndexOptions().unique(true));
    }

    /**
     * Writes each document whose {@code version} is higher than that of the one stored under its {@code _id}, if any.
     *
     * @throws ConcurrentModificationException when somebody else wrote meanwhile: the batch comes again, and finds it
     */
    public static void replaceOlder(MongoCollection<Document> collection, Collection<Document> documents) {
        if (documents.isEmpty()) {
            return;
        }
        Map<Object, Long> stored = versions(collection, documents);
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (Document document : documents) {
            Long known = stored.get(document.get("_id"));
            if (known == null) {
                writes.add(new InsertOneModel<>(document));
            } else if (known < document.getLong("version")) {
                Document asKnown = new Document("_id", document.get("_id")).append("version", known);
                writes.add(new ReplaceOneModel<>(asKnown, document));
            }
        }
        if (!writes.isEmpty() && written(collection, writes) < writes.size()) {
            throw new ConcurrentModificationException("Somebody else wrote meanwhile");
        }
    }

    private static Map<Object, Long> versions(MongoCollection<Document> collection, Collection<Document> documents) {
        Map<Object, Long> versions = new HashMap<>();
        collection
                .find(Filters.in(
                        "_id",
                        documents.stream().map(document -> document.get("_id")).toList()))
                .projection(Projections.include("version"))
                .forEach(stored -> versions.put(stored.get("_id"), stored.getLong("version")));
        return versions;
    }

    private static int written(MongoCollection<Document> collection, List<WriteModel<Document>> writes) {
        AtomicInteger written = new AtomicInteger();
        exceptDuplicates(() -> {
            BulkWriteResult result = collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            written.set(result.getInsertedCount() + result.getMatchedCount());
        });
        return written.get();
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
