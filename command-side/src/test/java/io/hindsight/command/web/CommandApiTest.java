package io.hindsight.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.command.CommandSide;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The write API over HTTP, on H2. */
@SpringBootTest(
        classes = CommandSide.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"hindsight.event-store.url=jdbc:h2:mem:command-api", "hindsight.admin-token=the-token"})
class CommandApiTest {
    private static final JsonMapper JSON = new JsonMapper();
    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    private HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer the-token")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private String open() throws Exception {
        HttpResponse<String> answer =
                post("/api/postmortems", "{\"title\": \"Checkout is slow\", \"severity\": \"sev-1\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).get("id").asString();
    }

    @Test
    void opening_answers_where_the_postmortem_is_and_at_which_version() throws Exception {
        HttpResponse<String> answer = post(
                "/api/postmortems", "{\"id\": \"inc-1\", \"title\": \"Checkout is slow\", \"severity\": \"sev-1\"}");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/postmortems/inc-1");
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"2\"");
        assertThat(answer.headers().firstValue("Event-Position")).isPresent();
        assertThat(json(answer).get("version").asInt()).isEqualTo(2);
    }

    @Test
    void submitting_too_early_lists_every_unmet_rule_at_once() throws Exception {
        HttpResponse<String> answer = post("/api/postmortems/" + open() + "/commands/submit-for-review", "{}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(answer).get("code").asString()).isEqualTo("rules-not-met");
        assertThat(json(answer).get("violations")).hasSize(9).allSatisfy(violation -> {
            assertThat(violation.get("rule").asString()).isEqualTo("status.in-review");
            assertThat(violation.get("message").asString()).isNotBlank();
        });
    }

    @Test
    void a_warning_about_wording_says_where_and_one_about_anything_else_has_no_findings() throws Exception {
        JsonNode warnings = json(post(
                        "/api/postmortems/" + open() + "/commands/add-timeline-entry",
                        "{\"at\": \"2026-11-23T10:00:00Z\", \"text\": \"So careless\"}"))
                .get("warnings");

        assertThat(warnings).hasSize(2);
        assertThat(warnings.get(0).has("findings")).isFalse();
        JsonNode finding = warnings.get(1).get("findings").get(0);
        assertThat(finding.get("field").asString()).isEqualTo("text");
        assertThat(finding.get("offset").asInt()).isEqualTo(3);
        assertThat(finding.get("length").asInt()).isEqualTo(8);
        assertThat(finding.get("word").asString()).isEqualTo("careless");
        assertThat(finding.get("instead").asString()).isNotBlank();
    }

    @Test
    void a_stale_version_is_told_the_current_one() throws Exception {
        HttpResponse<String> answer = post(
                "/api/postmortems/" + open() + "/commands/assign-owner", "{\"owner\": \"ana\"}", "If-Match", "\"1\"");

        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(json(answer).get("currentVersion").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\0',
            delimiter = ';',
            value = {
                "\"2\"; 200",
                "\"1\", \"2\"; 200",
                "\"abc\",\"2-1\"; 200",
                "*; 200",
                "W/\"2\"; 412",
                "\"abc\"; 412",
                "\"02\"; 412",
                "\"\"; 412",
                "\"1\", \"3\"; 412",
                "W/\"2\", \"1\"; 412",
                "2; 400",
                "\"2; 400",
                "w/\"2\"; 400",
                "\"1\" \"2\"; 400",
                "*, \"2\"; 400"
            })
    void a_condition_holds_where_one_of_its_strong_tags_is_the_version(String ifMatch, int status) throws Exception {
        HttpResponse<String> answer = post(
                "/api/postmortems/" + open() + "/commands/assign-owner", "{\"owner\": \"ana\"}", "If-Match", ifMatch);

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 412) {
            assertThat(json(answer).get("currentVersion").asInt()).isEqualTo(2);
        }
    }

    @Test
    void of_several_commands_none_takes_effect_where_one_is_refused() throws Exception {
        String id = open();
        HttpResponse<String> answer = post(
                "/api/postmortems/" + id + "/commands",
                "[{\"command\": \"assign-owner\", \"owner\": \"ana\"}, {\"command\": \"submit-for-review\"}]");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(post("/api/postmortems/" + id + "/commands/unassign-owner", "{}", "If-Match", "\"2\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_a_command_does_not_take_is_malformed_and_named() throws Exception {
        String commands = "/api/postmortems/" + open() + "/commands/";

        assertThat(post(commands + "assign-owner", "{\"owner\": \"ana\", \"colour\": \"red\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(commands + "assign-owner", "{\"owner\": 5}").statusCode())
                .isEqualTo(400);
        assertThat(post(commands + "assign-owner", "{}").statusCode()).isEqualTo(400);
        assertThat(post(commands + "return-to-draft", "{}").body()).contains("\"field\":\"reason\"");
        assertThat(post(commands + "no-such-command", "{}").statusCode()).isEqualTo(404);
        assertThat(post(
                                commands + "correct-contributing-factor",
                                "{\"factorId\": \"f\", \"text\": \"x\", \"minor\": true}")
                        .body())
                .contains("\"field\":\"reason\"");
        assertThat(post(
                                commands + "add-comment",
                                "{\"text\": \"x\", \"anchor\": {\"section\": \"overview\", \"entryId\": \"e\"}}")
                        .body())
                .contains("must name one of");
        assertThat(post(
                                commands + "add-comment",
                                "{\"text\": \"x\", \"anchor\": {\"section\": \"overview\"}, \"replyTo\": \"c\"}")
                        .body())
                .contains("leave out the anchor");
    }

    @Test
    void thirty_two_clients_at_once_each_add_their_entry() throws Exception {
        String id = open();
        List<HttpResponse<String>> answers = atOnce(
                32,
                client -> post(
                        "/api/postmortems/" + id + "/commands/add-timeline-entry",
                        "{\"at\": \"2026-11-23T10:00:00+01:00\", \"text\": \"Entry " + client + "\"}"));

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200));
        Set<String> entries = new HashSet<>();
        Set<Integer> versions = new HashSet<>();
        for (HttpResponse<String> answer : answers) {
            entries.add(json(answer).get("entryId").asString());
            versions.add(json(answer).get("version").asInt());
        }
        assertThat(entries).hasSize(32);
        assertThat(versions).hasSize(32);
    }

    @Test
    void the_same_idempotency_key_thirty_two_times_at_once_is_one_change_and_one_answer() throws Exception {
        String id = open();
        List<HttpResponse<String>> answers = atOnce(
                32,
                client -> post(
                        "/api/postmortems/" + id + "/commands/add-timeline-entry",
                        "{\"at\": \"2026-11-23T10:00:00+01:00\", \"text\": \"Once\"}",
                        "Idempotency-Key",
                        "key-1"));

        assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
        assertThat(json(answers.get(0)).get("version").asInt()).isEqualTo(3);
        assertThat(post(
                                "/api/postmortems/" + id + "/commands/add-timeline-entry",
                                "{\"at\": \"2026-11-23T10:00:00+01:00\", \"text\": \"Another\"}",
                                "Idempotency-Key",
                                "key-1")
                        .body())
                .contains("idempotency-key-reused");
    }

    @Test
    void opening_again_with_the_same_idempotency_key_opens_nothing_more() throws Exception {
        String body = "{\"title\": \"Checkout is slow\", \"severity\": \"sev-2\"}";
        HttpResponse<String> first = post("/api/postmortems", body, "Idempotency-Key", "open-1");
        HttpResponse<String> second = post("/api/postmortems", body, "Idempotency-Key", "open-1");

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
    }

    private interface Call {
        HttpResponse<String> of(int client) throws Exception;
    }

    private static List<HttpResponse<String>> atOnce(int clients, Call call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int client = i;
                calls.add(() -> call.of(client));
            }
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
