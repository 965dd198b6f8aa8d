package io.hindsight.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hindsight.command.CommandSide;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two command sides on one PostgreSQL: what one changes of the policy the other goes by, and what is owed follows once. */
class PolicyOnTwoCommandSidesTest {
    private static final int POSTMORTEMS = 60;
    private static final String SETTLED =
            """
            select count(*) from domain_event_entry
            where payload_type = 'deadlines-set' and meta_data like '%settle-deadlines%' and payload like ?
            """;

    @TempDir
    Path folder;

    private JdbcTemplate events;

    @Test
    void a_change_reaches_the_other_side_and_survives_the_death_of_the_one_that_made_it() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            events = new JdbcTemplate(postgres.getPostgresDatabase());
            Map<String, String> settings = Map.of(
                    "HINDSIGHT_EVENT_STORE",
                    postgres.getJdbcUrl("postgres", "postgres"),
                    "HINDSIGHT_ADMIN_TOKEN",
                    "two-command-sides");
            try (Running first = Running.start(CommandSide.class, folder, settings);
                    Running second = Running.start(CommandSide.class, folder, settings)) {
                Client one = new Client(first.host(), "two-command-sides");
                Client other = new Client(second.host(), "two-command-sides");
                for (int i = 0; i < POSTMORTEMS; i++) {
                    one.post(
                                    "/api/postmortems",
                                    """
                                    {"id": "pm-%d", "title": "Title", "severity": "sev-1",
                                     "incident": {"startedAt": "2026-11-23T10:00:00Z"}}"""
                                            .formatted(i))
                            .ok();
                }
                assertThat(other.get("/api/policy").get("version").asInt()).isZero();

                // The first one has the follower's claim: it dies right after it has answered.
                change(one, 10);
                first.kill();

                await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                                other.get("/api/policy").get("version").asInt())
                        .isEqualTo(1));
                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(settledTo("2026-12-04")).isEqualTo(POSTMORTEMS));
                change(other, 20);
                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(settledTo("2026-12-14")).isEqualTo(POSTMORTEMS));
                assertThat(settledTo("2026-12-04")).isEqualTo(POSTMORTEMS);
            }
        }
    }

    private static void change(Client client, int days) {
        client.post(
                        "/api/policy/commands/change-meeting-deadlines",
                        "{\"deadlines\": [{\"days\": %d, \"counted\": \"calendar\"}]}".formatted(days))
                .ok();
    }

    /** How often a meeting's deadline was settled to the end of the day before. */
    private int settledTo(String day) {
        return events.queryForObject(SETTLED, Integer.class, "%\"dueAt\":\"" + day + "T00:00:00Z\"%");
    }
}
