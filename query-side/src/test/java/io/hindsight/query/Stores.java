package io.hindsight.query;

import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.hindsight.events.PostmortemEvent;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The query side without its web part, on an H2 event store and an embedded MongoDB stand-in, both in memory. */
public final class Stores implements AutoCloseable {
    private final MongoServer server;
    private final String events;
    private final boolean first;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** Starts what these configurations and components hold. */
    public Stores(Class<?>... components) {
        this(Map.of(), components);
    }

    private Stores(InetSocketAddress readStore, Class<?>... components) {
        first = true;
        server = new MongoServer(new MemoryBackend());
        events = newEvents();
        start("mongodb://localhost:" + readStore.getPort(), Map.of(), components);
    }

    /** Starts them while nobody listens at the read store's address; {@link #readStoreComes} ends that. */
    public static Stores withoutReadStore(InetSocketAddress readStore, Class<?>... components) {
        return new Stores(readStore, components);
    }

    public void readStoreComes(InetSocketAddress address) {
        server.bind(address);
    }

    /** Starts them with settings beside those of the stores. */
    public static Stores with(Map<String, String> settings, Class<?>... components) {
        return new Stores(settings, components);
    }

    private Stores(Map<String, String> settings, Class<?>... components) {
        first = true;
        server = new MongoServer(new MemoryBackend());
        server.bind();
        events = newEvents();
        start(server.getConnectionString(), settings, components);
    }

    private Stores(Stores beside, Map<String, String> settings, Class<?>... components) {
        first = false;
        server = beside.server;
        events = beside.events;
        start(server.getConnectionString(), settings, components);
    }

    /** Starts another process on the same stores; it is closed before the one that it stands beside. */
    public Stores beside(Map<String, String> settings, Class<?>... components) {
        return new Stores(this, settings, components);
    }

    private static String newEvents() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }

    private void start(String readStore, Map<String, String> settings, Class<?>... components) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("more", Map.copyOf(settings)));
        String url = readStore + "/test";
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "hindsight.event-store.url", events,
                                "hindsight.read-store", url,
                                "hindsight.projections.grace", "PT1S")));
        context.register(components);
        context.refresh();
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public <T> Collection<T> all(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    public MongoDatabase database() {
        return get(MongoDatabase.class);
    }

    /** Appends events to a postmortem's, in one transaction. */
    public void append(String id, PostmortemEvent... events) {
        Events.append(get(EventStore.class), get(TransactionManager.class), id, events);
    }

    @Override
    public void close() {
        context.close();
        if (first) {
            server.shutdownNow();
        }
    }
}
