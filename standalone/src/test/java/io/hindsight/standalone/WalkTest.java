package io.hindsight.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.standalone.Client.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The main job over HTTP, from opened to closed; each step shows in the document, the lists, the dashboard and the history. */
@SpringBootTest(classes = Hindsight.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = DataFolder.class)
class WalkTest {
    private static final String PM = "checkout";

    @TempDir
    static Path data;

    @LocalServerPort
    private int port;

    private Client cora;
    private Client ana;
    private Client ben;
    private Client mia;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) throws Exception {
        Tokens.write(
                data.resolve("tokens.yml"),
                Map.of("cora", "coordinator", "ana", "responder", "ben", "responder", "mia", "manager"));
        settings.add("hindsight.data", data::toString);
    }

    @BeforeEach
    void callers() {
        String host = "http://localhost:" + port;
        cora = new Client(host, Tokens.of("cora"));
        ana = new Client(host, Tokens.of("ana"));
        ben = new Client(host, Tokens.of("ben"));
        mia = new Client(host, Tokens.of("mia"));
    }

    @Test
    void a_sev_1_goes_from_opened_to_closed_and_every_step_shows_everywhere() {
        cora.post(
                        "/api/postmortems",
                        """
                        {"id": "checkout", "title": "Checkout is slow", "severity": "sev-1", "tags": ["shop"],
                         "incident": {"reference": "INC-1", "startedAt": "2026-01-05T09:55:00+01:00",
                                      "resolvedAt": "2026-01-05T11:20:00+01:00", "services": ["checkout"]}}
                        """)
                .ok();
        assertThat(document().get("status").asString()).isEqualTo("draft");
        assertThat(row().get("title").asString()).isEqualTo("Checkout is slow");
        assertThat(obligations()).containsOnlyKeys("own", "schedule-meeting", "hold-meeting");
        assertThat(obligations().get("hold-meeting").get("overdue").asBoolean()).isTrue();
        assertThat(obligations().get("own").get("overdue").asBoolean()).isFalse();
        assertThat(dashboardOpen("draft")).isEqualTo(1);

        cora.command(PM, "assign-owner", "{\"owner\": \"ana\"}");
        assertThat(document().get("owner").asString()).isEqualTo("ana");
        assertThat(lastAction().get("command").asString()).isEqualTo("assign-owner");
        assertThat(obligations()).doesNotContainKey("own");

        ana.command(PM, "schedule-meeting", "{\"startsAt\": \"2099-01-07T10:00:00Z\", \"duration\": \"PT30M\"}");
        ana.command(PM, "add-responder", "{\"person\": \"cora\", \"role\": \"incident-commander\"}");
        ana.command(PM, "add-responder", "{\"person\": \"ben\", \"role\": \"scribe\"}");
        cora.after(ana);
        assertThat(document().get("responders")).hasSize(2);

        for (int minute = 12; minute >= 1; minute--) {
            String kind = minute == 1 ? "incident-started" : minute == 12 ? "incident-resolved" : "action";
            ana.command(
                    PM,
                    "add-timeline-entry",
                    "{\"entryId\": \"e%d\", \"at\": \"2026-01-05T%02d:%02d:00+01:00\", \"kind\": \"%s\", \"text\": \"Step %d\"}"
                            .formatted(minute, 9 + minute / 6, minute % 6 * 10, kind, minute));
        }
        ana.command(
                PM,
                "correct-timeline-entry",
                "{\"entryId\": \"e3\", \"text\": \"Step three\", \"reason\": \"Written out\"}");
        cora.after(ana);
        JsonNode timeline = document().get("timeline");
        assertThat(timeline).hasSize(12);
        assertThat(timeline.get(0).get("entryId").asString()).isEqualTo("e1");
        assertThat(timeline.get(0).get("at").asString()).isEqualTo("2026-01-05T08:10:00Z");
        assertThat(timeline.get(2).get("correctedFrom").get("text").asString()).isEqualTo("Step 3");
        JsonNode correction = lastAction();
        assertThat(correction.get("reason").asString()).isEqualTo("Written out");
        assertThat(correction.get("actor").asString()).isEqualTo("ana");
        assertThat(correction.get("changes").toString()).contains("Step 3").contains("Step three");

        Answer tooEarly = ana.post("/api/postmortems/checkout/commands/submit-for-review", "{}");
        assertThat(tooEarly.status()).isEqualTo(422);
        assertThat(tooEarly.body().get("violations")).hasSize(5).allSatisfy(violation -> assertThat(
                        violation.get("rule").asString())
                .isEqualTo("status.in-review"));
        JsonNode readiness = ana.get("/api/postmortems/checkout/readiness");
        assertThat(readiness.at("/next/step").asString()).isEqualTo("populate");
        JsonNode mostPressing = readiness.at("/rules/0");
        assertThat(readiness.get("rules"))
                .filteredOn(rule -> rule.get("rule").asString().equals("status.in-review"))
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.get("state").asString()).isEqualTo("unmet");
                    assertThat(rule.get("toDo")).containsExactlyElementsOf(messages(tooEarly));
                });
        assertThat(mostPressing.get("state").asString()).isEqualTo("unmet");

        ana.post(
                        "/api/postmortems/checkout/commands",
                        """
                        [{"command": "write-section", "section": "overview", "text": "A slow query."},
                         {"command": "write-section", "section": "what-happened", "text": "A release added a query."},
                         {"command": "write-section", "section": "resolution", "text": "Rolled back."},
                         {"command": "add-contributing-factor", "text": "The load test is small."},
                         {"command": "record-impact", "figures": {"timeInSev1": "PT1H25M", "accountsAffected": 312}},
                         {"command": "add-went-badly", "pointId": "late", "text": "The page came late"},
                         {"command": "add-action-item", "itemId": "alert", "title": "Alert on latency", "kind": "prevention",
                          "priority": "p0", "owner": "ben", "answers": ["late"]},
                         {"command": "share-for-review"},
                         {"command": "submit-for-review"}]
                        """)
                .ok();
        cora.after(ana);
        assertThat(document().get("status").asString()).isEqualTo("in-review");
        assertThat(document().get("impact").get("figures").get("timeInSev1").asString())
                .isEqualTo("PT1H25M");
        assertThat(document().get("impact").get("figures").get("eventsDropped")).isNull();
        assertThat(dashboardOpen("in-review")).isEqualTo(1);
        assertThat(dashboardOpen("draft")).isZero();
        JsonNode item = cora.get("/api/action-items?owner=ben").get("items").get(0);
        assertThat(item.get("tags").toString()).isEqualTo("[\"sev1\",\"sev1_20260105\"]");

        ana.command(PM, "mark-reviewed", "{}");
        ben.command(PM, "mark-reviewed", "{}");
        mia.command(PM, "mark-reviewed", "{\"comment\": \"Clear\"}");
        cora.after(mia);
        assertThat(document().get("reviews")).hasSize(3);
        Answer notHeld = cora.post("/api/postmortems/checkout/commands/finish-review", "{}");
        assertThat(notHeld.status()).isEqualTo(422);
        cora.command(PM, "record-meeting-held", "{\"attendees\": [\"ana\", \"ben\", \"mia\"]}");
        cora.command(PM, "finish-review", "{}");
        assertThat(document().get("status").asString()).isEqualTo("reviewed");

        Answer noTicket = ana.post("/api/postmortems/checkout/commands/close", "{}");
        assertThat(noTicket.body().get("violations").get(0).get("rule").asString())
                .isEqualTo("status.closed");
        ana.command(PM, "link-ticket", "{\"itemId\": \"alert\", \"url\": \"https://tickets.example.org/1\"}");
        ana.command(PM, "close", "{}");
        cora.after(ana);

        JsonNode closed = document();
        assertThat(closed.get("status").asString()).isEqualTo("closed");
        assertThat(row().get("status").asString()).isEqualTo("closed");
        assertThat(cora.get("/api/dashboard").get("closedInLast30Days").asInt()).isEqualTo(1);
        assertThat(obligations()).containsOnlyKeys("action-item");
        JsonNode history =
                cora.get("/api/postmortems/checkout/history?size=200").get("items");
        assertThat(history).hasSize(closed.get("version").asInt());
        assertThat(history.get(0).get("version").asInt())
                .isEqualTo(closed.get("version").asInt());
        assertThat(cora.get("/api/postmortems/checkout?version=1").get("status").asString())
                .isEqualTo("draft");
    }

    private JsonNode document() {
        return cora.get("/api/postmortems/checkout");
    }

    private JsonNode row() {
        JsonNode items = cora.get("/api/postmortems?q=checkout").get("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private JsonNode lastAction() {
        List<JsonNode> items = new ArrayList<>();
        cora.get("/api/postmortems/checkout/history?size=5").get("items").forEach(items::add);
        return items.stream()
                .filter(entry -> !entry.get("action").asString().contains("deadlines"))
                .findFirst()
                .orElseThrow();
    }

    /** What is still owed, by its kind. */
    private Map<String, JsonNode> obligations() {
        Map<String, JsonNode> byKind = new TreeMap<>();
        cora.get("/api/obligations")
                .get("items")
                .forEach(item -> byKind.put(item.get("kind").asString(), item));
        return byKind;
    }

    private int dashboardOpen(String status) {
        JsonNode count = cora.get("/api/dashboard").get("byStatus").get(status);
        return count == null ? 0 : count.asInt();
    }

    private static List<JsonNode> messages(Answer refusal) {
        List<JsonNode> messages = new ArrayList<>();
        refusal.body().get("violations").forEach(violation -> messages.add(violation.get("message")));
        return messages;
    }
}
