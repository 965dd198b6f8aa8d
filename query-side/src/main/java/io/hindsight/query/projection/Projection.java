package io.hindsight.query.projection;

import com.mongodb.client.MongoCollection;
import org.bson.Document;

/**
 * A read model that is built from events. It has one collection in each of its generations and writes nowhere else, so
 * that the next generation can be built beside the one that is read.
 */
public interface Projection {

    /** Its name in kebab-case, by which administrators and {@link ReadsFrom} call it. */
    String name();

    /**
     * The revision of the shape of its documents, from 1: raised with every change of what it writes for the same events.
     * What was built at an older one is built anew at the next start.
     */
    int revision();

    /** Makes the indexes of an empty collection. */
    default void prepare(MongoCollection<Document> collection) {}

    /**
     * Writes a batch. It may come again, in whole or in part and cut otherwise, after a crash or from a process that was
     * frozen and does not know that another took over: writing twice, or late, must change nothing.
     */
    void write(MongoCollection<Document> collection, Batch batch);
}
