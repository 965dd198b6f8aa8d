package io.hindsight.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.hindsight.events.Upcasts;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The event store: everything between Axon and the database. Settings: {@code hindsight.event-store.url} (JDBC, H2 or
 * PostgreSQL), {@code .username}, {@code .password}; {@code hindsight.data} for the default H2 file.
 */
@Configuration(proxyBeanMethods = false)
public class EventStoreConfiguration {

    private static final int EVENTS_READ_AT_ONCE = 1000;

    @Bean
    EventStoreSettings eventStoreSettings(Environment environment) {
        return EventStoreSettings.from(environment);
    }

    @Bean
    HikariDataSource eventStoreDataSource(EventStoreSettings settings) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("event-store");
        pool.setJdbcUrl(settings.url());
        pool.setUsername(settings.username());
        pool.setPassword(settings.password());
        pool.setMaximumPoolSize(20);
        if (settings.isPostgres()) {
            pool.setConnectionInitSql("set statement_timeout = '20s'; set idle_in_transaction_session_timeout = '20s'");
            pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        }
        return new HikariDataSource(pool);
    }

    @Bean(initMethod = "migrate")
    Flyway eventStoreFlyway(EventStoreSettings settings, DataSource dataSource) {
        return Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/eventstore/" + (settings.isPostgres() ? "postgresql" : "h2"))
                .load();
    }

    /** Named and first: with MongoDB's transaction manager there, Spring Boot would not make this one, and appends would not be transactional. */
    @Bean
    @Primary
    @Qualifier("eventStoreTransactionManager")
    PlatformTransactionManager eventStoreTransactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    TransactionManager axonTransactionManager(
            @Qualifier("eventStoreTransactionManager") PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    @Qualifier("eventSerializer")
    EventSerializer eventSerializer() {
        return EventSerializer.create();
    }

    @Bean(destroyMethod = "shutDown")
    WakeableEventStore eventStore(EventStorageEngine storage, ObjectProvider<Clock> clock) {
        GenericEventMessage.clock = Clock.tick(clock.getIfUnique(Clock::systemUTC), Duration.ofMillis(1));
        return new WakeableEventStore(storage, () -> {});
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            DataSource dataSource,
            Flyway migrated,
            TransactionManager transactions,
            @Qualifier("eventSerializer") EventSerializer serializer,
            ObjectProvider<SnapshotFilter> snapshotFilter) {
        return JdbcEventStorageEngine.builder()
                .snapshotFilter(snapshotFilter.getIfUnique(SnapshotFilter::allowAll))
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .upcasterChain(EventUpcasters.chain(Upcasts.all(), serializer.getObjectMapper()))
                .persistenceExceptionResolver(new WritersMet())
                .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
                .transactionManager(transactions)
                .dataType(String.class)
                .schema(schema())
                .batchSize(EVENTS_READ_AT_ONCE)
                // Sequence numbers have no holes: a batch that is not full is the last, and a look for more is saved.
                .finalAggregateBatchPredicate(batch -> batch.size() < EVENTS_READ_AT_ONCE)
                .build();
    }

    @Bean
    EventPositions eventPositions(DataSource dataSource, Flyway migrated) {
        return new EventPositions(new JdbcTemplate(dataSource));
    }

    private static EventSchema schema() {
        return EventSchema.builder()
                .eventTable("domain_event_entry")
                .snapshotTable("snapshot_event_entry")
                .globalIndexColumn("global_index")
                .timestampColumn("time_stamp")
                .eventIdentifierColumn("event_identifier")
                .aggregateIdentifierColumn("aggregate_identifier")
                .sequenceNumberColumn("sequence_number")
                .typeColumn("type")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .payloadColumn("payload")
                .metaDataColumn("meta_data")
                .build();
    }
}
