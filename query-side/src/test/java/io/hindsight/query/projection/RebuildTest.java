package io.hindsight.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.hindsight.events.DeadlineEvent.DeadlinesSet;
import io.hindsight.eventstore.EventPositions;
import io.hindsight.query.Events;
import io.hindsight.query.Stores;
import io.hindsight.query.WithoutWeb;
import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.fold.PostmortemHistory;
import io.hindsight.words.ObligationKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class RebuildTest {
    private static final int POSTMORTEMS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stores stores = new Stores(WithoutWeb.class, WithGate.class);
    private final ReadModels models = stores.get(ReadModels.class);
    private final Rebuilds rebuilds = stores.get(Rebuilds.class);
    private final Gate gate = stores.get(Gate.class);

    /** A projection of ids whose rebuild waits until a test lets it go on. */
    static final class Gate implements Projection {
        private CountDownLatch open = new CountDownLatch(0);
        private final AtomicBoolean failing = new AtomicBoolean();

        @Override
        public String name() {
            return "gate";
        }

        void shut() {
            open = new CountDownLatch(1);
        }

        void open() {
            open.countDown();
        }

        @Override
        public void write(MongoCollection<Document> collection, Batch batch) {
            if (!collection.getNamespace().getCollectionName().equals("gate_1")) {
                try {
                    open.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            if (failing.get()) {
                throw new IllegalStateException("The view cannot be written");
            }
            GuardedWrites.replaceOlder(
                    collection,
                    batch.documents().stream()
                            .map(document -> new Document("_id", document.id()).append("version", document.version()))
                            .toList());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WithGate {
        @Bean
        Gate gate() {
            return new Gate();
        }
    }

    @BeforeEach
    void fill() {
        for (int each = 0; each < POSTMORTEMS; each++) {
            stores.append(
                    "pm-" + each,
                    Events.opened(),
                    Events.item("a1", "ben"),
                    new DeadlinesSet(List.of(Events.due(ObligationKind.ACTION_ITEM, "a1", "2026-03-20T00:00:00Z"))));
        }
        await().atMost(PATIENCE).until(() -> rows(live("gate")) == POSTMORTEMS);
    }

    @AfterEach
    void close() {
        gate.open();
        stores.close();
    }

    @Test
    void every_projection_is_the_same_after_a_rebuild() {
        for (String name : models.names()) {
            await().atMost(PATIENCE).until(() -> isCaughtUp(name));
            Map<Object, Document> before = content(live(name));

            Rebuild rebuild = rebuilds.begin(name).orElseThrow();
            await().atMost(PATIENCE).until(() -> state(rebuild).equals(Rebuild.DONE));

            // The rebuild is noted as done a moment before this process reads what was built.
            await().atMost(PATIENCE)
                    .until(() -> live(name).getNamespace().getCollectionName().equals(name + "_2"));
            assertThat(content(live(name))).as(name).isEqualTo(before).isNotEmpty();
        }
    }

    @Test
    void readers_find_everything_while_a_rebuild_runs_and_writers_write() throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        AtomicLong fewest = new AtomicLong(Long.MAX_VALUE);
        Thread reader = new Thread(() -> {
            while (!over.get()) {
                fewest.accumulateAndGet(rows(live("gate")), Math::min);
            }
        });
        gate.shut();
        reader.start();

        Rebuild rebuild = rebuilds.begin("gate").orElseThrow();
        await().atMost(PATIENCE).until(() -> models.building("gate").isPresent());
        stores.append("written-meanwhile", Events.opened());
        await().atMost(PATIENCE).until(() -> rows(live("gate")) == POSTMORTEMS + 1);
        assertThat(state(rebuild)).isEqualTo(Rebuild.RUNNING);
        gate.open();
        await().atMost(PATIENCE).until(() -> state(rebuild).equals(Rebuild.DONE));
        over.set(true);
        reader.join();

        assertThat(fewest.get()).isGreaterThanOrEqualTo(POSTMORTEMS);
        assertThat(rows(live("gate"))).isEqualTo(POSTMORTEMS + 1);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(collections()).doesNotContain("gate_1"));
    }

    @Test
    void two_rebuilds_of_one_projection_do_not_run_at_once() {
        gate.shut();

        assertThat(rebuilds.begin("gate")).isPresent();
        assertThat(rebuilds.begin("gate")).isEmpty();
    }

    @Test
    void a_cancelled_rebuild_leaves_the_live_one_and_nothing_of_its_own() {
        gate.shut();
        Rebuild rebuild = rebuilds.begin("gate").orElseThrow();
        await().atMost(PATIENCE).until(() -> models.building("gate").isPresent());

        rebuilds.cancel(rebuild);
        gate.open();

        assertThat(state(rebuild)).isEqualTo(Rebuild.CANCELLED);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(collections()).contains("gate_1").doesNotContain("gate_2");
            assertThat(models.building("gate")).isEmpty();
        });
        assertThat(rebuilds.begin("gate").orElseThrow().generation()).isEqualTo(3);
    }

    @Test
    void a_rebuild_that_was_killed_goes_on_at_the_next_start() {
        gate.shut();
        Rebuild rebuild = rebuilds.begin("gate").orElseThrow();
        await().atMost(PATIENCE).until(() -> models.building("gate").isPresent());
        gate.open();
        models.stop();

        models.start();

        await().atMost(PATIENCE).until(() -> state(rebuild).equals(Rebuild.DONE));
        assertThat(rows(live("gate"))).isEqualTo(POSTMORTEMS);
    }

    @Test
    void what_cannot_be_written_is_shown_and_written_once_it_can_be() {
        gate.failing.set(true);
        stores.append("poison", Events.opened());

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        models.live("gate").orElseThrow().error())
                .hasValueSatisfying(error -> assertThat(error).hasMessageContaining("cannot be written")));
        gate.failing.set(false);

        await().atMost(PATIENCE).until(() -> rows(live("gate")) == POSTMORTEMS + 1);
    }

    @Test
    void a_token_that_was_lost_after_its_view_was_written_changes_nothing_when_the_events_come_again() {
        for (String name : List.of("document", "obligations", "history", "dashboard")) {
            await().atMost(PATIENCE).until(() -> isCaughtUp(name));
        }
        Map<Object, Document> history = content(live("history"));
        Map<Object, Document> counters = content(live("dashboard"));
        models.stop();
        stores.database().getCollection("positions").deleteMany(new Document());

        models.start();
        for (String name : List.of("document", "obligations", "history", "dashboard")) {
            await().atMost(PATIENCE).until(() -> isCaughtUp(name));
        }

        assertThat(content(live("history"))).isEqualTo(history);
        assertThat(content(live("dashboard"))).isEqualTo(counters);
        PostmortemHistory events = new PostmortemHistory(stores.get(EventStore.class));
        Document stored = content(live("document")).get("pm-3");
        assertThat(ViewJson.fromBson(stored, PostmortemDocument.class))
                .isEqualTo(events.now("pm-3").orElseThrow());
    }

    private boolean isCaughtUp(String name) {
        return stores.get(EventPositions.class)
                .head()
                .coveredBy(models.live(name).orElseThrow().position());
    }

    private MongoCollection<Document> live(String name) {
        return models.live(name).orElseThrow().collection();
    }

    private static long rows(MongoCollection<Document> collection) {
        return collection.countDocuments();
    }

    private static Map<Object, Document> content(MongoCollection<Document> collection) {
        Map<Object, Document> content = new HashMap<>();
        collection.find().forEach(document -> content.put(document.get("_id"), document));
        // How often the counters were written depends on the batches; what they say does not.
        content.values().forEach(document -> document.remove("flush"));
        return content;
    }

    private String state(Rebuild rebuild) {
        return rebuilds.find(rebuild.projection(), rebuild.id()).orElseThrow().state();
    }

    private List<String> collections() {
        MongoDatabase database = stores.database();
        return database.listCollectionNames().into(new ArrayList<>());
    }
}
