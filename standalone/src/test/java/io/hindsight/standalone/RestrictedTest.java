package io.hindsight.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.command.decision.Command;
import io.hindsight.command.postmortem.CommandRegistry;
import io.hindsight.standalone.Client.Answer;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
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

    /** What is asked, whoever asks. */
    private record Question(String method, String path, String body, List<String> headers) {

        private Question with(String... more) {
            return new Question(
                    method,
                    path,
                    body,
                    Stream.concat(headers.stream(), Arrays.stream(more)).toList());
        }

        private boolean reads() {
            return method.equals("GET");
        }

        @Override
        public String toString() {
            return method + " " + path + (headers.size() > 2 ? " " + headers.subList(2, headers.size()) : "");
        }
    }

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
        named.post("/api/postmortems", open.toString()).ok();
        new TreeMap<>(CommandRegistry.all()).forEach((name, type) -> {
            if (!NOT_WRITING.contains(name) && !name.startsWith("retract-")) {
                written += named.post(commands(WORD) + name, body(type)).status() == 200 ? 1 : 0;
            }
        });
        named.command(WORD, "restrict", "{\"people\": [\"ben\"]}");
        named.command(WORD, "restrict", "{\"people\": []}");
        named.command(
                WORD, "add-timeline-entry", "{\"at\": \"2026-11-23T10:00:00Z\", \"text\": \"%s\"}".formatted(WORD));
        version = version();
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
    @Order(5)
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
                .hasSizeGreaterThan(written);
        assertThat(client("rita")
                        .after(named)
                        .get("/api/dashboard")
                        .path("open")
                        .path("total")
                        .asInt())
                .isEqualTo(2);
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
        List<Question> questions = questions();
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

    private static List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        RequestMappingHandlerMapping mapping =
                application.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType().getName().startsWith("io.hindsight.")) {
                for (PathPattern pattern : info.getPathPatternsCondition().getPatterns()) {
                    for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                        questions.addAll(
                                method == RequestMethod.GET
                                        ? reads(pattern.getPatternString(), handler)
                                        : writes(method, pattern.getPatternString(), info));
                    }
                }
            }
        });
        return questions;
    }

    /** As it is, conditional, and with each parameter. */
    private static List<Question> reads(String pattern, HandlerMethod handler) {
        Question read = new Question("GET", filled(pattern), null, List.of("Accept", "*/*"));
        List<Question> questions = new ArrayList<>(List.of(read, read.with("If-None-Match", "*")));
        for (Parameter parameter : handler.getMethod().getParameters()) {
            if (parameter.isAnnotationPresent(RequestParam.class)) {
                String value = SAMPLES.parameter(parameter.getAnnotatedType(), parameter);
                questions.add(new Question(
                        "GET", read.path() + "?" + parameter.getName() + "=" + value, null, read.headers()));
            }
        }
        return questions;
    }

    /** As it is, for some version, and repeatable; where a command is named in the path, each command. */
    private static List<Question> writes(RequestMethod method, String pattern, RequestMappingInfo info) {
        String type = info.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .map(MediaType::toString)
                .orElse(MediaType.APPLICATION_JSON_VALUE);
        String body = pattern.endsWith("/{id}/commands") ? "[{\"command\": \"share-for-review\"}]" : "{}";
        Question write = new Question(method.name(), filled(pattern), body, List.of("Content-Type", type));
        List<Question> questions = new ArrayList<>();
        if (pattern.endsWith("/{id}/commands/{command}")) {
            CommandRegistry.all()
                    .forEach((name, command) -> questions.add(
                            new Question(method.name(), commands(WORD) + name, body(command), write.headers())));
        }
        Question first = questions.isEmpty() ? write : questions.get(0);
        questions.addAll(List.of(write, first.with("If-Match", "\"1\""), first.with("Idempotency-Key", "key")));
        return questions;
    }

    private static String filled(String pattern) {
        return pattern.replaceAll("\\{[^}]+}", WORD);
    }

    private static String commands(String id) {
        return "/api/postmortems/" + id + "/commands/";
    }

    private static String body(Class<? extends Command> type) {
        return SAMPLES.body(type).put("reason", WORD).toString();
    }

    private static int version() {
        return named.get("/api/postmortems/" + WORD).path("version").asInt();
    }

    private static Client client(String caller) {
        return new Client(host, Tokens.of(caller));
    }
}
