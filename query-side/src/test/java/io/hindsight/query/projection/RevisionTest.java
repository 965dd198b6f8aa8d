package io.hindsight.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.hindsight.eventstore.EventPositions;
import io.hindsight.query.Events;
import io.hindsight.query.Gate;
import io.hindsight.query.Stores;
import io.hindsight.query.WithoutWeb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Versions of the program whose documents have different shapes, one after the other or side by side on the same stores. */
class RevisionTest {
    private final Stores older = new Stores(WithoutWeb.class);

    @AfterEach
    void close() {
        older.close();
    }

    @Test
    void what_an_older_version_built_is_built_anew_and_answers_meanwhile() {
        older.append("pm-1", Events.opened());
        awaitAll(older);
        older.get(ReadModels.class).stop();
        try (Stores newer = newer("gate.closed", "gate_2")) {
            await().untilAsserted(() -> assertThat(building(newer).flatMap(ProjectionProcessor::error))
                    .isPresent());
            newer.append("pm-2", Events.opened());
            awaitAll(newer);
            assertThat(live(newer).generation().number()).isEqualTo(1);
            assertThat(live(newer).collection().countDocuments()).isEqualTo(2);
            assertThat(live(newer).error()).isEmpty();
            Rebuild rebuild = newer.get(Rebuilds.class).underWay(Gate.NAME).orElseThrow();

            newer.get(Gate.class).open();

            await().untilAsserted(() -> assertThat(pointer(newer).revision()).isEqualTo(2));
            awaitAll(newer);
            assertThat(revisions(newer)).containsExactly(2, 2);
            assertThat(newer.get(Rebuilds.class)
                            .find(Gate.NAME, rebuild.id())
                            .orElseThrow()
                            .state())
                    .isEqualTo("done");
            // The others have the shape that they had.
            assertThat(rebuildsOf(newer)).hasSize(1);
        }
    }

    @Test
    void what_was_built_before_there_were_revisions_is_built_anew() {
        older.append("pm-1", Events.opened());
        awaitAll(older);
        older.get(ReadModels.class).stop();
        older.database().getCollection("projections").updateMany(Filters.empty(), Updates.unset("revision"));

        older.get(ReadModels.class).start();

        await().untilAsserted(() -> assertThat(older.get(ReadModels.class).names())
                .allSatisfy(name ->
                        assertThat(older.get(Pointers.class).get(name).live()).isEqualTo(2)));
        awaitAll(older);
    }

    @Test
    void of_several_processes_that_start_one_begins_the_rebuild() {
        older.append("pm-1", Events.opened());
        awaitAll(older);
        older.get(ReadModels.class).stop();
        List<Stores> newer = Stream.of(1, 2, 3)
                .parallel()
                .map(each -> newer("gate.closed", ""))
                .toList();
        try {
            newer.forEach(process -> {
                await().untilAsserted(() -> assertThat(live(process).generation())
                        .isEqualTo(pointer(process).liveGeneration()));
                assertThat(pointer(process).revision()).isEqualTo(2);
                process.get(ReadModels.class).look();
            });
            assertThat(rebuildsOf(older)).hasSize(1);
        } finally {
            newer.forEach(Stores::close);
        }
    }

    @Test
    void while_two_versions_run_the_newer_one_fills_what_it_built_and_the_older_one_reads_it() {
        older.append("pm-1", Events.opened());
        awaitAll(older);
        try (Stores newer = newer("gate.closed", "")) {
            await().untilAsserted(() -> assertThat(pointer(newer).revision()).isEqualTo(2));

            newer.append("pm-2", Events.opened());

            awaitAll(newer);
            awaitAll(older);
            assertThat(live(older).generation()).isEqualTo(live(newer).generation());
            assertThat(live(older).error()).isEmpty();
            assertThat(revisions(older)).containsExactly(2, 2);
        }
    }

    @Test
    void an_older_version_alone_neither_fills_nor_rebuilds_what_a_newer_one_built_until_somebody_says_so() {
        older.append("pm-1", Events.opened());
        awaitAll(older);
        try (Stores newer = newer("gate.closed", "")) {
            await().untilAsserted(() -> assertThat(pointer(newer).revision()).isEqualTo(2));
            await().untilAsserted(() -> assertThat(live(older).generation())
                    .isEqualTo(pointer(older).liveGeneration()));
        }
        older.get(ReadModels.class).stop();
        older.get(ReadModels.class).start();
        older.append("pm-2", Events.opened());

        await().untilAsserted(() -> assertThat(live(older).error().orElseThrow())
                .hasMessageContaining("a newer version")
                .hasMessageContaining("revision 2"));
        older.get(ReadModels.class).look();
        assertThat(pointer(older).rebuilding()).isFalse();
        assertThat(revisions(older)).containsExactly(2);

        assertThat(older.get(Rebuilds.class).begin(Gate.NAME)).isPresent();
        await().untilAsserted(() -> assertThat(pointer(older).revision()).isEqualTo(1));
        awaitAll(older);
        assertThat(revisions(older)).containsExactly(1, 1);
    }

    @Test
    void a_rebuild_that_an_administrator_cancels_is_not_begun_again_before_the_next_start() {
        older.append("pm-1", Events.opened());
        awaitAll(older);
        older.get(ReadModels.class).stop();
        try (Stores newer = newer("gate.closed", "gate_2")) {
            await().untilAsserted(() -> assertThat(building(newer)).isPresent());
            newer.get(ReadModels.class).look();

            newer.get(Rebuilds.class)
                    .cancel(newer.get(Rebuilds.class).underWay(Gate.NAME).orElseThrow());

            newer.get(ReadModels.class).look();
            assertThat(pointer(newer).rebuilding()).isFalse();
            newer.get(ReadModels.class).stop();
            newer.get(ReadModels.class).start();
            await().untilAsserted(() -> assertThat(pointer(newer).revision()).isEqualTo(2));
        }
    }

    /** A version of the program whose gate has another shape. */
    private Stores newer(String setting, String value) {
        return older.beside(Map.of("gate.revision", "2", setting, value), WithoutWeb.class);
    }

    private static void awaitAll(Stores process) {
        ReadModels models = process.get(ReadModels.class);
        await().untilAsserted(() -> assertThat(models.names()).allSatisfy(name -> assertThat(models.live(name)
                        .orElseThrow()
                        .positionWith(process.get(EventPositions.class).head()))
                .isPresent()));
    }

    private static ProjectionProcessor live(Stores process) {
        return process.get(ReadModels.class).live(Gate.NAME).orElseThrow();
    }

    private static Optional<ProjectionProcessor> building(Stores process) {
        return process.get(ReadModels.class).building(Gate.NAME);
    }

    private static Pointer pointer(Stores process) {
        return process.get(Pointers.class).get(Gate.NAME);
    }

    /** By which revision each document that is read was written. */
    private static List<Integer> revisions(Stores process) {
        return live(process)
                .collection()
                .find()
                .map(document -> document.getInteger("revision"))
                .into(new ArrayList<>());
    }

    private static List<Document> rebuildsOf(Stores process) {
        MongoCollection<Document> rebuilds = process.database().getCollection("rebuilds");
        return rebuilds.find().into(new ArrayList<>());
    }
}
