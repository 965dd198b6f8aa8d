package io.hindsight.command.importing.slack;

import static io.hindsight.command.importing.slack.Exports.list;
import static io.hindsight.command.importing.slack.Exports.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hindsight.command.CommandSide;
import io.hindsight.events.SuggestionEvent.SuggestionsMade;
import io.hindsight.words.Suggestion;
import io.hindsight.words.SuggestionKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports of Slack exports over HTTP, on H2. */
@SpringBootTest(
        classes = CommandSide.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "hindsight.event-store.url=jdbc:h2:mem:slack-import",
            "hindsight.admin-token=the-token",
            "hindsight.tokens=target/test-classes/reader-tokens.yml"
        })
@Timeout(60)
class SlackImportApiTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path SAMPLES = Path.of("..", "..", "shared", "data", "formats");
    private static final String ZIP = "application/zip";
    private static final String CHANNEL = "application/json";

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private EventStore store;

    @Autowired
    private SlackImportController controller;

    private HttpResponse<String> post(String path, String type, byte[] body) throws Exception {
        return post("the-token", path, type, body);
    }

    private HttpResponse<String> post(String token, String path, String type, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> take(String query, String type, byte[] body) throws Exception {
        return post("/api/imports/slack" + query, type, body);
    }

    private String opened(String id) throws Exception {
        String body = Exports.quoted("{'id': '" + id + "', 'title': 'Slow', 'severity': 'sev-2'}");
        assertThat(post("/api/postmortems", CHANNEL, utf8(body)).statusCode()).isEqualTo(201);
        return "?postmortem=" + id;
    }

    private List<Suggestion> suggestions(String id) {
        return store.readEvents(id)
                .asStream()
                .map(event -> (Object) event.getPayload())
                .filter(SuggestionsMade.class::isInstance)
                .flatMap(event -> ((SuggestionsMade) event).suggestions().stream())
                .toList();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    @Test
    void an_archive_is_suggested_once_however_often_it_comes() throws Exception {
        String query = opened("zip-1") + "&channel=inc-1&workspace=https://example.slack.com";
        byte[] zip = Exports.zip(Exports.files());

        HttpResponse<String> answer = take(query, ZIP, zip);
        JsonNode first = ok(answer);
        JsonNode second = ok(take(query, ZIP, zip));

        assertThat(first.get("channel").asString()).isEqualTo("inc-1");
        assertThat(first.get("suggested").asInt()).isEqualTo(2);
        assertThat(answer.headers().firstValue("Event-Position")).isPresent();
        assertThat(answer.headers().firstValue("ETag"))
                .contains("\"" + first.get("version").asInt() + "\"");
        assertThat(second.get("suggested").asInt()).isZero();
        assertThat(second.get("known").asInt()).isEqualTo(2);
        assertThat(second.get("version")).isEqualTo(first.get("version"));
        assertThat(suggestions("zip-1"))
                .extracting(Suggestion::text)
                .containsExactly("before midnight", "after midnight");
    }

    @Test
    void one_channels_json_says_the_same_as_the_archive() throws Exception {
        String query = opened("json-1") + "&workspace=example";
        String messages =
                list(message("1773187200.000100", "after midnight"), message("1773187199.999900", "before midnight"));
        ok(take(query + "&channel=inc-1", ZIP, Exports.zip(Exports.files())));

        String body = Exports.quoted("{'channel': {'id': 'C0123456789', 'name': 'inc-1'}, 'users': ") + Exports.USERS
                + ", \"messages\": " + messages + "}";
        assertThat(ok(take(query, CHANNEL, utf8(body))).get("known").asInt()).isEqualTo(2);
        assertThat(ok(take(query + "&channel=C0123456789", CHANNEL, utf8(messages)))
                        .get("known")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void what_cannot_be_read_is_refused_and_nothing_is_stored() throws Exception {
        String query = opened("bad-1");

        assertThat(take(query, ZIP, utf8("no archive")).statusCode()).isEqualTo(400);
        assertThat(take(query + "&channel=a", CHANNEL, utf8("[{")).statusCode()).isEqualTo(400);
        assertThat(take(query + "&channel=a", CHANNEL, utf8("5")).statusCode()).isEqualTo(400);
        assertThat(take(query + "&channel=a", CHANNEL, utf8("{\"messages\": [], \"more\": 1}"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(take(query, CHANNEL, utf8("[]")).body()).contains("channel");
        assertThat(take(query + "&workspace=evil.example/x", ZIP, Exports.zip(Exports.files()))
                        .statusCode())
                .isEqualTo(400);
        assertThat(take(query, "text/plain", utf8("x")).statusCode()).isEqualTo(415);
        assertThat(take("", CHANNEL, utf8("[]")).statusCode()).isEqualTo(400);
        assertThat(suggestions("bad-1")).isEmpty();
    }

    @Test
    void what_says_nothing_is_passed_over_and_a_channel_without_a_name_is_called_by_its_id() throws Exception {
        String query = opened("odd-1");
        String odd = Exports.quoted("[null, {'ts': '1700000000.000000', 'attachments': [null]},"
                + " {'ts': '1700000001.000000', 'text': 'a', 'files': [null]}]");

        assertThat(ok(take(query + "&channel=a", CHANNEL, utf8(odd)))
                        .get("suggested")
                        .asInt())
                .isEqualTo(1);
        JsonNode unnamed =
                ok(take(query, CHANNEL, utf8("{\"messages\":" + odd + ",\"channel\":{\"id\":\"C1234567\"}}")));
        assertThat(unnamed.get("channel").asString()).isEqualTo("C1234567");
        for (String noName : List.of("%23", "%20", "%23%20")) {
            HttpResponse<String> answer = take(query + "&channel=" + noName, CHANNEL, utf8("[]"));
            assertThat(answer.statusCode()).as(noName).isEqualTo(400);
        }
        for (String noChannel : List.of("{}", "{\"id\":\"\",\"name\":\" \"}", "null")) {
            HttpResponse<String> answer = take(query, CHANNEL, utf8("{\"messages\":[],\"channel\":" + noChannel + "}"));
            assertThat(answer.statusCode()).as(noChannel).isEqualTo(400);
        }
    }

    @Test
    void a_body_that_is_too_long_and_more_than_anybody_could_read_are_refused() throws Exception {
        String query = opened("long-1") + "&channel=inc-1";
        assertThat(take(query, ZIP, new byte[SlackImportController.LONGEST + 1]).statusCode())
                .isEqualTo(413);

        StringBuilder many = new StringBuilder("[");
        for (int i = 0; i < 2_001; i++) {
            many.append(i == 0 ? "" : ",").append(message("1773179020.%06d".formatted(i), "x"));
        }
        HttpResponse<String> tooMany = take(query, CHANNEL, utf8(many + "]"));
        assertThat(tooMany.statusCode()).isEqualTo(413);
        assertThat(tooMany.body()).contains("from and to");
    }

    @Test
    void a_postmortem_that_is_not_there_is_unknown() throws Exception {
        HttpResponse<String> answer = take("?postmortem=nowhere&channel=inc-1", ZIP, Exports.zip(Exports.files()));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("postmortem-not-found");
    }

    @Test
    void who_may_not_import_is_told_so_before_the_body_is_read() throws Exception {
        String query = opened("order-1") + "&channel=inc-1";
        byte[] unreadable = utf8("no archive");
        int before = (int) store.readEvents("order-1").asStream().count();

        assertThat(take("?postmortem=nowhere", ZIP, unreadable).statusCode()).isEqualTo(404);
        HttpResponse<String> reader = post("rita-reads", "/api/imports/slack" + query, ZIP, unreadable);
        assertThat(reader.statusCode()).as(reader.body()).isEqualTo(403);
        assertThat(take(query, ZIP, unreadable).statusCode()).isEqualTo(400);
        assertThat(store.readEvents("order-1").asStream()).hasSize(before);
    }

    @Test
    void when_enough_are_being_imported_another_one_is_to_come_again() throws Exception {
        String query = opened("busy-1") + "&channel=inc-1";
        byte[] zip = Exports.zip(Exports.files());
        int all = controller.free.drainPermits();
        HttpResponse<String> busy;
        try {
            busy = take(query, ZIP, zip);
        } finally {
            controller.free.release(all);
        }

        assertThat(busy.statusCode()).isEqualTo(503);
        assertThat(busy.body()).contains("imports-busy");
        assertThat(busy.headers().firstValue("Retry-After")).isPresent();
        ok(take(query, ZIP, zip));
        take(query, ZIP, utf8("no archive"));
        assertThat(controller.free.availablePermits()).isEqualTo(all);
    }

    @Test
    void the_sample_suggests_its_real_events_in_order_across_midnight_and_none_for_joins_and_topics() throws Exception {
        JsonNode answer =
                ok(take(opened("sample-1") + "&workspace=harborline", ZIP, sample("slack-export-workspace.zip")));
        List<Suggestion> said = suggestions("sample-1").stream()
                .filter(suggestion -> suggestion.kind() == SuggestionKind.TIMELINE_ENTRY)
                .toList();
        List<String> meant = JSON.readTree(sample("slack-export-channel.json"))
                .valueStream()
                .filter(message -> !message.path("subtype").asString("").startsWith("channel_"))
                .map(message -> message.get("ts").asString().replace('.', '-'))
                .sorted()
                .toList();

        assertThat(said).hasSize(meant.size()).hasSize(58);
        assertThat(said)
                .extracting(suggestion -> suggestion.suggestionId().substring(0, 17))
                .containsExactlyElementsOf(meant);
        assertThat(said).isSortedAccordingTo(Comparator.comparing(Suggestion::at));
        assertThat(said.get(0).at().toLocalDate()).isEqualTo("2026-03-10");
        assertThat(said.get(said.size() - 1).at().toLocalDate()).isEqualTo("2026-03-11");
        assertThat(said)
                .noneMatch(suggestion -> suggestion.text().contains("has joined the channel")
                        || suggestion.text().contains("set the channel topic"));
        assertThat(said).allMatch(suggestion -> suggestion.evidence().get(0).url() != null);
        assertThat(said).noneMatch(suggestion -> suggestion.text().matches("(?s).*(<@|&amp;|&gt;|&lt;|<http).*"));
        assertThat(said.stream().filter(Suggestion::byBot)).hasSize(7);
        assertThat(said.stream().filter(suggestion -> suggestion.inReplyTo() != null))
                .hasSize(12);
        assertThat(suggestions("sample-1").stream()
                        .filter(suggestion -> suggestion.kind() == SuggestionKind.ACTION_ITEM)
                        .map(Suggestion::text))
                .hasSizeGreaterThanOrEqualTo(5)
                .contains("backfills as separate jobs with batch limit – me");
        assertThat(answer.get("suggested").asInt())
                .isEqualTo(suggestions("sample-1").size());
        assertThat(answer.get("skipped").toString()).isEqualTo("{\"joins\":5,\"topics\":2}");
    }

    /** The sample lies beside the repository; without it the test at hand is reported as skipped. */
    private static byte[] sample(String name) throws IOException {
        Path file = SAMPLES.resolve(name);
        assumeTrue(Files.exists(file), "Skipped: there is no sample at " + file + " beside the repository");
        return Files.readAllBytes(file);
    }
}
