package io.hindsight.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.standalone.Client.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What cannot be taken is refused in words, with a 4xx and a problem document, and changes nothing. */
@SpringBootTest(
        classes = Hindsight.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "hindsight.admin-token=" + BadInputTest.TOKEN)
@ContextConfiguration(initializers = DataFolder.class)
class BadInputTest {
    static final String TOKEN = "the-administrators-token";
    private static final String ENTRY =
            "{\"at\": \"2026-11-23T10:00:00Z\", \"text\": \"Text\", \"evidence\": [{\"url\": \"https://example.org\"}]}";

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
    void aPostmortem() {
        client = new Client("http://localhost:" + port, TOKEN);
        client.post("/api/postmortems", "{\"id\": \"pm\", \"title\": \"Title\", \"severity\": \"sev-1\"}");
    }

    private static String withText(String text) {
        return "{\"at\": \"2026-11-23T10:00:00Z\", \"text\": " + text + "}";
    }

    private static String withTime(String at) {
        return "{\"at\": \"" + at + "\", \"text\": \"Text\"}";
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("nothing", ""),
                Arguments.of("not JSON", "{\"at\": "),
                Arguments.of("two documents", ENTRY + ENTRY),
                Arguments.of("an array", "[" + ENTRY + "]"),
                Arguments.of("a text", "\"text\""),
                Arguments.of("null", "null"),
                Arguments.of(
                        "an unknown field",
                        "{\"at\": \"2026-11-23T10:00:00Z\", \"text\": \"Text\", \"colour\": \"red\"}"),
                Arguments.of("a field twice", "{\"at\": \"2026-11-23T10:00:00Z\", \"text\": \"a\", \"text\": \"b\"}"),
                Arguments.of("a number for a text", withText("5")),
                Arguments.of("a boolean for a text", withText("true")),
                Arguments.of("an object for a text", withText("{}")),
                Arguments.of("an empty text", withText("\"\"")),
                Arguments.of("a blank text", withText("\"  \"")),
                Arguments.of("a text too long", withText("\"" + "x".repeat(20_001) + "\"")),
                Arguments.of("NUL", withText("\"a\\u0000b\"")),
                Arguments.of("a lone surrogate", withText("\"a\\ud800b\"")),
                Arguments.of("a lone low surrogate", withText("\"a\\udc00b\"")),
                Arguments.of("the year 20202", withTime("20202-01-16T12:00:00Z")),
                Arguments.of("the year +20202", withTime("+20202-01-16T12:00:00Z")),
                Arguments.of("the year 0000", withTime("0000-01-16T12:00:00Z")),
                Arguments.of("a time without an offset", withTime("2026-11-23T10:00:00")),
                Arguments.of("a day that is not there", withTime("2026-02-30T10:00:00Z")),
                Arguments.of("an offset that is not there", withTime("2026-11-23T10:00:00+25:00")),
                Arguments.of("a zone that does not exist", withTime("2026-11-23T10:00:00[Mars/Phobos]")),
                Arguments.of("a number for a time", "{\"at\": 1764000000, \"text\": \"Text\"}"),
                Arguments.of(
                        "an unknown kind",
                        "{\"at\": \"2026-11-23T10:00:00Z\", \"text\": \"Text\", \"kind\": \"party\"}"),
                Arguments.of(
                        "a kind in capitals",
                        "{\"at\": \"2026-11-23T10:00:00Z\", \"text\": \"Text\", \"kind\": \"ACTION\"}"),
                Arguments.of("a kind by number", "{\"at\": \"2026-11-23T10:00:00Z\", \"text\": \"Text\", \"kind\": 1}"),
                Arguments.of(
                        "an id with a slash",
                        "{\"entryId\": \"a/b\", \"at\": \"2026-11-23T10:00:00Z\", \"text\": \"Text\"}"),
                Arguments.of(
                        "an id that looks like the alerting's",
                        "{\"entryId\": \"alert-1\", \"at\": \"2026-11-23T10:00:00Z\", \"text\": \"Text\"}"),
                Arguments.of(
                        "a link that is none",
                        "{\"at\": \"2026-11-23T10:00:00Z\", \"text\": \"Text\", \"evidence\": [{\"url\": \"javascript:alert(1)\"}]}"),
                Arguments.of(
                        "null in a list",
                        "{\"at\": \"2026-11-23T10:00:00Z\", \"text\": \"Text\", \"evidence\": [null]}"),
                Arguments.of(
                        "a reason too long",
                        "{\"at\": \"2026-11-23T10:00:00Z\", \"text\": \"Text\", \"reason\": \"" + "x".repeat(1_001)
                                + "\"}"),
                Arguments.of("10,000-deep nesting", "[".repeat(10_000) + "]".repeat(10_000)),
                Arguments.of("deep nesting in a field", withText("[".repeat(10_000) + "]".repeat(10_000))),
                Arguments.of("5 MiB", withText("\"" + "x".repeat(5 * 1024 * 1024) + "\"")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void a_body_that_is_no_entry_is_refused_and_changes_nothing(String what, String body) {
        refusedAndNothingChanged(what, "POST", "/api/postmortems/pm/commands/add-timeline-entry", body);
        if (!what.equals("an array")) {
            refusedAndNothingChanged(what, "POST", "/api/postmortems/pm/commands", "[" + body + "]");
        }
        refusedAndNothingChanged(what, "POST", "/api/postmortems", body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/postmortems/a%2Fb",
                "/api/postmortems/a%00b",
                "/api/postmortems/..%2f..",
                "/api/postmortems/%C0%AF",
                "/api/postmortems/a%20b",
                "/api/postmortems/%F0%9F%98%80",
                "/api/postmortems/nobody-knows-it",
                "/api/postmortems/nobody-knows-it/history",
                "/api/postmortems/pm?version=0",
                "/api/postmortems/pm?version=-1",
                "/api/postmortems/pm?version=x",
                "/api/postmortems/pm?version=99999999999999999999",
                "/api/postmortems/pm?at=yesterday",
                "/api/postmortems/pm?at=20202-01-16T00:00:00Z",
                "/api/postmortems/pm?colour=red",
                "/api/postmortems?size=0",
                "/api/postmortems?size=201",
                "/api/postmortems?size=many",
                "/api/postmortems?status=asleep",
                "/api/postmortems?severity=1",
                "/api/postmortems?from=2026-13-01",
                "/api/postmortems?cursor=nonsense",
                "/api/postmortems?sort=colour",
                "/api/postmortems?q=%00",
                "/api/postmortems?colour=red",
                "/api/obligations?overdue=perhaps",
                "/api/obligations?kind=none",
                "/api/obligations?dueBefore=soon",
                "/api/action-items?open=perhaps",
                "/api/action-items?priority=p9",
                "/api/history?from=20202-01-16T00:00:00Z",
                "/api/history?cursor=%F0%9F%98%80",
                "/api/dashboard?colour=red",
                "/api/me?colour=red",
                "/api/admin/projections/none/rebuilds/1",
                "/api/no-such-thing",
                "/no-such-thing"
            })
    void a_read_that_asks_for_what_is_not_there_or_cannot_be_is_refused(String path) {
        refusedAndNothingChanged(path, "GET", path, null);
    }

    @Test
    void a_read_after_a_position_that_is_none_is_refused() {
        for (String path : List.of("/api/postmortems", "/api/dashboard", "/api/me", "/api/history")) {
            Answer answer = client.read(path, "Min-Event-Position", "!nonsense!");
            assertThat(answer.status()).as(path).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "\"1", "\"1\" \"2\"", "*, \"1\""})
    void a_condition_that_cannot_be_read_is_refused(String ifMatch) {
        Answer answer =
                client.post("/api/postmortems/pm/commands/assign-owner", "{\"owner\": \"ana\"}", "If-Match", ifMatch);
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void other_types_and_methods_are_refused_as_such() {
        assertThat(client.send("POST", "/api/postmortems", "a: b", "Content-Type", "application/yaml")
                        .status())
                .isEqualTo(415);
        assertThat(client.send("PUT", "/api/postmortems/pm", "{}", "Content-Type", "application/json")
                        .status())
                .isEqualTo(405);
        assertThat(client.read("/api/postmortems", "Accept", "image/png").status())
                .isEqualTo(406);
        assertThat(client.post("/api/imports?zone=Mars/Phobos", "{}", "X-Nothing", "1")
                        .status())
                .isIn(400, 415);
    }

    @Test
    void lines_that_are_no_records_are_refused_line_by_line_and_the_rest_goes_on() {
        Answer answer = client.send(
                "POST",
                "/api/imports",
                "{\"id\": \n[]\n5\n{\"id\": \"a\\u0000b\", \"title\": \"T\"}\n" + "[".repeat(10_000)
                        + "\n{\"id\": \"good-one\", \"title\": \"Title\"}\n{\"id\": \"big\", \"title\": \""
                        + "x".repeat(2 * 1024 * 1024) + "\"}\n",
                "Content-Type",
                "application/x-ndjson");
        assertThat(answer.status()).isEqualTo(200);
        List<String> outcomes = answer.response()
                .body()
                .lines()
                .map(line -> Client.JSON.readTree(line).get("outcome").asString())
                .toList();
        assertThat(outcomes)
                .containsExactly("refused", "refused", "refused", "refused", "refused", "opened", "refused");
    }

    /** What no HTTP client would send: it never reaches the application, and is answered as everything else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/postmortems/{id} HTTP/1.1\r\nHost: localhost\r\n",
                "GET /api/postmortems/a|b HTTP/1.1\r\nHost: localhost\r\n",
                "GET /api/postmortems HTTP/1.1\r\nHost: local host\r\n",
                "NONSENSE\r\n"
            })
    void a_request_that_is_no_http_is_a_bad_request(String head) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write((head + "Authorization: Bearer " + TOKEN + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            String text = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).startsWith("HTTP/1.1 400").doesNotContain("Tomcat").doesNotContain("<html");
        }
    }

    private void refusedAndNothingChanged(String what, String method, String path, String body) {
        int before = version();
        Answer answer =
                body == null ? client.read(path) : client.send(method, path, body, "Content-Type", "application/json");
        assertThat(answer.status()).as("%s: %s", what, answer.response().body()).isBetween(400, 499);
        assertThat(answer.header("Content-Type")).as(what).isEqualTo("application/problem+json");
        assertThat(answer.body().get("code").asString()).as(what).isNotBlank();
        assertThat(answer.response().body())
                .as(what)
                .doesNotContain("io.hindsight")
                .doesNotContain("Exception")
                .doesNotContain("java.");
        assertThat(version()).as("version after %s", what).isEqualTo(before);
    }

    private int version() {
        return client.command("pm", "cancel-meeting", "{}").get("version").asInt();
    }
}
