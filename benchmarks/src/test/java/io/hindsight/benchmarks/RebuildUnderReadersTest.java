package io.hindsight.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.hindsight.benchmarks.generator.Generator;
import io.hindsight.command.postmortem.PostmortemRequests;
import io.hindsight.words.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Both sides over HTTP with some hundreds of made-up postmortems; {@code rebuild --count 20000} does the same with many. */
class RebuildUnderReadersTest {
    private static final int COUNT = 300;
    private static final Generator GENERATOR = new Generator(11, Instant.now().truncatedTo(ChronoUnit.DAYS));

    private static EventStores stores;
    private static ReadStore readStore;
    private static ConfigurableApplicationContext application;
    private static Api api;
    private static List<String> ids;

    @BeforeAll
    static void start() throws Exception {
        stores = new EventStores(new Options(List.of(), Set.of()));
        readStore = new ReadStore(null);
        application = Applications.bothSides(Map.of(
                "hindsight.data", stores.folder().toString(),
                "hindsight.read-store", readStore.url()));
        api = new Api(application.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
        ids = Population.make(GENERATOR, COUNT, application.getBean(PostmortemRequests.class));
        new Rebuilding(api).awaitAllLive();
    }

    @AfterAll
    static void stop() throws Exception {
        application.close();
        readStore.close();
        stores.close();
    }

    @Test
    void nobody_who_reads_notices_a_rebuild_of_every_read_model_and_the_views_are_the_same_afterwards()
            throws Exception {
        Map<String, Long> generations = generations();

        RebuildUnderReaders rebuild = RebuildUnderReaders.run(api, ids, database(), Duration.ofMillis(500));

        assertThat(rebuild.busy().wrong()).isEmpty();
        assertThat(rebuild.busy().count().get()).isPositive();
        assertThat(rebuild.after()).isEqualTo(rebuild.before());
        assertThat(rebuild.after().keySet()).containsExactlyInAnyOrderElementsOf(new Rebuilding(api).readModels());
        assertThat(generations()).allSatisfy((projection, generation) -> assertThat(generation)
                .isEqualTo(projection.equals(BothSides.NOTHING) ? 1L : generations.get(projection) + 1));
    }

    @Test
    void the_comparison_of_views_sees_a_single_field_of_a_single_document() throws Exception {
        Map<String, String> before = Views.digests(database());
        String board = "board_" + generations().get("board");
        Document row = database().getCollection(board).find().first();
        database().getCollection(board).updateOne(Filters.eq("_id", row.get("_id")), Updates.set("title", "Tampered"));

        assertThat(Views.digests(database())).isNotEqualTo(before);

        database().getCollection(board).replaceOne(Filters.eq("_id", row.get("_id")), row);
        assertThat(Views.digests(database())).isEqualTo(before);
    }

    @Test
    void made_up_postmortems_come_as_far_in_the_process_as_was_made_up() throws Exception {
        Set<String> reached = new HashSet<>();
        for (int number = 0; number < COUNT; number++) {
            String status =
                    api.get("/api/postmortems/made-up-" + number).get("status").asString();
            assertThat(status).isEqualTo(GENERATOR.statusOf(number).toString());
            reached.add(status);
        }
        assertThat(reached).hasSameSizeAs(Status.values());
    }

    @Test
    void a_generated_line_is_a_record_that_can_be_imported_whole() throws Exception {
        // Numbers that the population did not use, so that the ids are free.
        String lines = IntStream.range(COUNT, COUNT + 20)
                .mapToObj(GENERATOR::importLine)
                .collect(Collectors.joining("\n"));

        String results = api.importLines(lines);

        assertThat(results.lines()).hasSize(20).allSatisfy(result -> assertThat(result)
                .contains("\"outcome\":\"opened\"")
                .contains("\"notUnderstood\":[]"));
        new Rebuilding(api).awaitAllLive();
    }

    private static MongoDatabase database() {
        return application.getBean(MongoDatabase.class);
    }

    private static Map<String, Long> generations() {
        return database().getCollection("projections").find().into(new ArrayList<>()).stream()
                .collect(Collectors.toMap(
                        pointer -> pointer.getString("_id"), pointer -> pointer.getLong("generation")));
    }
}
