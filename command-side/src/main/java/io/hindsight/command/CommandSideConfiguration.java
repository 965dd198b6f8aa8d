package io.hindsight.command;

import com.github.benmanes.caffeine.jcache.configuration.CaffeineConfiguration;
import com.github.benmanes.caffeine.jcache.spi.CaffeineCachingProvider;
import io.hindsight.command.postmortem.Ids;
import io.hindsight.command.postmortem.Postmortem;
import io.hindsight.command.postmortem.StreamHead;
import io.hindsight.eventstore.EventPositions;
import io.hindsight.eventstore.EventStoreConfiguration;
import io.hindsight.http.HttpContractConfiguration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import javax.cache.CacheManager;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.JCacheAdapter;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.snapshotting.RevisionSnapshotFilter;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.serialization.Revision;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.env.Environment;

/** The command side: commands to the postmortem aggregate to events, and the HTTP write API. */
@Configuration(proxyBeanMethods = false)
@Import({EventStoreConfiguration.class, HttpContractConfiguration.class})
@ComponentScan
@PropertySource("classpath:io/hindsight/command/command-side.properties")
public class CommandSideConfiguration {
    /** Events of one postmortem between two snapshots: a load reads this many at most. */
    private static final int EVENTS_BETWEEN_SNAPSHOTS = 100;

    @Bean
    Ids ids() {
        return () -> UUID.randomUUID().toString();
    }

    /** Asks the database, since the event store counts in what the transaction at hand has not appended yet. */
    @Bean
    StreamHead streamHead(EventPositions positions) {
        return positions::version;
    }

    @Bean
    SnapshotTriggerDefinition postmortemSnapshots(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS_BETWEEN_SNAPSHOTS);
    }

    /** A snapshot that was taken when the aggregate had other fields is passed over, and the events are read instead. */
    @Bean
    SnapshotFilter snapshotsOfThisRevision() {
        return RevisionSnapshotFilter.builder()
                .type("Postmortem")
                .revision(Postmortem.class.getAnnotation(Revision.class).value())
                .build();
    }

    /**
     * Postmortems as they were left by their last command; reading a whole stream for each would cost most of the time. Held by
     * reference: the repository locks each while it is used, and drops it when a transaction fails.
     */
    @Bean
    Cache postmortemCache(Environment environment) {
        CaffeineConfiguration<Object, Object> configuration = new CaffeineConfiguration<>();
        configuration.setStoreByValue(false);
        configuration.setMaximumSize(
                OptionalLong.of(environment.getProperty("hindsight.command.cached-postmortems", Long.class, 2_000L)));
        CacheManager caches = new CaffeineCachingProvider().getCacheManager();
        return new JCacheAdapter(caches.createCache("postmortems-" + UUID.randomUUID(), configuration));
    }

    /** The metadata of an event is what the request says, and nothing that Axon would add to it. */
    @Bean
    CorrelationDataProvider noMoreMetadata() {
        return message -> Map.of();
    }
}
