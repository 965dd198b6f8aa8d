package io.hindsight.query.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.bson.Document;

/** The positions of the processors, beside the views in MongoDB: one document a generation. */
final class Positions {
    private final MongoCollection<Document> collection;
    private final Serializer serializer;
    private final Duration claimTimeout;
    private final MongoTokenStore claims;

    Positions(MongoDatabase database, Serializer serializer, Duration claimTimeout) {
        this.serializer = serializer;
        this.claimTimeout = claimTimeout;
        collection = database.getCollection("positions");
        claims = MongoTokenStore.builder()
                .mongoTemplate(DefaultMongoTemplate.builder()
                        .mongoDatabase(database)
                        .trackingTokensCollectionName(collection.getNamespace().getCollectionName())
                        .build())
                .serializer(serializer)
                .contentType(String.class)
                .claimTimeout(claimTimeout)
                .transactionManager(NoTransactionManager.INSTANCE)
                // An application starts while the read store is away: see prepare().
                .ensureIndexes(false)
                .build();
    }

    /** Makes the index that lets one processor have a claim; harmless when it is there. */
    void prepare() {
        claims.ensureIndexes();
    }

    /** The same positions, for the one processor of each that may move it. */
    TokenStore claims() {
        return claims;
    }

    /** The stored position, whoever has the claim; null where nothing was read yet. */
    TrackingToken of(Generation generation) {
        Document stored =
                collection.find(Filters.eq("processorName", generation.name())).first();
        if (stored == null || stored.getString("token") == null) {
            return null;
        }
        return serializer.deserialize(new SimpleSerializedObject<>(
                stored.getString("token"), String.class, stored.getString("tokenType"), null));
    }

    /** Whether a process has said lately that it works on it. */
    boolean claimed(Generation generation) {
        long lately = Instant.now().minus(claimTimeout).toEpochMilli();
        return collection
                        .find(Filters.and(
                                Filters.eq("processorName", generation.name()),
                                Filters.ne("owner", null),
                                Filters.gte("timestamp", lately)))
                        .first()
                != null;
    }

    /** The names of the generations that have a position. */
    List<String> names() {
        return collection.distinct("processorName", String.class).into(new ArrayList<>());
    }

    void drop(Generation generation) {
        collection.deleteMany(Filters.eq("processorName", generation.name()));
    }
}
