package io.hindsight.eventstore;

import io.hindsight.events.EventMetadata;
import io.hindsight.events.OwnershipEvent.OwnerAssigned;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** A side of the application with nothing but its event store. */
final class Application implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    final AdjustableClock clock = new AdjustableClock();
    final WakeableEventStore store;
    final EventPositions positions;

    Application(String url) {
        this(url, Map.of());
    }

    /** With these settings below {@code hindsight.event-store.} */
    Application(String url, Map<String, String> settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("hindsight.event-store.url", url);
        settings.forEach((name, value) -> properties.put("hindsight.event-store." + name, value));
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        context.registerBean(Clock.class, () -> clock);
        // As the query side has one for MongoDB.
        context.registerBean("otherTransactionManager", PlatformTransactionManager.class, OtherTransactions::new);
        context.register(EventStoreConfiguration.class);
        context.refresh();
        store = context.getBean(WakeableEventStore.class);
        positions = context.getBean(EventPositions.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    /** Appends owners to a postmortem, the first as this version. */
    void append(String postmortemId, long version, String... owners) {
        store.publish(Stream.iterate(0, i -> i < owners.length, i -> i + 1)
                .map(i -> event(postmortemId, version + i, owners[i]))
                .toList());
    }

    List<Object> payloads(String postmortemId) {
        return store.readEvents(postmortemId)
                .asStream()
                .<Object>map(DomainEventMessage::getPayload)
                .toList();
    }

    private static DomainEventMessage<?> event(String postmortemId, long version, String owner) {
        return new GenericDomainEventMessage<>(
                "Postmortem", postmortemId, version - 1, new OwnerAssigned(owner), Map.of(EventMetadata.ACTOR, "ana"));
    }

    @Override
    public void close() {
        context.close();
    }

    static final class AdjustableClock extends Clock {

        private volatile Duration offset = Duration.ZERO;

        void jump(Duration by) {
            offset = offset.plus(by);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(offset);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class OtherTransactions implements PlatformTransactionManager {
        @Override
        public TransactionStatus getTransaction(TransactionDefinition definition) {
            return new SimpleTransactionStatus();
        }

        @Override
        public void commit(TransactionStatus status) {}

        @Override
        public void rollback(TransactionStatus status) {}
    }
}
