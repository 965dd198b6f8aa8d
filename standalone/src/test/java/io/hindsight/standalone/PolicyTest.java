package io.hindsight.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hindsight.standalone.Client.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The policy over HTTP: seeded once, changed, looked back at, and followed by what is still owed. */
@SpringBootTest(classes = Hindsight.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = DataFolder.class)
@Import(PolicyTest.FirstAnswer.class)
class PolicyTest {
    private static final String OPENED =
            """
            {"id": "%s", "title": "Checkout is slow", "severity": "sev-1",
             "incident": {"startedAt": "2026-12-18T09:00:00Z", "resolvedAt": "2026-12-18T10:00:00Z"}}""";

    @TempDir
    static Path data;

    @LocalServerPort
    private int port;

    private Client ada;
    private Client cora;
    private int version;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) throws Exception {
        Tokens.write(data.resolve("tokens.yml"), Map.of("ada", "administrator", "cora", "coordinator"));
        Path seed = Files.writeString(
                data.resolve("policy.yml"),
                """
                - command: change-zone
                  zone: Europe/Berlin
                  reason: We are in Berlin
                - command: change-holidays
                  calendars: [{country: de, region: be}]
                  days: []
                """);
        settings.add("hindsight.data", data::toString);
        settings.add("hindsight.policy", seed::toString);
    }

    @BeforeEach
    void callers() {
        ada = new Client("http://localhost:" + port, Tokens.of("ada"));
        cora = new Client("http://localhost:" + port, Tokens.of("cora"));
        version = cora.get("/api/policy").get("version").asInt();
    }

    private Answer change(String command, String body, String... headers) {
        return ada.post("/api/policy/commands/" + command, body, headers);
    }

    @Test
    void a_new_installation_is_seeded_and_what_nobody_said_is_the_default() {
        JsonNode policy = cora.get("/api/policy?version=2");

        assertThat(policy.get("version").asInt()).isEqualTo(2);
        assertThat(policy.get("changedBy").asString()).isEqualTo("seed");
        assertThat(policy.at("/values/zone/zone").asString()).isEqualTo("Europe/Berlin");
        assertThat(policy.at("/values/quorum/quorum").asInt()).isEqualTo(3);
        assertThat(policy.at("/values/workingDays/days/0").asString()).isEqualTo("monday");
        assertThat(policy.at("/values/meetingDeadlines").toString())
                .isEqualTo("{\"deadlines\":[{\"severity\":\"sev-1\",\"days\":3,\"counted\":\"calendar\"},"
                        + "{\"days\":5,\"counted\":\"business\"}]}");
        assertThat(policy.at("/values/sectionPrompts/what-happened/prompt").asString())
                .isNotBlank();
        assertThat(policy.at("/rules/meeting.length").asString()).isEqualTo("warn");
        assertThat(cora.get("/api/policy?version=0").at("/values/zone/zone").asString())
                .isEqualTo("UTC");
    }

    @Test
    void the_seed_is_applied_before_the_first_request_is_answered(@Autowired FirstAnswer first) {
        assertThat(first.version).isEqualTo(2);
    }

    /** Asks at the moment at which the port begins to answer. */
    static class FirstAnswer {
        private int version = -1;

        @EventListener
        void listening(WebServerInitializedEvent event) {
            Client cora = new Client("http://localhost:" + event.getWebServer().getPort(), Tokens.of("cora"));
            version = cora.get("/api/policy").get("version").asInt();
        }
    }

    @Test
    void a_change_reaches_every_postmortem_under_way_however_many_there_are() {
        int many = 150;
        for (int i = 0; i < many; i++) {
            cora.post("/api/postmortems", "{\"title\": \"Slow\", \"severity\": \"sev-2\", \"tags\": [\"many\"]}")
                    .ok();
        }
        change("change-scheduling-deadline", "{\"businessDays\": 4}").ok();

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        cora.get("/api/postmortems?tag=many&size=200").get("items"))
                .hasSize(many)
                .extracting(row -> row.get("version").asInt())
                .containsOnly(3));

        change("change-scheduling-deadline", "{\"businessDays\": 1}").ok();
    }

    @Test
    void a_change_has_a_version_and_a_history_and_the_same_again_changes_nothing() {
        Answer changed = change("change-quorum", "{\"quorum\": 4, \"reason\": \"We grew\"}", "If-Match", tag(version));

        assertThat(changed.ok().get("version").asInt()).isEqualTo(version + 1);
        assertThat(changed.header("ETag")).isEqualTo(tag(version + 1));
        assertThat(change("change-quorum", "{\"quorum\": 4}")
                        .ok()
                        .get("version")
                        .asInt())
                .isEqualTo(version + 1);
        Answer stale = change("change-quorum", "{\"quorum\": 5}", "If-Match", tag(version));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.body().get("currentVersion").asInt()).isEqualTo(version + 1);
        JsonNode newest = cora.get("/api/policy/history?size=1");
        assertThat(newest.get("nextCursor").asString()).isEqualTo("" + (version + 1));
        JsonNode entry = newest.get("items").get(0);
        assertThat(entry.get("actor").asString()).isEqualTo("ada");
        assertThat(entry.get("action").asString()).isEqualTo("policy-quorum-changed");
        assertThat(entry.get("command").asString()).isEqualTo("change-quorum");
        assertThat(entry.get("reason").asString()).isEqualTo("We grew");
        assertThat(entry.get("changes").toString())
                .isEqualTo("[{\"path\":\"values.quorum.quorum\",\"before\":3,\"after\":4}]");
        assertThat(cora.get("/api/policy/history?cursor=" + (version + 1)).get("items"))
                .hasSize(version);
        assertThat(cora.get("/api/policy?version=" + version)
                        .at("/values/quorum/quorum")
                        .asInt())
                .isEqualTo(3);
        assertThat(cora.read("/api/policy?version=" + (version + 2)).status()).isEqualTo(404);
    }

    @Test
    void what_was_read_can_be_sent_back_as_it_is() {
        JsonNode values = cora.get("/api/policy").get("values");
        for (Map.Entry<String, JsonNode> value : values.properties()) {
            if (value.getKey().equals("sectionPrompts")) {
                value.getValue().forEach(prompt -> change("change-section-prompt", prompt.toString())
                        .ok());
            } else {
                String command =
                        "change-" + value.getKey().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
                change(command, value.getValue().toString()).ok();
            }
        }
        assertThat(values).hasSizeGreaterThan(15);
        assertThat(cora.get("/api/policy").get("version").asInt()).isEqualTo(version);
    }

    @Test
    void only_an_administrator_changes_it_and_what_a_command_does_not_take_is_named() {
        assertThat(cora.post("/api/policy/commands/change-quorum", "{\"quorum\": 1}")
                        .status())
                .isEqualTo(403);
        assertThat(change("change-colour", "{}").status()).isEqualTo(404);
        assertField(change("change-quorum", "{\"quorum\": 1, \"colour\": \"red\"}"), "colour");
        assertField(change("change-quorum", "{\"quorum\": 0}"), "quorum");
        assertField(change("change-zone", "{\"zone\": \"Europe/Atlantis\"}"), "zone");
        assertField(change("change-holidays", "{\"calendars\": [{\"country\": \"xx\"}], \"days\": []}"), "calendars");
        assertField(change("change-rule", "{\"rule\": \"meeting.cake\", \"handling\": \"warn\"}"), "rule");
        assertField(change("change-working-days", "{\"days\": []}"), "days");
        assertField(
                change(
                        "change-meeting-deadlines",
                        "{\"deadlines\": [{\"severity\": \"sev-1\", \"days\": 1, \"counted\": \"business\"}]}"),
                "deadlines");
        assertField(
                change("change-impact-figures", "{\"figures\": [{\"id\": \"usersAffected\", \"label\": \"Users\"}]}"),
                "figures");
        assertThat(cora.get("/api/policy").get("version").asInt()).isEqualTo(version);
    }

    @Test
    void a_figure_that_the_policy_adds_is_a_number_with_or_without_a_fraction() {
        change(
                        "change-impact-figures",
                        "{\"figures\": [{\"id\": \"ordersLost\", \"label\": \"Orders lost\", \"unit\": \"orders\"}]}")
                .ok();
        cora.post("/api/postmortems", OPENED.formatted("orders")).ok();
        for (String amount : List.of("12", "0", "12.5", "1200", "1e3", "null")) {
            cora.post(
                            "/api/postmortems/orders/commands/record-impact",
                            "{\"customFigures\": {\"ordersLost\": %s}}".formatted(amount))
                    .ok();
        }
        Answer refused = cora.post(
                "/api/postmortems/orders/commands/record-impact", "{\"customFigures\": {\"ordersLost\": \"12\"}}");
        assertField(refused, "customFigures.ordersLost");
    }

    private static String tag(int version) {
        return "\"" + version + "\"";
    }

    private static void assertField(Answer refused, String field) {
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().at("/violations/0/field").asString()).isEqualTo(field);
    }

    @Test
    void a_rule_that_warned_refuses_from_the_change_on() {
        cora.post("/api/postmortems", OPENED.formatted("long")).ok();
        String meeting = "{\"startsAt\": \"2026-12-18T14:00:00Z\", \"duration\": \"PT2H\"}";
        String path = "/api/postmortems/long/commands/schedule-meeting";

        change("change-rule", "{\"rule\": \"meeting.length\", \"handling\": \"refuse\"}")
                .ok();
        Answer refused = cora.post(path, meeting);
        change("change-rule", "{\"rule\": \"meeting.length\", \"handling\": \"warn\"}")
                .ok();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/violations/0/rule").asString()).isEqualTo("meeting.length");
        assertThat(cora.post(path, meeting).status()).isEqualTo(200);
    }

    @Test
    void what_is_owed_on_postmortems_under_way_follows_a_change_and_what_is_past_stays() {
        for (String id : List.of("open", "waived")) {
            cora.post("/api/postmortems", OPENED.formatted(id)).ok();
        }
        cora.command("waived", "waive", "{\"reason\": \"A drill\"}");
        JsonNode waived = cora.get("/api/postmortems/waived");
        assertThat(holdMeeting("open")).isEqualTo("2026-12-21T23:00:00Z");

        Answer changed = change(
                "change-meeting-deadlines",
                """
                {"deadlines": [{"severity": "sev-1", "days": 5, "counted": "business"}, {"days": 7, "counted": "business"}],
                 "reason": "Nobody is here over Christmas"}""");
        changed.ok();

        // Monday to Thursday are four days, Christmas is Friday and Saturday; so the fifth is Monday the 28th.
        await().untilAsserted(() -> assertThat(holdMeeting("open")).isEqualTo("2026-12-28T23:00:00Z"));
        JsonNode entry = cora.get("/api/postmortems/open/history?size=1").at("/items/0");
        assertThat(entry.get("action").asString()).isEqualTo("deadlines-set");
        assertThat(entry.get("actor").asString()).isEqualTo("ada");
        assertThat(entry.get("command").asString()).isEqualTo("settle-deadlines");
        assertThat(entry.get("reason").asString())
                .isEqualTo("The policy is at version " + (version + 1) + ": Nobody is here over Christmas");
        assertThat(entry.get("policyVersion").asInt()).isEqualTo(version + 1);
        assertThat(entry.get("changes").toString())
                .isEqualTo(
                        "[{\"path\":\"obligations[hold-meeting].dueAt\",\"before\":\"2026-12-21T23:00:00Z\",\"after\":\"2026-12-28T23:00:00Z\"}]");
        assertThat(cora.after(ada).get("/api/postmortems/waived")).isEqualTo(waived);
    }

    private String holdMeeting(String id) {
        for (JsonNode owed : cora.get("/api/postmortems/" + id).get("obligations")) {
            if (owed.get("kind").asString().equals("hold-meeting")) {
                return owed.get("dueAt").asString();
            }
        }
        throw new AssertionError("Nothing is owed");
    }

    @Test
    void contributing_factors_are_called_what_the_policy_calls_them() {
        cora.post("/api/postmortems", OPENED.formatted("labelled")).ok();
        change("change-factors-label", "{\"label\": \"Causes & <effects>\"}").ok();
        Answer before = cora.read("/api/postmortems/labelled/export.md");
        assertThat(before.response().body()).doesNotContain("## Contributing factors");

        change("change-factors-label", "{\"label\": \"Root causes\"}").ok();

        Answer after = cora.read("/api/postmortems/labelled/export.md", "If-None-Match", before.header("ETag"));
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.response().body()).contains("\n## Root causes\n");
        assertThat(cora.read("/api/postmortems/labelled/export.md", "If-None-Match", after.header("ETag"))
                        .status())
                .isEqualTo(304);
        assertThat(cora.read("/api/postmortems/labelled/export.html").response().body())
                .contains("<h2>Root causes</h2>");
        assertThat(cora.get("/api/postmortems/labelled/readiness").toString())
                .contains("Name at least one under “Root causes” (add-contributing-factor)");
    }

    @Test
    void read_models_pass_over_the_policy_and_include_its_position() {
        cora.post("/api/postmortems", OPENED.formatted("pm")).ok();
        Answer changed = change("change-factors-label", "{\"label\": \"Root causes\"}");

        Answer read = cora.after(ada).read("/api/postmortems/pm", "Prefer", "wait=10");

        assertThat(read.status()).isEqualTo(200);
        assertThat(Long.parseLong(read.header("Event-Position"), 36))
                .isGreaterThanOrEqualTo(Long.parseLong(changed.header("Event-Position"), 36));
        assertThat(cora.get("/api/history").get("items"))
                .allSatisfy(entry ->
                        assertThat(entry.get("postmortemId").asString()).doesNotContain("policy"));
        String rebuild = ada.post("/api/admin/projections/history/rebuilds", "")
                .response()
                .headers()
                .firstValue("Location")
                .orElseThrow();
        await().untilAsserted(() ->
                assertThat(ada.get(rebuild).get("state").asString()).isEqualTo("done"));
    }
}
