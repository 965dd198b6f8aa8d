package io.hindsight.query.projection;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.hindsight.eventstore.EventPositions;
import io.hindsight.query.fold.PostmortemHistory;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The read store and what fills it. Setting: {@code hindsight.read-store}
 * ({@code HINDSIGHT_READ_STORE}), a MongoDB connection string with the database's name in it.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProjectionSettings.class)
class ProjectionConfiguration {
    private static final String DATABASE = "hindsight";
    private static final String URL = "${hindsight.read-store:mongodb://localhost:27017/hindsight}";
    /** A reader waits this long for a server that is away, then is told so. */
    private static final int SERVER_PATIENCE_SECONDS = 5;

    @Bean(destroyMethod = "close")
    MongoClient readStore(@Value(URL) String url) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(url))
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(SERVER_PATIENCE_SECONDS, TimeUnit.SECONDS))
                .build());
    }

    @Bean
    MongoDatabase readStoreDatabase(MongoClient readStore, @Value(URL) String url) {
        String named = new ConnectionString(url).getDatabase();
        return readStore.getDatabase(named == null ? DATABASE : named);
    }

    @Bean
    PostmortemHistory postmortemHistory(EventStore events) {
        return new PostmortemHistory(events);
    }

    @Bean
    Pointers pointers(MongoDatabase database, List<Projection> projections) {
        return new Pointers(database, projections);
    }

    @Bean
    Rebuilds rebuilds(MongoDatabase database, Pointers pointers, Clock clock) {
        return new Rebuilds(database, pointers, clock);
    }

    @Bean
    ReadModels readModels(
            List<Projection> projections,
            MongoDatabase database,
            EventStore events,
            EventPositions eventPositions,
            Pointers pointers,
            @Qualifier("eventSerializer") Serializer serializer,
            Rebuilds rebuilds,
            ProjectionSettings settings) {
        Positions positions = new Positions(database, serializer, settings.claimTimeout());
        OldGenerations old = new OldGenerations(database, positions, settings.grace());
        return new ReadModels(projections, database, events, eventPositions, pointers, positions, rebuilds, old);
    }

    @Bean
    CurrentViews currentViews(ReadModels models, EventPositions positions) {
        return new CurrentViews(models, positions);
    }
}
