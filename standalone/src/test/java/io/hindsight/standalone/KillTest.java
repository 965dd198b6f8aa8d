package io.hindsight.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.standalone.Client.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * {@code kill -9} under writers, again and again: what was acknowledged is there afterwards, once, and the views are what the
 * events say. How often: {@code -Dhindsight.kills=20}.
 */
class KillTest {
    private static final int WRITERS = 8;
    private static final int KILLS = Integer.getInteger("hindsight.kills", 5);
    private static final int ENTRIES_BEFORE_A_KILL = 120;

    @TempDir
    Path folder;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> sent = ConcurrentHashMap.newKeySet();

    @Test
    void no_acknowledged_command_is_missing_or_there_twice_after_kills_under_writers() throws Exception {
        Map<String, String> environment =
                Map.of("HINDSIGHT_DATA", folder.resolve("data").toString(), "HINDSIGHT_ADMIN_TOKEN", "kill-test");
        for (int kill = 1; kill <= KILLS; kill++) {
            try (Running running = Running.start(Hindsight.class, folder, environment)) {
                if (kill == 1) {
                    openPostmortems(running);
                }
                allThereOnce(running);
                writeUntilKilled(running, kill);
            }
        }
        try (Running running = Running.start(Hindsight.class, folder, environment)) {
            allThereOnce(running);
            viewsAreWhatTheEventsSay(running);
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS * ENTRIES_BEFORE_A_KILL);
    }

    private static void openPostmortems(Running running) {
        Client client = new Client(running.host(), "kill-test");
        for (int writer = 0; writer < WRITERS; writer++) {
            client.post(
                            "/api/postmortems",
                            "{\"id\": \"w%d\", \"title\": \"Writer %d\", \"severity\": \"sev-2\"}"
                                    .formatted(writer, writer))
                    .ok();
        }
    }

    /** Each writer adds entries until the process is gone; it is killed while they do. */
    private void writeUntilKilled(Running running, int kill) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            int before = acknowledged.size();
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                String postmortem = "w" + writer;
                writers.add(threads.submit(() -> write(running, postmortem, kill)));
            }
            int enough = ENTRIES_BEFORE_A_KILL + ThreadLocalRandom.current().nextInt(100);
            Awaitility.await().until(() -> acknowledged.size() - before >= enough);
            running.kill();
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void write(Running running, String postmortem, int kill) {
        Client client = new Client(running.host(), "kill-test");
        for (int i = 0; ; i++) {
            String entry = "k" + kill + "-" + i;
            sent.add(postmortem + "/" + entry);
            try {
                Answer answer = client.post(
                        "/api/postmortems/" + postmortem + "/commands/add-timeline-entry",
                        "{\"entryId\": \"%s\", \"at\": \"2026-11-23T10:00:00Z\", \"text\": \"Entry\"}"
                                .formatted(entry));
                if (answer.status() == 200) {
                    acknowledged.add(postmortem + "/" + entry);
                }
            } catch (RuntimeException killed) {
                return;
            }
        }
    }

    private void allThereOnce(Running running) {
        Client client = new Client(running.host(), "kill-test");
        List<String> there = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            String postmortem = "w" + writer;
            // A command that changes nothing answers where the events end; the read waits for it.
            client.command(postmortem, "cancel-meeting", "{}");
            for (JsonNode entry : client.get("/api/postmortems/" + postmortem).get("timeline")) {
                there.add(postmortem + "/" + entry.get("entryId").asString());
            }
        }
        Set<String> missing = new TreeSet<>(acknowledged);
        missing.removeAll(there);
        assertThat(missing).as("acknowledged and missing").isEmpty();
        assertThat(there).as("there twice").doesNotHaveDuplicates();
        assertThat(sent).as("there and never sent").containsAll(there);
    }

    /** Each view over HTTP against the document as the events themselves say it. */
    private static void viewsAreWhatTheEventsSay(Running running) {
        Client client = new Client(running.host(), "kill-test");
        Map<String, JsonNode> rows = new HashMap<>();
        client.get("/api/postmortems?size=200")
                .get("items")
                .forEach(row -> rows.put(row.get("id").asString(), row));
        for (int writer = 0; writer < WRITERS; writer++) {
            String id = "w" + writer;
            client.command(id, "cancel-meeting", "{}");
            JsonNode document = client.get("/api/postmortems/" + id);
            int version = document.get("version").asInt();
            JsonNode folded = client.get("/api/postmortems/" + id + "?version=" + version);
            assertThat(document).isEqualTo(folded);
            assertThat(rows.get(id).get("version").asInt()).isEqualTo(version);
            assertThat(historyVersions(client, id))
                    .containsExactlyElementsOf(IntStream.iterate(version, v -> v > 0, v -> v - 1)
                            .boxed()
                            .toList());
        }
        assertThat(client.get("/api/dashboard").get("byStatus").get("draft").asInt())
                .isEqualTo(WRITERS);
    }

    private static List<Integer> historyVersions(Client client, String id) {
        List<Integer> versions = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = client.get("/api/postmortems/" + id + "/history?size=200" + cursor);
            page.get("items").forEach(entry -> versions.add(entry.get("version").asInt()));
            cursor = page.get("nextCursor") == null || page.get("nextCursor").isNull()
                    ? null
                    : "&cursor=" + page.get("nextCursor").asString();
        } while (cursor != null);
        return versions;
    }
}
