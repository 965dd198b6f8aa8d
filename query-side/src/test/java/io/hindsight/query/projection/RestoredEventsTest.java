package io.hindsight.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.hindsight.eventstore.EventPosition;
import io.hindsight.eventstore.EventPositions;
import io.hindsight.query.Events;
import io.hindsight.query.Gate;
import io.hindsight.query.Stores;
import io.hindsight.query.WithoutWeb;
import java.util.Map;
import javax.sql.DataSource;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The event store was restored from a backup that lacks what the read models include already. */
class RestoredEventsTest {
    private final Stores before = new Stores(WithoutWeb.class);

    @BeforeEach
    void append() {
        before.append("kept", Events.opened());
        before.append("lost", Events.opened());
        EventPosition head = before.get(EventPositions.class).head();
        await().untilAsserted(() -> assertThat(models(before).names()).allSatisfy(name -> assertThat(
                        models(before).live(name).orElseThrow().positionWith(head))
                .isPresent()));
    }

    @AfterEach
    void close() {
        before.close();
    }

    @Test
    void read_models_that_include_events_which_are_not_there_are_built_anew_at_the_start() {
        stop();
        restore();

        try (Stores after = before.beside(Map.of(), WithoutWeb.class)) {
            await().untilAsserted(
                            () -> assertThat(models(after).names()).allSatisfy(name -> assertThat(pointer(after, name))
                                    .extracting(Pointer::live, Pointer::rebuilding)
                                    .containsExactly(2L, false)));
            await().untilAsserted(() -> assertThat(written(after)).containsExactly("kept/1"));
            after.append("later", Events.opened());
            await().untilAsserted(() -> assertThat(written(after)).containsExactly("kept/1", "later/1"));
        }
    }

    @Test
    void a_rebuild_that_had_read_events_which_are_not_there_is_begun_anew() {
        before.get(Gate.class).close("gate_2"::equals);
        assertThat(before.get(Rebuilds.class).begin(Gate.NAME)).isPresent();
        await().untilAsserted(() -> assertThat(position("gate_2")).isNotNull());
        Document live = position("gate_1");
        stop();
        positions()
                .updateOne(
                        Filters.eq("processorName", "gate_2"),
                        Updates.combine(
                                Updates.set("token", live.get("token")),
                                Updates.set("tokenType", live.get("tokenType"))));
        restore();

        try (Stores after = before.beside(Map.of(), WithoutWeb.class)) {
            await().untilAsserted(() -> assertThat(pointer(after, Gate.NAME))
                    .extracting(Pointer::live, Pointer::rebuilding)
                    .containsExactly(3L, false));
            await().untilAsserted(() -> assertThat(written(after)).containsExactly("kept/1"));
        }
    }

    private void stop() {
        models(before).stop();
    }

    private void restore() {
        new JdbcTemplate(before.get(DataSource.class))
                .update("delete from domain_event_entry where aggregate_identifier = 'lost'");
    }

    private static Iterable<String> written(Stores process) {
        return collection(process, Gate.NAME).distinct("_id", String.class);
    }

    private static MongoCollection<Document> collection(Stores process, String projection) {
        return models(process).live(projection).orElseThrow().collection();
    }

    private Document position(String generation) {
        return positions().find(Filters.eq("processorName", generation)).first();
    }

    private MongoCollection<Document> positions() {
        return before.database().getCollection("positions");
    }

    private static ReadModels models(Stores process) {
        return process.get(ReadModels.class);
    }

    private static Pointer pointer(Stores process, String projection) {
        return process.get(Pointers.class).get(projection);
    }
}
