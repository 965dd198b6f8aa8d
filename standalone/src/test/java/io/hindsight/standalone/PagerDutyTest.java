package io.hindsight.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hindsight.eventstore.EventPositions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** PagerDuty's webhooks over HTTP, signed, in any order and often, and the postmortem that they end in. */
class PagerDutyTest {
    private static final Path SAMPLES = Path.of("..", "..", "shared", "data", "formats");
    private static final String SAMPLE_SECRET = "test-secret-not-real-0123456789";
    private static final String SAMPLE_INCIDENT = "Q1K7D3CHKOUT5X";
    private static final String SECRET = "another-secret";
    static final String PATH = "/api/imports/pagerduty";
    static final String HEADER = "X-PagerDuty-Signature";
    /** In made-up webhooks and in what is read back. */
    private static final String INCIDENT = "INCIDENT";

    @TempDir
    private static Path folder;

    private static ConfigurableApplicationContext application;
    private static Client pager;
    private static Client admin;

    private final AtomicInteger runs = new AtomicInteger();
    private final Random random = new Random(20261125);

    @BeforeAll
    static void start() {
        application = Hindsight.application()
                .run(
                        "--server.port=0",
                        "--hindsight.data=" + folder,
                        "--hindsight.pagerduty.secret=" + SECRET + "," + SAMPLE_SECRET,
                        "--hindsight.event-store.sync=false");
        String host = "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
        pager = new Client(host, null);
        admin = new Client(host, application.getEnvironment().getProperty(DataFolder.FIRST_TOKEN));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    static String signature(String secret, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "v1=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode deliver(String body) {
        return pager.post(PATH, body, HEADER, signature(SECRET, body)).ok();
    }

    /** A webhook of the incident {@code INCIDENT}; {@code at} is a time of one day. */
    static String webhook(String type, String at, String priority, String more) {
        return """
                {"event": {"id": "EV-INCIDENT-%s-%s", "event_type": "incident.%s", "resource_type": "incident",
                  "occurred_at": "2026-11-20T%sZ", "agent": {"id": "P1", "type": "user_reference", "summary": "Ana A"},
                  "data": {"id": "INCIDENT", "type": "incident", "number": 7, "html_url": "https://x.pagerduty.com/incidents/INCIDENT",
                    "title": "Checkout is slow", "created_at": "2026-11-20T08:00:00Z", "service": {"id": "S1", "summary": "checkout"},
                    "assignees": [%s], "priority": %s}}}"""
                .formatted(
                        type.replace("_", "-"),
                        at.replaceAll("[:.]", "-"),
                        type,
                        at,
                        more,
                        priority == null ? "null" : "{\"id\": \"PR\", \"summary\": \"%s\"}".formatted(priority));
    }

    private static String note(String id, String at, String content) {
        return """
                {"event": {"id": "EV-INCIDENT-%s", "event_type": "incident.annotated", "resource_type": "incident",
                  "occurred_at": "2026-11-20T%sZ", "agent": {"id": "P2", "type": "user_reference", "summary": "Ben B"},
                  "data": {"incident": {"id": "INCIDENT", "type": "incident_reference"}, "id": "N1", "content": "%s", "type": "incident_note"}}}"""
                .formatted(id, at, content);
    }

    private static String person(String id, String name) {
        return "{\"id\": \"%s\", \"type\": \"user_reference\", \"summary\": \"%s\"}".formatted(id, name);
    }

    /** As it happened: raised, resolved, reopened, lowered below what needs a postmortem, resolved; several at one instant. */
    private static List<String> story() {
        return List.of(
                webhook("triggered", "08:00:00.100", "P2", person("P1", "Ana A")),
                webhook("acknowledged", "08:01:00.000", "P2", person("P1", "Ana A")),
                webhook("priority_updated", "08:05:00.000", "P1", person("P3", "Zoe Z")),
                note("n1", "08:05:00.000", "Rolled back"),
                note("n2", "08:05:00.000", "Watching"),
                webhook("escalated", "08:06:00.000", "P1", person("P4", "Carl C")),
                webhook("resolved", "08:30:00.000", "P1", ""),
                webhook("reopened", "08:40:00.000", "P1", person("P1", "Ana A")),
                webhook("priority_updated", "08:50:00.000", "P3", person("P1", "Ana A")),
                webhook("resolved", "09:00:00.000", "P3", ""));
    }

    /** Delivers what happened to an incident of its own, and reads the postmortem back as that of INCIDENT. */
    private String documentAfter(List<String> deliveries, String incidentInThem) {
        String incident = "RUN" + runs.incrementAndGet() + "X" + Math.abs(deliveries.hashCode() % 1000);
        deliveries.forEach(body -> deliver(own(body, incidentInThem, incident)));
        return document("pagerduty-" + incident, incident);
    }

    private static String own(String body, String incidentInIt, String incident) {
        String mine = body.replace(incidentInIt, incident);
        return mine.contains("EV-")
                ? mine
                : mine.replaceFirst("\"id\": ?\"(01FB7\\w+)\"", "\"id\":\"$1-" + incident + "\"");
    }

    /** But for when it was opened and changed last, and what is due because of that. */
    private static String document(String id, String incident) {
        ObjectNode document = (ObjectNode) admin.read("/api/postmortems/" + id, "Min-Event-Position", head())
                .ok();
        document.remove(List.of("version", "openedAt", "updatedAt"));
        document.get("obligations").forEach(owed -> {
            if (List.of("own", "schedule-meeting").contains(owed.get("kind").asString())) {
                ((ObjectNode) owed).remove("dueAt");
            }
        });
        return document.toPrettyString().replace(incident, INCIDENT);
    }

    private static String head() {
        return application.getBean(EventPositions.class).head().toString();
    }

    /** Each twice, in any order. */
    private List<String> shuffledTwice(List<String> deliveries) {
        List<String> twice = new ArrayList<>(deliveries);
        twice.addAll(deliveries);
        Collections.shuffle(twice, random);
        return twice;
    }

    @Test
    void an_incident_ends_in_a_postmortem_with_its_times_people_and_first_entries() {
        JsonNode document = Client.JSON.readTree(documentAfter(story(), INCIDENT));

        assertThat(document.get("title").asString()).isEqualTo("Checkout is slow");
        assertThat(document.get("severity").asString()).isEqualTo("sev-3");
        assertThat(document.get("required").asBoolean()).isTrue();
        assertThat(document.get("incident").get("reference").asString()).isEqualTo("PagerDuty #7");
        assertThat(document.get("incident").get("startedAt").asString()).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(document.get("incident").get("resolvedAt").asString()).isEqualTo("2026-11-20T09:00:00Z");
        assertThat(document.get("incident").get("services").get(0).asString()).isEqualTo("checkout");
        assertThat(document.get("responders").valueStream().map(one -> one.get("person")
                        .asString()))
                .containsExactly("Ana A", "Ben B", "Carl C", "Zoe Z");
        assertThat(document.get("timeline").valueStream().map(one -> one.get("kind")
                        .asString()))
                .containsExactly(
                        "detected",
                        "action",
                        "observation",
                        "observation",
                        "severity-changed",
                        "paged",
                        "mitigated",
                        "observation",
                        "severity-changed",
                        "incident-resolved");
        assertThat(document.get("openedBy").asString()).isEqualTo("pagerduty");
    }

    @Test
    void delivered_in_any_order_and_twice_each_they_end_in_the_same_postmortem() {
        String orderly = documentAfter(story(), INCIDENT);
        List<String> reversed = new ArrayList<>(story());
        Collections.reverse(reversed);

        assertThat(documentAfter(reversed, INCIDENT)).isEqualTo(orderly);
        for (int i = 0; i < 30; i++) {
            List<String> order = shuffledTwice(story());
            assertThat(documentAfter(order, INCIDENT)).as(order.toString()).isEqualTo(orderly);
        }
    }

    /** Another incident, INCIDENTB, was graver and is merged into INCIDENT, whose own priority needs no postmortem. */
    private static List<String> merge() {
        String merged = webhook("resolved", "08:20:00.000", "P2", "")
                .replace(INCIDENT, INCIDENT + "B")
                .replace(
                        "\"title\":",
                        "\"resolve_reason\": {\"type\": \"merge_resolve_reason\", \"incident\": {\"id\": \"INCIDENT\","
                                + " \"type\": \"incident_reference\", \"summary\": \"Checkout\"}}, \"title\":");
        return List.of(
                webhook("triggered", "08:00:00.100", "P4", person("P1", "Ana A")),
                webhook("triggered", "08:10:00.000", "P1", "").replace(INCIDENT, INCIDENT + "B"),
                webhook("priority_updated", "08:15:00.000", "P2", "").replace(INCIDENT, INCIDENT + "B"),
                merged,
                webhook("resolved", "09:00:00.000", "P4", ""));
    }

    @Test
    void an_incident_that_is_merged_into_another_opens_no_postmortem_and_the_other_one_was_as_severe() {
        merge().forEach(body -> deliver(body.replace(INCIDENT, "MERGE1")));
        JsonNode document = Client.JSON.readTree(document("pagerduty-MERGE1", "MERGE1"));

        assertThat(document.get("required").asBoolean()).isTrue();
        assertThat(document.get("severity").asString()).isEqualTo("sev-4");
        assertThat(document.get("incident").get("resolvedAt").asString()).isEqualTo("2026-11-20T09:00:00Z");
        assertThat(document.get("timeline").valueStream().map(one -> one.get("text")
                        .asString()))
                .containsExactly(
                        "Triggered: Checkout is slow",
                        "Merged \"Checkout is slow\" into \"Checkout\" by Ana A",
                        "Resolved by Ana A");
        assertThat(admin.read("/api/postmortems/pagerduty-MERGE1B").status())
                .as("the merged one")
                .isEqualTo(404);
    }

    @Test
    void a_merge_delivered_in_any_order_and_twice_ends_in_the_same_postmortem() {
        String orderly = documentAfter(merge(), INCIDENT);

        for (int i = 0; i < 30; i++) {
            List<String> order = shuffledTwice(merge());
            assertThat(documentAfter(order, INCIDENT)).as(order.toString()).isEqualTo(orderly);
        }
    }

    @Test
    void delivered_all_at_once_they_end_in_the_same_postmortem() {
        String orderly = documentAfter(story(), INCIDENT);

        List<CompletableFuture<JsonNode>> answers = shuffledTwice(story()).stream()
                .map(body -> CompletableFuture.supplyAsync(() -> deliver(body.replace(INCIDENT, "ATONCE1"))))
                .toList();
        answers.forEach(CompletableFuture::join);

        assertThat(document("pagerduty-ATONCE1", "ATONCE1")).isEqualTo(orderly);
    }

    @Test
    void the_samples_in_any_order_and_twice_each_end_in_the_postmortem_of_the_orderly_delivery() throws IOException {
        assumeTrue(Files.exists(SAMPLES), "Skipped: there are no samples at " + SAMPLES + " beside the repository");
        JsonNode said = Client.JSON.readTree(Files.readString(SAMPLES.resolve("pagerduty-signatures.json")));
        List<String> bodies = new ArrayList<>();
        for (JsonNode file : said.get("deliveryOrder")) {
            String body = Files.readString(SAMPLES.resolve(file.asString()));
            bodies.add(body);
            String signature =
                    said.get("files").get(file.asString()).get(HEADER).asString();
            assertThat(pager.post(PATH, body, HEADER, signature).status()).isEqualTo(200);
        }
        String orderly = document("pagerduty-" + SAMPLE_INCIDENT, SAMPLE_INCIDENT);
        assertThat(orderly).contains("\"severity\" : \"sev-1\"", "2026-03-11T00:12:03.771Z", "In\u00EAs Carvalho");
        assertThat(admin.read("/api/postmortems/pagerduty-Q2B8E4SEARCH9Z").status())
                .as("an incident that was never resolved")
                .isEqualTo(404);
        List<String> ofOne =
                bodies.stream().filter(body -> body.contains(SAMPLE_INCIDENT)).toList();

        for (int i = 0; i < 20; i++) {
            List<String> order = shuffledTwice(ofOne);
            assertThat(documentAfter(order, SAMPLE_INCIDENT).replaceAll("(01FB7\\w+)-INCIDENT", "$1"))
                    .as(order.toString())
                    .isEqualTo(orderly);
        }
    }

    @Test
    void a_wrong_signature_is_refused_and_nothing_is_stored() {
        String body = story().get(6).replace(INCIDENT, "WRONG1");
        String position = head();

        Client.Answer unsigned = pager.post(PATH, body);
        assertThat(unsigned.status()).isEqualTo(401);
        assertThat(unsigned.body().get("detail").asString())
                .startsWith("Sign the request: " + HEADER
                        + " has to be v1= and the HMAC-SHA256 of the body's bytes in hex");
        assertThat(pager.post(PATH, body, HEADER, "v1=00").status()).isEqualTo(401);
        assertThat(pager.post(PATH, body, HEADER, signature("no secret of ours", body))
                        .status())
                .isEqualTo(401);
        Client.Answer tampered = pager.post(PATH, body.replace("P1", "P2"), HEADER, signature(SECRET, body));
        assertThat(tampered.status()).isEqualTo(401);
        assertThat(tampered.body().get("code").asString()).isEqualTo("unauthenticated");
        assertThat(tampered.body().get("detail").asString())
                .startsWith("The signature in " + HEADER + " is not right: it has to be v1= and the HMAC-SHA256");
        assertThat(head()).isEqualTo(position);
        // Had it been kept, this one would open the postmortem.
        assertThat(deliver(webhook("acknowledged", "08:01:00.000", "P1", "").replace(INCIDENT, "WRONG1"))
                        .get("outcome")
                        .asString())
                .isEqualTo("kept");
    }

    @Test
    void no_token_does_in_place_of_a_signature() {
        String body = webhook("resolved", "08:30:00.000", "P1", "").replace(INCIDENT, "UNSIGNED");

        assertThat(admin.post(PATH, body).status()).isEqualTo(401);
        assertThat(admin.post(PATH, body, HEADER, "v1=00").status()).isEqualTo(401);

        // Had it been kept, this one would open the postmortem.
        assertThat(deliver(webhook("acknowledged", "08:01:00.000", "P1", "").replace(INCIDENT, "UNSIGNED"))
                        .get("outcome")
                        .asString())
                .isEqualTo("kept");
    }

    @Test
    void a_signature_opens_this_one_path_and_no_other() {
        String body = "{\"title\": \"x\", \"severity\": \"sev-1\"}";

        assertThat(pager.post("/api/postmortems", body, HEADER, signature(SECRET, body))
                        .status())
                .isEqualTo(401);
        assertThat(pager.post("/api/imports/slack?postmortem=x", body, HEADER, signature(SECRET, body))
                        .status())
                .isEqualTo(401);
        assertThat(pager.read(PATH, HEADER, signature(SECRET, "")).status()).isEqualTo(401);
        assertThat(pager.send("PUT", PATH, body, HEADER, signature(SECRET, body))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void an_old_delivery_that_comes_again_much_later_changes_nothing() {
        String before = documentAfter(story(), INCIDENT);
        String incident = "RUN" + runs.get() + "X" + Math.abs(story().hashCode() % 1000);
        int version = admin.get("/api/postmortems/pagerduty-" + incident)
                .get("version")
                .asInt();

        story().forEach(body -> assertThat(
                        deliver(body.replace(INCIDENT, incident)).get("outcome").asString())
                .isEqualTo("followed"));

        assertThat(document("pagerduty-" + incident, incident)).isEqualTo(before);
        assertThat(admin.get("/api/postmortems/pagerduty-" + incident)
                        .get("version")
                        .asInt())
                .isEqualTo(version);
    }

    @Test
    void each_delivery_is_answered_with_what_became_of_it() {
        List<String> mine =
                story().stream().map(body -> body.replace(INCIDENT, "ANSWER1")).toList();

        assertThat(deliver(mine.get(0)).get("outcome").asString()).isEqualTo("kept");
        JsonNode opened = deliver(mine.get(6));
        assertThat(opened.get("outcome").asString()).isEqualTo("opened");
        assertThat(opened.get("id").asString()).isEqualTo("pagerduty-ANSWER1");
        assertThat(deliver(mine.get(1)).get("outcome").asString()).isEqualTo("followed");
        assertThat(deliver("{\"event\": {\"id\": \"1\", \"event_type\": \"pagey.ping\"}}")
                        .get("outcome")
                        .asString())
                .isEqualTo("ignored");
        assertThat(deliver(mine.get(0).replace("incident.triggered", "incident.workflow.started"))
                        .get("outcome")
                        .asString())
                .isEqualTo("ignored");
    }

    @Test
    void who_cannot_be_called_by_anything_is_nobody_and_stops_no_webhook() {
        String opened = webhook("resolved", "08:30:00.000", "P1", "null, {}, " + person("P3", "Zoe Z"))
                .replace("INCIDENT", "NAMELESS")
                .replace(person("P1", "Ana A"), "{\"type\": \"user_reference\"}");
        assertThat(opened).contains("\"agent\": {\"type\": \"user_reference\"}");
        deliver(opened);

        assertThat(document("pagerduty-NAMELESS", "NAMELESS")).contains("Zoe Z").doesNotContain("Ana A");
    }

    @Test
    void what_is_signed_and_no_webhook_is_malformed() {
        for (String body : List.of("[]", "{}", "{\"event\": {\"event_type\": \"incident.resolved\"}}", "{")) {
            assertThat(pager.post(PATH, body, HEADER, signature(SECRET, body)).status())
                    .as(body)
                    .isEqualTo(400);
        }
    }

    @Test
    void an_incident_without_a_priority_that_matters_has_no_postmortem_until_it_gets_one() {
        deliver(webhook("triggered", "08:00:00.000", "P4", "").replace(INCIDENT, "LOW1"));
        assertThat(deliver(webhook("resolved", "08:30:00.000", null, "").replace(INCIDENT, "LOW1"))
                        .get("outcome")
                        .asString())
                .isEqualTo("kept");

        assertThat(deliver(webhook("priority_updated", "08:40:00.000", "P2", "").replace(INCIDENT, "LOW1"))
                        .get("outcome")
                        .asString())
                .isEqualTo("opened");
    }
}
