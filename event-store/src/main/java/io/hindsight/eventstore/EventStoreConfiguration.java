package io.hindsight.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.hindsight.events.Upcasts;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The event store: everything between Axon and the database. Settings: {@code hindsight.event-store.url} (JDBC, H2 or
 * PostgreSQL), {@code .username}, {@code .password}, {@code .sync} (H2: on disk before a commit is answered, true by default);
 * {@code hindsight.data} for the default H2 file.
 */
@Configuration(proxyBeanMethods = false)
public class EventStoreConfiguration {

    @Bean
    EventStoreSettings eventStoreSettings(Environment environment) {
        return EventStoreSettings.from(environment);
    }

    @Bean
    HikariDataSource eventStorePool(EventStoreSettings settings) {
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

    /**
     * Takes a connection when the first statement needs it. A command begins its transaction before it waits for its
     * postmortem; many that wait for the same one must not hold the whole pool meanwhile.
     */
    @Bean
    @Primary
    DataSource eventStoreDataSource(HikariDataSource pool) {
        return new LazyConnectionDataSourceProxy(pool);
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
        return EventSerializer.ofAllEvents();
    }

    @Bean(destroyMethod = "shutDown")
    WakeableEventStore eventStore(
            EventStoreSettings settings,
            DataSource dataSource,
            Flyway migrated,
            TransactionManager transactions,
            @Qualifier("eventSerializer") EventSerializer serializer,
            ObjectProvider<SnapshotFilter> snapshotFilter,
            ObjectProvider<Clock> clock) {
        GenericEventMessage.clock = Clock.tick(clock.getIfUnique(Clock::systemUTC), Duration.ofMillis(1));
        EventStorage storage = new EventStorage(
                dataSource,
                settings.isPostgres(),
                transactions,
                serializer,
                snapshotFilter.getIfUnique(SnapshotFilter::allowAll),
                Upcasts.all());
        WakeableEventStore store = new WakeableEventStore(storage, settings.lookEvery());
        if (settings.sync()) {
            JdbcTemplate jdbc = new JdbcTemplate(dataSource);
            store.onCommit(new SharedSync(() -> jdbc.execute("checkpoint sync"))::await);
        }
        return store;
    }

    @Bean
    @Conditional(OnPostgres.class)
    CommitNotices commitNotices(EventStoreSettings settings, WakeableEventStore eventStore) {
        CommitNotices notices = new CommitNotices(settings, eventStore::wake);
        eventStore.onCommit(notices::announce);
        return notices;
    }

    @Bean
    EventPositions eventPositions(DataSource dataSource, Flyway migrated) {
        return new EventPositions(new JdbcTemplate(dataSource));
    }

    @Bean
    PostmortemIds postmortemIds(DataSource dataSource, Flyway migrated) {
        return new PostmortemIds(new JdbcTemplate(dataSource));
    }

    /** The positions of processors whose work goes into the event store: each beside what it did. */
    @Bean
    TokenStore eventStoreTokens(
            DataSource dataSource, Flyway migrated, @Qualifier("eventSerializer") EventSerializer serializer) {
        return JdbcTokenStore.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
                .serializer(serializer)
                .contentType(String.class)
                .schema(TokenSchema.builder()
                        .setTokenTable("token_entry")
                        .setProcessorNameColumn("processor_name")
                        .setSegmentColumn("segment")
                        .setTokenColumn("token")
                        .setTokenTypeColumn("token_type")
                        .setTimestampColumn("time_stamp")
                        .setOwnerColumn("owner")
                        .build())
                .build();
    }

    /** On H2 there is no other process that could commit. */
    static final class OnPostgres implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return EventStoreSettings.from(context.getEnvironment()).isPostgres();
        }
    }
}
