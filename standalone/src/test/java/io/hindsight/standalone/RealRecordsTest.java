package io.hindsight.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Real postmortems come in over HTTP, and read back as they were. */
@SpringBootTest(
        classes = Hindsight.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "hindsight.admin-token=" + RealRecordsTest.TOKEN)
class RealRecordsTest {
    static final String TOKEN = "the-administrators-token";
    private static final int READ_BACK = 40;
    private static final Map<String, String> SECTIONS = Map.of(
            "whatHappened", "what-happened",
            "resolution", "resolution",
            "impact", "impact",
            "detection", "detection",
            "trigger", "trigger",
            "lessonsLearned", "lessons-learned",
            "whereWeGotLucky", "where-we-got-lucky");

    @TempDir
    static Path data;

    @LocalServerPort
    private int port;

    private Client client;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("hindsight.data", data::toString);
    }

    @BeforeEach
    void client() {
        client = new Client("http://localhost:" + port, TOKEN);
    }

    @Test
    void every_record_opens_a_postmortem_once_and_forty_read_back_as_they_were() throws Exception {
        List<String> records = RealRecords.lines();
        List<JsonNode> first = importing(records);

        assertThat(first).hasSize(records.size()).allSatisfy(result -> assertThat(
                        result.get("outcome").asString())
                .as(result.toString())
                .isEqualTo("opened"));

        List<JsonNode> second = importing(records);
        assertThat(second).allSatisfy(result -> assertThat(result.get("outcome").asString())
                .isEqualTo("unchanged"));
        for (int i = 0; i < records.size(); i++) {
            assertThat(second.get(i).get("version")).isEqualTo(first.get(i).get("version"));
        }
        Map<String, JsonNode> results = new HashMap<>();
        first.forEach(result -> results.put(result.get("sourceId").asString(), result));
        List<String> some = new ArrayList<>(records);
        Collections.shuffle(some, new Random(20261123));
        for (String line : some.subList(0, Math.min(READ_BACK, some.size()))) {
            JsonNode record = Client.JSON.readTree(line);
            readsBack(record, results.get(record.get("id").asString()));
        }
    }

    private List<JsonNode> importing(List<String> records) {
        Client.Answer answer = client.send(
                "POST", "/api/imports", String.join("\n", records) + "\n", "Content-Type", "application/x-ndjson");
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        List<JsonNode> results = new ArrayList<>();
        answer.response().body().lines().forEach(line -> results.add(Client.JSON.readTree(line)));
        waitUntilVisible(results);
        return results;
    }

    /** A command that changes nothing gives the position to wait for. */
    private void waitUntilVisible(List<JsonNode> results) {
        String last = results.get(results.size() - 1).get("id").asString();
        client.command(last, "cancel-meeting", "{}");
        client.get("/api/postmortems/" + last);
    }

    private void readsBack(JsonNode record, JsonNode result) {
        JsonNode document = client.get("/api/postmortems/" + result.get("id").asString());
        String id = record.get("id").asString();
        assertThat(document.get("title").asString()).as(id).isEqualTo(text(record, "title"));
        assertThat(section(document, "overview")).as(id).isEqualTo(text(record, "summary"));
        SECTIONS.forEach((field, section) -> assertThat(section(document, section))
                .as("%s %s", id, field)
                .isEqualTo(text(record.get("sections"), field)));
        JsonNode source = document.get("source");
        assertThat(source.get("source").asString()).isEqualTo(text(record, "source"));
        assertThat(source.get("sourceUrl").asString()).isEqualTo(text(record, "sourceUrl"));
        assertThat(source.get("license").asString()).isEqualTo(text(record, "license"));
        assertThat(source.get("otherFields").toString()).contains(text(record, "company"));
        readsBackTimeline(record, document, result);
        assertThat(document.get("actionItems"))
                .hasSize(record.get("actionItems").size());
        for (int i = 0; i < record.get("actionItems").size(); i++) {
            JsonNode item = document.get("actionItems").get(i);
            JsonNode given = record.get("actionItems").get(i);
            assertThat(item.get("title").asString()).isEqualTo(text(given, "text"));
            assertThat(text(item, "owner")).isEqualTo(text(given, "owner"));
            if ("done".equals(text(given, "status"))) {
                assertThat(item.get("status").asString()).isEqualTo("done");
            }
        }
    }

    /** In time order, those whose time is not known last; each with its text, and each time that was not understood reported. */
    private static void readsBackTimeline(JsonNode record, JsonNode document, JsonNode result) {
        List<String> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (JsonNode entry : record.get("timeline")) {
            String at = text(entry, "at");
            if (at != null && at.matches(".*T.*(Z|[+-]\\d\\d:\\d\\d)")) {
                known.add(OffsetDateTime.parse(at).toInstant() + " " + text(entry, "text"));
            } else {
                unknown.add(text(entry, "text"));
                String field = "timeline[" + (known.size() + unknown.size() - 1) + "].at";
                assertThat(result.get("notUnderstood").toString()).contains(field);
            }
        }
        List<String> shownKnown = new ArrayList<>();
        List<String> shownUnknown = new ArrayList<>();
        Instant before = Instant.MIN;
        for (JsonNode entry : document.get("timeline")) {
            String at = text(entry, "at");
            if (at == null) {
                assertThat(text(entry, "atText")).isNotBlank();
                shownUnknown.add(text(entry, "text"));
            } else {
                assertThat(shownUnknown).as("known times come first").isEmpty();
                Instant instant = Instant.parse(at);
                assertThat(instant).isAfterOrEqualTo(before);
                before = instant;
                shownKnown.add(instant + " " + text(entry, "text"));
            }
        }
        assertThat(shownKnown).containsExactlyInAnyOrderElementsOf(known);
        assertThat(shownUnknown).containsExactlyElementsOf(unknown);
    }

    private static String section(JsonNode document, String section) {
        JsonNode written = document.get("sections") == null
                ? null
                : document.get("sections").get(section);
        return written == null ? null : written.get("text").asString();
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node == null ? null : node.get(field);
        return value == null || value.isNull() ? null : value.asString();
    }
}
