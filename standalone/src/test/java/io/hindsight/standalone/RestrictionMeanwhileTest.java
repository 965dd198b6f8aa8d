package io.hindsight.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.eventstore.EventPosition;
import io.hindsight.standalone.Client.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Postmortems are restricted while others read. */
@SpringBootTest(classes = Hindsight.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = DataFolder.class)
class RestrictionMeanwhileTest {
    private static final int POSTMORTEMS = 20;

    @TempDir
    static Path data;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) throws Exception {
        Tokens.write(data.resolve("tokens.yml"), Map.of("nina", "coordinator", "rita", "reader"));
        settings.add("hindsight.data", data::toString);
    }

    @Test
    void no_answer_that_includes_a_restriction_shows_what_is_restricted() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        List<Future<Map<Long, String>>> readers = new ArrayList<>();
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            for (String list : List.of("postmortems", "history", "obligations", "action-items")) {
                readers.add(threads.submit(() -> answersUntil(over, "/api/" + list + "?size=200")));
            }
            Map<String, Long> restrictedAt = restrictOneAfterTheOther();
            over.set(true);
            for (Future<Map<Long, String>> reader : readers) {
                Map<Long, String> answers = reader.get();
                assertThat(answers.values().toString()).contains("hidden-").doesNotContain("secret-");
                answers.forEach((position, shown) -> restrictedAt.forEach((id, restricted) -> {
                    if (position >= restricted) {
                        assertThat(shown)
                                .as("at %d; %s is restricted since %d", position, id, restricted)
                                .doesNotContain(id);
                    }
                }));
            }
        } finally {
            over.set(true);
            threads.shutdown();
        }
    }

    private Map<String, Long> restrictOneAfterTheOther() {
        Client nina = client("nina");
        Map<String, Long> restrictedAt = new LinkedHashMap<>();
        for (int i = 0; i < POSTMORTEMS; i++) {
            String id = "hidden-" + i + "-";
            nina.post(
                            "/api/postmortems",
                            "{\"id\": \"%s\", \"title\": \"Title\", \"severity\": \"sev-1\"}".formatted(id))
                    .ok();
            nina.command(
                    id, "add-action-item", "{\"title\": \"Title\", \"kind\": \"prevention\", \"priority\": \"p0\"}");
            nina.post(
                            "/api/postmortems",
                            "{\"id\": \"secret-%d\", \"title\": \"Title\", \"severity\": \"sev-1\", \"restrictedTo\": []}"
                                    .formatted(i))
                    .ok();
            Client rita = client("rita").after(nina);
            rita.get("/api/postmortems/" + id);
            restrictedAt.put(
                    id, position(nina.post("/api/postmortems/" + id + "/commands/restrict", "{\"people\": []}")));
            assertThat(rita.after(nina).read("/api/postmortems/" + id).status()).isEqualTo(404);
        }
        return restrictedAt;
    }

    /** All that was answered while others wrote, by the position that the answer includes. */
    private Map<Long, String> answersUntil(AtomicBoolean over, String path) {
        Map<Long, String> answers = new TreeMap<>();
        Client rita = client("rita");
        while (!over.get()) {
            Answer answer = rita.read(path);
            answers.merge(position(answer), answer.response().body(), String::concat);
        }
        return answers;
    }

    private static long position(Answer answer) {
        return EventPosition.parse(answer.header("Event-Position")).index();
    }

    private Client client(String caller) {
        return new Client("http://localhost:" + port, Tokens.of(caller));
    }
}
