package io.hindsight.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.hindsight.command.CommandSide;
import io.hindsight.query.QuerySide;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two sides as processes of their own, on a real PostgreSQL: commands go to one, reads to the other. */
class TwoApplicationsTest {
    private static final int ENTRIES = 100;

    @TempDir
    Path folder;

    @Test
    void what_the_command_side_accepts_the_query_side_shows() throws Exception {
        MongoServer mongo = new MongoServer(new MemoryBackend());
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            String views = "mongodb://localhost:" + mongo.bind().getPort() + "/hindsight";
            Map<String, String> settings = Map.of(
                    "HINDSIGHT_EVENT_STORE",
                    postgres.getJdbcUrl("postgres", "postgres"),
                    "HINDSIGHT_READ_STORE",
                    views,
                    "HINDSIGHT_ADMIN_TOKEN",
                    "two-applications");
            try (Running commands = Running.start(CommandSide.class, folder, settings);
                    Running queries = Running.start(QuerySide.class, folder, settings)) {
                Client writer = new Client(commands.host(), "two-applications");
                Client reader = new Client(queries.host(), "two-applications");

                writer.post("/api/postmortems", "{\"id\": \"pm\", \"title\": \"Title\", \"severity\": \"sev-1\"}")
                        .ok();
                long[] untilVisible = new long[ENTRIES];
                for (int i = 0; i < ENTRIES; i++) {
                    writer.command(
                            "pm", "add-timeline-entry", "{\"at\": \"2026-11-23T10:00:00Z\", \"text\": \"Text\"}");
                    long answered = System.nanoTime();
                    int entries = reader.after(writer)
                            .get("/api/postmortems/pm")
                            .get("timeline")
                            .size();
                    untilVisible[i] = System.nanoTime() - answered;
                    assertThat(entries).isEqualTo(i + 1);
                }
                assertThat(reader.get("/api/dashboard")
                                .get("byStatus")
                                .get("draft")
                                .asInt())
                        .isEqualTo(1);
                assertThat(reader.get("/api/obligations").get("items")).hasSize(3);
                assertThat(reader.get("/api/history?postmortem=pm").get("items"))
                        .isNotEmpty();

                // Woken on commit, not found by the next look: the polling that stands behind it is far slower.
                Arrays.sort(untilVisible);
                assertThat(Duration.ofNanos(untilVisible[ENTRIES / 2])).isLessThan(Duration.ofMillis(250));

                assertThat(reader.post("/api/postmortems", "{}").status()).isEqualTo(405);
                assertThat(writer.read("/api/postmortems/pm").status()).isEqualTo(404);
            }
        } finally {
            mongo.shutdownNow();
        }
    }
}
