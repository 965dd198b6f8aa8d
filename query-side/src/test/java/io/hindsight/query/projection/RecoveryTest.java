package io.hindsight.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.hindsight.events.DeadlineEvent.DeadlinesSet;
import io.hindsight.events.IncidentEvent.PostmortemRetitled;
import io.hindsight.events.LifecycleEvent.PostmortemClosed;
import io.hindsight.events.SuggestionEvent.SuggestionsMade;
import io.hindsight.eventstore.EventPosition;
import io.hindsight.eventstore.EventPositions;
import io.hindsight.query.Events;
import io.hindsight.query.Gate;
import io.hindsight.query.Samples;
import io.hindsight.query.Stores;
import io.hindsight.query.WithoutWeb;
import io.hindsight.words.ObligationKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a crash, a failure or a restart leaves behind, and what becomes of it. */
class RecoveryTest {
    private final Stores stores = new Stores(WithoutWeb.class);
    private final ReadModels models = stores.get(ReadModels.class);
    private final Rebuilds rebuilds = stores.get(Rebuilds.class);
    private final Pointers pointers = stores.get(Pointers.class);
    private final Gate gate = stores.get(Gate.class);

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void the_position_stays_before_what_could_not_be_written_and_the_batch_comes_again() {
        gate.close(collection -> true);
        stores.append("pm-1", Events.opened());
        await().untilAsserted(() -> assertThat(models.live(Gate.NAME).flatMap(ProjectionProcessor::error))
                .isPresent());
        assertThat(head().coveredBy(models.live(Gate.NAME).orElseThrow().position()))
                .isFalse();

        gate.open();

        awaitAll();
        assertThat(stores.database().getCollection("gate_1").countDocuments()).isEqualTo(1);
    }

    @Test
    void views_that_were_written_before_a_crash_and_their_positions_not_end_up_the_same() {
        stores.append("pm-1", Events.opened());
        awaitAll();
        Map<String, String> positions = positions();
        fill();
        awaitAll();
        Map<String, List<Document>> views = views();

        models.stop();
        positions.forEach((name, token) ->
                positionsCollection().updateOne(Filters.eq("processorName", name), Updates.set("token", token)));
        models.start();

        awaitAll();
        assertThat(views()).isEqualTo(views);
    }

    @Test
    void a_rebuild_that_was_killed_goes_on_at_the_next_start() {
        fill();
        awaitAll();
        Map<String, List<Document>> views = views();
        models.stop();
        models.names().forEach(name -> assertThat(rebuilds.begin(name)).isPresent());

        models.start();

        await().untilAsserted(() -> assertThat(models.names()).allSatisfy(name -> {
            Pointer pointer = pointers.get(name);
            assertThat(pointer.live()).isEqualTo(2);
            assertThat(pointer.rebuilding()).isFalse();
        }));
        assertThat(views()).isEqualTo(views);
        await().untilAsserted(() -> assertThat(names()).noneMatch(name -> name.endsWith("_1")));
    }

    @Test
    void of_two_rebuilds_of_one_projection_one_comes_to_be() {
        gate.close("gate_2"::equals);
        stores.append("pm-1", Events.opened());
        awaitAll();

        assertThat(rebuilds.begin(Gate.NAME)).isPresent();

        assertThat(rebuilds.begin(Gate.NAME)).isEmpty();
    }

    @Test
    void what_a_cancelled_rebuild_built_is_dropped_and_the_next_one_begins_afresh() {
        gate.close("gate_2"::equals);
        stores.append("pm-1", Events.opened());
        awaitAll();
        Rebuild rebuild = rebuilds.begin(Gate.NAME).orElseThrow();
        await().untilAsserted(() -> assertThat(models.building(Gate.NAME).flatMap(ProjectionProcessor::error))
                .isPresent());

        rebuilds.cancel(rebuild);

        assertThat(rebuilds.find(Gate.NAME, rebuild.id()).orElseThrow().state()).isEqualTo("cancelled");
        assertThat(models.live(Gate.NAME).orElseThrow().generation().number()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(names()).doesNotContain("gate_2"));
        assertThat(rebuilds.begin(Gate.NAME)).isPresent();
        await().untilAsserted(() -> assertThat(pointers.get(Gate.NAME).live()).isEqualTo(3));
        assertThat(stores.database().getCollection("gate_3").countDocuments()).isEqualTo(1);
    }

    @Test
    void a_rebuild_whose_end_nobody_noted_says_how_it_ended() {
        models.stop();
        Rebuild swapped = rebuilds.begin(Gate.NAME).orElseThrow();
        pointers.swap(pointers.get(Gate.NAME));
        assertThat(rebuilds.find(Gate.NAME, swapped.id()).orElseThrow().state()).isEqualTo("done");

        Rebuild cancelled = rebuilds.begin(Gate.NAME).orElseThrow();
        pointers.cancel(pointers.get(Gate.NAME));
        assertThat(rebuilds.find(Gate.NAME, cancelled.id()).orElseThrow().state())
                .isEqualTo("cancelled");
    }

    private void fill() {
        for (int i = 2; i < 30; i++) {
            stores.append(
                    "pm-" + i,
                    Events.opened(),
                    Events.entry("e1", "2026-03-02T10:00:00Z", "Paged"),
                    Events.item("a1", "ben"),
                    new DeadlinesSet(List.of(Events.due(ObligationKind.ACTION_ITEM, "a1", "2020-01-01T00:00:00Z"))));
            stores.append("pm-" + i, Samples.of(SuggestionsMade.class));
            stores.append("pm-" + i, i % 3 == 0 ? new PostmortemClosed() : new PostmortemRetitled("Title " + i));
        }
    }

    private void awaitAll() {
        await().untilAsserted(() -> assertThat(models.names())
                .allSatisfy(name -> assertThat(models.live(name).orElseThrow().positionWith(head()))
                        .isPresent()));
    }

    private EventPosition head() {
        return stores.get(EventPositions.class).head();
    }

    /** What readers read, by projection; of the counters only what they count. */
    private Map<String, List<Document>> views() {
        Map<String, List<Document>> views = new TreeMap<>();
        for (String name : models.names()) {
            List<Document> rows = stores.database()
                    .getCollection(pointers.get(name).liveGeneration().name())
                    .find()
                    .sort(new Document("_id", 1))
                    .into(new ArrayList<>());
            rows.forEach(row -> List.of("flush", "index", "gaps").forEach(row::remove));
            views.put(name, rows);
        }
        assertThat(views).allSatisfy((name, rows) -> assertThat(rows).isNotEmpty());
        return views;
    }

    private Map<String, String> positions() {
        Map<String, String> positions = new TreeMap<>();
        positionsCollection()
                .find()
                .forEach(stored -> positions.put(stored.getString("processorName"), stored.getString("token")));
        return positions;
    }

    private MongoCollection<Document> positionsCollection() {
        return stores.database().getCollection("positions");
    }

    /** All collections, and the processors that have a position. */
    private List<String> names() {
        List<String> names = stores.database().listCollectionNames().into(new ArrayList<>());
        names.addAll(positions().keySet());
        return names;
    }
}
