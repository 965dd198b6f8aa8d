package io.hindsight.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hindsight.command.postmortem.CommandRegistry;
import io.hindsight.standalone.Client.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who is not named cannot tell a restricted postmortem from none: everything that each role can ask of every endpoint there
 * is, with every parameter and every command, is answered as it was before the postmortem was opened. The endpoints and the
 * commands are asked of the application, so that one that is added is tested without anybody thinking of it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestrictedTest {
    /** The postmortem's id, and in every text of it. */
    private static final String WORD = "zqxwordzqx";

    private static final SampleValues SAMPLES = new SampleValues(WORD);

    /** It is written while it is public, so that there is a past to hide. */
    private static final Set<String> NOT_WRITING = Set.of(
            "open",
            "waive",
            "restrict",
            "lift-restriction",
            "unassign-owner",
            "cancel-meeting",
            "close",
            "withdraw-review");

    /** The clock of the answer, how far all events have been taken in, and that every hundredth request ends its connection. */
    private static final Set<String> CHANGES_ANYWAY = Set.of("date", "event-position", "connection", "keep-alive");

    /** By name; each has one role. */
    private static final Map<String, String> OUTSIDERS = Map.of(
            "rita", "reader",
            "ben", "responder",
            "carl", "coordinator",
            "sue", "support",
            "mia", "manager",
            "bot", "integration");

    private static final String NAMED = "nina";
    private static final String ADMINISTRATOR = "adam";

    @TempDir
    private static Path data;

    private static ConfigurableApplicationContext application;
    private static String host;
    private static Client named;
    private static int written;
    private static int version;

    /** What everything was answered before there was the postmortem. */
    private static final Map<Asking, Answer> BEFORE = new LinkedHashMap<>();

    /** A question by a caller, who may act for the named person. */
    private record Asking(String caller, boolean forNamed, Question question) {
        @Override
        public String toString() {
            return caller + (forNamed ? " for " + NAMED : "") + ": " + question;
        }
    }

    @BeforeAll
    static void aPostmortemThatBecomesRestrictedAfterEverythingWasAskedOnce() throws Exception {
        Map<String, String> roles = new HashMap<>(OUTSIDERS);
        roles.put(NAMED, "coordinator");
        roles.put(ADMINISTRATOR, "administrator");
        Tokens.write(data.resolve("tokens.yml"), roles);
        application = Hindsight.application().run("--server.port=0", "--hindsight.data=" + data);
        host = "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
        named = client(NAMED);

        named.post("/api/postmortems", "{\"id\": \"public\", \"title\": \"Title\", \"severity\": \"sev-2\"}")
                .ok();
        named.command("public", "add-timeline-entry", "{\"at\": \"2026-11-23T10:00:00Z\", \"text\": \"Text\"}");
        askings().forEach(asking -> BEFORE.put(asking, ask(asking)));

        ObjectNode open = SAMPLES.body(CommandRegistry.all().get("open")).put("owner", NAMED);
        open.remove("restrictedTo");
        named.post("/api/postmortems", open.toString()).ok();
        new TreeMap<>(CommandRegistry.all()).forEach((name, type) -> {
            if (!NOT_WRITING.contains(name) && !name.startsWith("retract-")) {
                written += writes(name, SAMPLES.body(type)) || writes(name, SAMPLES.shortBody(type)) ? 1 : 0;
            }
        });
        named.command(WORD, "restrict", "{\"people\": [\"ben\"]}");
        named.command(WORD, "restrict", "{\"people\": []}");
        named.command(
                WORD, "add-timeline-entry", "{\"at\": \"2026-11-23T10:00:00Z\", \"text\": \"%s\"}".formatted(WORD));
        version = version();
    }

    private static boolean writes(String command, ObjectNode body) {
        return named.post(commands(WORD) + command, body.put("reason", WORD).toString())
                        .status()
                == 200;
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    @Order(1)
    void there_is_something_to_hide_and_the_named_and_administrators_see_it() {
        assertThat(written).isGreaterThan(20);
        assertThat(BEFORE).hasSizeGreaterThan(700);
        assertThat(pathsOf(404))
                .containsAll(Stream.concat(Stream.of("/api/imports/slack"), pathsOfThePostmortem())
                        .toList());
        for (String caller : List.of(NAMED, ADMINISTRATOR)) {
            Client client = client(caller).after(named);
            assertThat(client.get("/api/postmortems/" + WORD).path("title").asString())
                    .isEqualTo(WORD);
            assertThat(client.get("/api/dashboard").path("open").path("total").asInt())
                    .isEqualTo(2);
            for (String path : List.of(
                    "/api/postmortems?q=" + WORD,
                    "/api/postmortems/" + WORD + "?version=2",
                    "/api/postmortems/" + WORD + "/history",
                    "/api/history",
                    "/api/obligations",
                    "/api/action-items",
                    "/api/dashboard")) {
                assertThat(client.read(path).response().body()).as(path).contains(WORD);
            }
        }
    }

    @TestFactory
    @Order(2)
    Stream<DynamicTest> everything_is_answered_as_if_there_was_none() {
        Map<String, List<Asking>> byEndpoint = new LinkedHashMap<>();
        BEFORE.keySet().forEach(asking -> byEndpoint
                .computeIfAbsent(
                        OUTSIDERS.get(asking.caller()) + ": "
                                + asking.question().method() + " "
                                + asking.question().path().replaceAll("\\?.*", ""),
                        name -> new ArrayList<>())
                .add(asking));
        return byEndpoint.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(), () -> entry.getValue().forEach(asking -> assertThat(told(ask(asking)))
                                .as(asking.toString())
                                .isEqualTo(told(BEFORE.get(asking))))));
    }

    @Test
    @Order(3)
    void nothing_of_it_has_changed() {
        assertThat(version()).isEqualTo(version);
    }

    @Test
    @Order(4)
    void a_rebuild_shows_no_more() {
        Client administrator = client(ADMINISTRATOR);
        for (JsonNode projection : administrator.get("/api/admin/projections").path("items")) {
            String rebuild = administrator
                    .post("/api/admin/projections/" + projection.path("name").asString() + "/rebuilds", "{}")
                    .header("Location");
            await().until(() ->
                    administrator.get(rebuild).path("state").asString().equals("done"));
        }
        BEFORE.forEach((asking, answer) -> {
            if (asking.question().reads()) {
                assertThat(told(ask(asking))).as(asking.toString()).isEqualTo(told(answer));
            }
        });
        assertThat(named.read("/api/history").response().body()).contains(WORD);
    }

    @Test
    @Order(5)
    void of_its_id_others_learn_only_that_it_is_taken() {
        Client responder = client("ben");
        String body = "{\"id\": \"%s\", \"title\": \"Title\", \"severity\": \"sev-1\"}";
        String record = "{\"id\": \"%s\", \"title\": \"Title\"}";

        Answer open = responder.post("/api/postmortems", body.formatted(WORD));
        assertThat(open.status()).isEqualTo(409);
        assertThat(open.response().body())
                .isEqualTo(responder
                        .post("/api/postmortems", body.formatted("public"))
                        .response()
                        .body());
        assertThat(importing(responder, record.formatted(WORD)))
                .contains("id-in-use")
                .isEqualTo(importing(responder, record.formatted("public")).replace("public", WORD));
        assertThat(version()).isEqualTo(version);
    }

    @Test
    @Order(6)
    void once_the_restriction_is_lifted_everybody_sees_all_of_it() {
        named.command(WORD, "lift-restriction", "{\"reason\": \"It is public now\"}");

        for (Asking asking : BEFORE.keySet()) {
            String path = asking.question().path();
            if (path.equals("/api/postmortems/" + WORD) || path.equals("/api/history")) {
                assertThat(told(ask(asking))).as(asking.toString()).isNotEqualTo(told(BEFORE.get(asking)));
            }
        }
        assertThat(client("rita")
                        .after(named)
                        .get("/api/postmortems/" + WORD + "/history?size=200")
                        .path("items"))
                .hasSize(version());
        assertThat(client("rita")
                        .after(named)
                        .get("/api/dashboard")
                        .path("open")
                        .path("total")
                        .asInt())
                .isEqualTo(2);
    }

    private static Stream<String> pathsOfThePostmortem() {
        return BEFORE.keySet().stream()
                .map(asking -> asking.question().path().replaceAll("\\?.*", ""))
                .filter(path -> path.startsWith("/api/postmortems/" + WORD));
    }

    /** What a coordinator was answered so: the request was understood, and there was no such postmortem. */
    private static Set<String> pathsOf(int status) {
        return BEFORE.entrySet().stream()
                .filter(asked -> asked.getKey().caller().equals("carl")
                        && asked.getValue().status() == status)
                .map(asked -> asked.getKey().question().path().replaceAll("\\?.*", ""))
                .collect(Collectors.toSet());
    }

    private static String importing(Client client, String record) {
        return client.send("POST", "/api/imports", record, "Content-Type", MediaType.APPLICATION_NDJSON_VALUE)
                .response()
                .body();
    }

    /** All that tells one answer from another. */
    private static Map<String, Object> told(Answer answer) {
        Map<String, Object> told = new TreeMap<>(answer.response().headers().map());
        told.keySet().removeAll(CHANGES_ANYWAY);
        told.put("status", answer.status());
        told.put("body", answer.response().body());
        return told;
    }

    private static Answer ask(Asking asking) {
        Question question = asking.forNamed() ? asking.question().with("On-Behalf-Of", NAMED) : asking.question();
        Client client = client(asking.caller()).after(named);
        String[] headers = question.headers().toArray(String[]::new);
        return question.reads()
                ? client.read(question.path(), headers)
                : client.send(question.method(), question.path(), question.body(), headers);
    }

    private static List<Asking> askings() {
        List<Question> questions = Questions.all(application, SAMPLES, WORD);
        List<Asking> askings = new ArrayList<>();
        OUTSIDERS.keySet().stream()
                .sorted()
                .forEach(caller -> questions.forEach(question -> {
                    askings.add(new Asking(caller, false, question));
                    if (caller.equals("bot")) {
                        askings.add(new Asking(caller, true, question));
                    }
                }));
        return askings;
    }

    private static String commands(String id) {
        return "/api/postmortems/" + id + "/commands/";
    }

    private static int version() {
        return named.get("/api/postmortems/" + WORD).path("version").asInt();
    }

    private static Client client(String caller) {
        return new Client(host, Tokens.of(caller));
    }
}
