package io.hindsight.command.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hindsight.command.CommandSide;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports over HTTP, on H2. */
@SpringBootTest(
        classes = CommandSide.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"hindsight.event-store.url=jdbc:h2:mem:import-api", "hindsight.admin-token=the-token"})
@Timeout(60)
class ImportApiTest {
    private static final JsonMapper JSON = new JsonMapper();
    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private EventStore store;

    private HttpRequest.Builder request(String query) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/imports" + query))
                .header("Authorization", "Bearer the-token")
                .header("Content-Type", "application/x-ndjson");
    }

    private List<JsonNode> take(String query, String... lines) throws Exception {
        HttpResponse<String> answer = client.send(
                request(query)
                        .POST(BodyPublishers.ofString(String.join("\n", lines)))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        return answer.body().lines().map(JSON::readTree).toList();
    }

    private List<? extends DomainEventMessage<?>> history(String id) {
        return store.readEvents(id).asStream().toList();
    }

    private static String record(String id, String fields) {
        return Records.json(fields).replace("\"r-1\"", "\"" + id + "\"");
    }

    @Test
    void each_line_is_answered_with_what_became_of_it() throws Exception {
        List<JsonNode> results = take(
                "",
                record("each-1", "'severity': 'P1'"),
                "",
                "no json",
                record("each-1", "'severity': 'P1'"),
                record("each-1", "'severity': 'P2'"),
                record("each/2", ""));

        assertThat(results)
                .extracting(
                        result -> result.get("line").asInt(),
                        result -> result.get("outcome").asString(),
                        result -> result.path("problem").path("code").asString(""))
                .containsExactly(
                        tuple(1, "opened", ""),
                        tuple(3, "refused", "malformed-json"),
                        tuple(4, "unchanged", ""),
                        tuple(5, "refused", "import-differs"),
                        tuple(6, "opened", ""));
        JsonNode opened = results.get(0);
        assertThat(opened.get("sourceId").asString()).isEqualTo("each-1");
        assertThat(opened.get("id").asString()).isEqualTo("each-1");
        assertThat(opened.get("version").asInt()).isEqualTo(history("each-1").size());
        assertThat(opened.get("eventPosition").asString())
                .as("of the last of its events")
                .isNotEmpty()
                .isEqualTo(results.get(2).get("eventPosition").asString());
        assertThat(opened.get("notUnderstood").get(0).get("field").asString()).isEqualTo("severity");
        assertThat(opened.get("notUnderstood").get(0).get("value").asString()).isEqualTo("P1");
        assertThat(results.get(2).get("version")).isEqualTo(opened.get("version"));
        assertThat(results.get(4).get("id").asString()).matches("import-[0-9a-f]{32}");
    }

    @Test
    void the_history_says_that_it_was_imported_and_by_whom() throws Exception {
        take("", record("history-1", "'summary': 'Slow', 'timeline': [{'text': 'Down'}]"));

        assertThat(history("history-1")).allSatisfy(event -> {
            assertThat(event.getMetaData().get("command")).isEqualTo("import");
            assertThat(event.getMetaData().get("actor")).isEqualTo("admin");
        });
        assertThat(history("history-1"))
                .extracting(event -> event.getPayloadType().getSimpleName())
                .startsWith("PostmortemOpened", "PostmortemImported", "SectionWritten", "TimelineEntryAdded");
    }

    @Test
    void a_line_is_answered_before_the_next_one_is_sent() throws Exception {
        try (OpenImport sending = new OpenImport(port)) {
            sending.send(record("stream-1", ""));
            assertThat(sending.nextResult()).contains("stream-1");
            sending.send(record("stream-2", ""));
            assertThat(sending.nextResult()).contains("stream-2");
        }
    }

    @Test
    void the_same_record_from_eight_clients_at_once_is_opened_once() throws Exception {
        String line = record("once-1", "'timeline': [{'text': 'Down'}, {'text': 'Up'}]");
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 8)
                .mapToObj(each -> client.sendAsync(
                        request("").POST(BodyPublishers.ofString(line)).build(), BodyHandlers.ofString()))
                .toList();

        List<String> outcomes = answers.stream()
                .map(answer ->
                        JSON.readTree(answer.join().body()).get("outcome").asString())
                .sorted()
                .toList();
        assertThat(outcomes.subList(0, 1)).containsExactly("opened");
        assertThat(outcomes.subList(1, 8)).containsOnly("unchanged");
        assertThat(history("once-1").stream()
                        .filter(event -> event.getPayloadType().getSimpleName().equals("PostmortemOpened")))
                .hasSize(1);
    }

    @Test
    void a_line_that_is_too_long_is_refused_and_the_rest_goes_on() throws Exception {
        List<JsonNode> results = take(
                "",
                record("long-1", "'summary': '" + "x".repeat(RecordLines.LONGEST) + "'"),
                record("long-2", "'summary': '" + "x".repeat(RecordLines.LONGEST / 2) + "'"));

        assertThat(results.get(0).get("problem").get("status").asInt()).isEqualTo(413);
        assertThat(results.get(1).get("outcome").asString()).isEqualTo("opened");
    }

    @Test
    void one_record_alone_can_be_on_many_lines_and_what_follows_it_is_refused() throws Exception {
        assertThat(alone(record("lines-1", "").replace(",", ",\n"))
                        .get("outcome")
                        .asString())
                .isEqualTo("opened");

        JsonNode several = alone(record("lines-2", "") + "\n" + record("lines-3", ""));
        assertThat(several.at("/problem/code").asString()).isEqualTo("malformed-json");
        assertThat(several.at("/problem/detail").asString()).contains("follows its end");
    }

    private JsonNode alone(String body) throws Exception {
        HttpResponse<String> answer = client.send(
                request("")
                        .setHeader("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        return JSON.readTree(answer.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "timeline[0].atGiven | 'timeline': [{'entryId': 'e', 'kind': 'observation', 'at': '2026-03-01T10:00:00Z', 'atGiven': 'soon'}]",
                "timeline[0] | 'timeline': [{'entryId': 'e', 'kind': 'observation', 'at': '2026-03-01T10:00:00Z', 'atGiven': '2026-03-01T10:00:00+01:00'}]",
                "timeline[0] | 'timeline': [null]",
                "timeline[0].evidence[0] | 'timeline': [{'entryId': 'e', 'kind': 'observation', 'evidence': [null]}]",
                "obligations[0] | 'obligations': [null]",
                "wentWell[0] | 'wentWell': [null]",
                "comments[0].replyTo | 'comments': [{'commentId': 'c', 'author': 'ana', 'text': 'a', 'replyTo': 'd'}, {'commentId': 'd', 'author': 'ana', 'text': 'b', 'replyTo': 'c'}]",
                "timeline | 'timeline': [{'entryId': 'e', 'kind': 'observation'}, {'entryId': 'e', 'kind': 'observation'}]",
                "contributingFactors | 'contributingFactors': [{'factorId': 'f', 'text': 'a', 'madeWorse': false}, {'factorId': 'f', 'text': 'b', 'madeWorse': false}]"
            })
    void an_export_that_says_what_none_can_is_malformed_and_told_where(String field, String part) throws Exception {
        JsonNode answer = take(
                        "",
                        record(
                                "malformed-1",
                                "'format': 'hindsight-postmortem', 'formatVersion': 1, 'version': 1, 'required': true, 'status': 'draft', 'openedAt': '2026-03-01T10:00:00Z', 'openedBy': 'ana', 'updatedAt': '2026-03-01T10:00:00Z', 'incident': {}, "
                                        + part.replace('\'', '"')))
                .get(0);

        assertThat(answer.at("/problem/code").asString()).isEqualTo("malformed-record");
        assertThat(answer.at("/problem/violations/0/field").asString()).isEqualTo(field);
        assertThat(history("malformed-1")).isEmpty();
    }

    @Test
    void what_could_be_stored_by_whatever_way_is_taken_back_from_an_export() throws Exception {
        String export =
                """
                'format': 'hindsight-postmortem', 'formatVersion': 1, 'version': 1, 'required': true, 'status': 'draft',
                'openedAt': '2026-03-01T10:00:00Z', 'openedBy': 'ana', 'updatedAt': '2026-03-01T10:00:00Z', 'incident': {},
                'sections': {'overview': {'text': '\u200b'}}"""
                        .replace('\n', ' ');

        assertThat(take("", record("unseen-1", export)).get(0).get("outcome").asString())
                .isEqualTo("opened");
    }

    @Test
    void an_export_that_is_longer_than_a_line_may_be_is_taken_alone() throws Exception {
        String comments = IntStream.range(0, 60)
                .mapToObj(each -> "{'commentId': 'c-" + each
                        + "', 'author': 'ana', 'at': '2026-03-01T10:00:00Z', 'text': '" + "x".repeat(20_000) + "'}")
                .collect(Collectors.joining(","));
        String export = record(
                "alone-1",
                "'format': 'hindsight-postmortem', 'formatVersion': 1, 'version': 1, 'required': true, 'status': 'draft', 'openedAt': '2026-03-01T10:00:00Z', 'openedBy': 'ana', 'updatedAt': '2026-03-01T10:00:00Z', 'incident': {}, 'comments': ["
                        + comments + "]");
        assertThat(export.length()).isGreaterThan(RecordLines.LONGEST);

        assertThat(alone(export).get("outcome").asString()).isEqualTo("opened");
        assertThat(take("", export).get(0).get("problem").get("status").asInt()).isEqualTo(413);
    }

    @Test
    void a_record_that_would_make_an_event_no_store_keeps_is_refused_and_the_rest_goes_on() throws Exception {
        // Each is kept under its path, which the record does not spell out.
        String many = ("'" + "x".repeat(50) + "',").repeat(19_000);
        List<JsonNode> results = take("", record("large-1", "'more': [" + many + "'']"), record("large-2", ""));

        assertThat(results.get(0).get("problem").get("status").asInt()).isEqualTo(413);
        assertThat(results.get(0).get("problem").get("code").asString()).isEqualTo("event-too-large");
        assertThat(history("large-1")).isEmpty();
        assertThat(results.get(1).get("outcome").asString()).isEqualTo("opened");
    }

    @Test
    void the_zone_of_times_without_an_offset_can_be_named_and_has_to_exist() throws Exception {
        String line = record("zone-1", "'startedAt': '2026-03-01T10:00:00'");

        HttpResponse<String> answer = client.send(
                request("?zone=Mars/Olympus")
                        .POST(BodyPublishers.ofString(line))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"zone\"");
        assertThat(take("?zone=Europe/Berlin", line).get(0).get("notUnderstood"))
                .isEmpty();
    }

    @Test
    void the_day_before_which_records_come_in_closed_has_to_be_one() throws Exception {
        String line = record("closed-1", "'endedAt': '2020-03-01T10:00:00Z'");

        HttpResponse<String> answer = client.send(
                request("?closedBefore=yesterday")
                        .POST(BodyPublishers.ofString(line))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"closedBefore\"");
        assertThat(take("?closedBefore=2026-01-01", line).get(0).get("outcome").asString())
                .isEqualTo("opened");
        assertThat(history("closed-1"))
                .extracting(event -> event.getPayloadType().getSimpleName())
                .endsWith("PostmortemClosed");
    }

    @Test
    void what_was_answered_before_a_client_went_away_is_unchanged_when_it_comes_again() throws Exception {
        try (OpenImport leaving = new OpenImport(port)) {
            leaving.send(record("gone-1", ""));
            assertThat(leaving.nextResult()).contains("gone-1");
        }

        assertThat(take("", record("gone-1", ""), record("gone-2", "")))
                .extracting(result -> result.get("outcome").asString())
                .containsExactly("unchanged", "opened");
    }

    @Test
    void without_a_token_nothing_is_imported() throws Exception {
        HttpRequest anonymous = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/imports"))
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(record("anonymous-1", "")))
                .build();

        assertThat(client.send(anonymous, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
        assertThat(history("anonymous-1")).isEmpty();
    }

    @Test
    void all_real_records_import_in_one_request_and_the_second_time_add_no_event() throws Exception {
        String[] lines = EveryRecordTest.realRecords().toArray(String[]::new);

        List<JsonNode> first = take("", lines);
        long head = head();
        List<JsonNode> second = take("", lines);

        assertThat(first).hasSize(191).allSatisfy(result -> assertThat(
                        result.get("outcome").asString())
                .as(result.toString())
                .isEqualTo("opened"));
        assertThat(second).allSatisfy(result -> assertThat(result.get("outcome").asString())
                .isEqualTo("unchanged"));
        assertThat(second)
                .extracting(result -> result.get("version"))
                .isEqualTo(first.stream().map(result -> result.get("version")).toList());
        assertThat(head()).isEqualTo(head);
    }

    private long head() {
        return store.createHeadToken().position().orElse(-1);
    }
}
