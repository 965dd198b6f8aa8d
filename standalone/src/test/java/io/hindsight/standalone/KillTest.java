package io.hindsight.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.standalone.Client.Answer;
import java.nio.file.Path;
import java.time.Duration;
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
    /** What is asked is what is there after a kill, not how soon entries come on a machine that builds something else. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String ENTRY = "{\"entryId\": \"%s\", \"at\": \"2026-11-23T10:00:00Z\", \"text\": \"Entry\"}";
    private static final String ENTRY_AND_ITEM =
            """
            [{"command": "add-timeline-entry", "entryId": "%s", "at": "2026-11-23T10:00:00Z", "text": "Entry"},
             {"command": "add-action-item", "itemId": "%s", "title": "Do it", "kind": "prevention", "priority": "p1"}]""";

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
                allThereOnce(new Client(running.host(), "kill-test"));
                writeUntilKilled(running, kill);
            }
        }
        try (Running running = Running.start(Hindsight.class, folder, environment)) {
            // One caller for both: each view is waited for until it includes what the last command of the first look
            // found.
            Client client = new Client(running.host(), "kill-test");
            allThereOnce(client);
            viewsAreWhatTheEventsSay(client);
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
            Awaitility.await().atMost(PATIENCE).until(() -> acknowledged.size() - before >= enough);
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
                // Every fourth comes with an action item: both are there, or neither.
                Answer answer = i % 4 == 0
                        ? client.post(
                                "/api/postmortems/" + postmortem + "/commands", ENTRY_AND_ITEM.formatted(entry, entry))
                        : client.post(
                                "/api/postmortems/" + postmortem + "/commands/add-timeline-entry",
                                ENTRY.formatted(entry));
                if (answer.status() == 200) {
                    acknowledged.add(postmortem + "/" + entry);
                }
            } catch (RuntimeException killed) {
                return;
            }
        }
    }

    private void allThereOnce(Client client) {
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
    private static void viewsAreWhatTheEventsSay(Client client) {
        Map<String, JsonNode> rows = new HashMap<>();
        List<List<Object>> expectedItems = new ArrayList<>();
        List<List<Object>> expectedOwed = new ArrayList<>();
        client.get("/api/postmortems?size=200")
                .get("items")
                .forEach(row -> rows.put(row.get("id").asString(), row));
        for (int writer = 0; writer < WRITERS; writer++) {
            String id = "w" + writer;
            JsonNode document = client.get("/api/postmortems/" + id);
            int version = document.get("version").asInt();
            JsonNode folded = client.get("/api/postmortems/" + id + "?version=" + version);
            assertThat(document).isEqualTo(folded);
            assertThat(rows.get(id).get("version").asInt()).isEqualTo(version);
            assertThat(historyVersions(client, id))
                    .containsExactlyElementsOf(IntStream.iterate(version, v -> v > 0, v -> v - 1)
                            .boxed()
                            .toList());
            assertThat(ids(folded.get("actionItems"))).isEqualTo(entriesWithItems(folded));
            folded.get("actionItems")
                    .forEach(item -> expectedItems.add(List.of(id, item.get("itemId"), item.get("title"))));
            folded.get("obligations").forEach(owed -> {
                if (owed.get("doneAt") == null) {
                    expectedOwed.add(
                            List.of(id, owed.get("kind"), String.valueOf(owed.get("subject")), owed.get("dueAt")));
                }
            });
        }
        assertThat(all(client, "/api/action-items?size=200"))
                .extracting(item -> List.of(item.get("postmortemId").asString(), item.get("itemId"), item.get("title")))
                .containsExactlyInAnyOrderElementsOf(expectedItems);
        assertThat(all(client, "/api/obligations?size=200"))
                .extracting(owed -> List.of(
                        owed.get("postmortemId").asString(),
                        owed.get("kind"),
                        String.valueOf(owed.get("subject")),
                        owed.get("dueAt")))
                .containsExactlyInAnyOrderElementsOf(expectedOwed);
        assertThat(client.get("/api/dashboard").get("byStatus").get("draft").asInt())
                .isEqualTo(WRITERS);
    }

    private static List<Integer> historyVersions(Client client, String id) {
        return all(client, "/api/postmortems/" + id + "/history?size=200").stream()
                .map(entry -> entry.get("version").asInt())
                .toList();
    }

    private static Set<String> ids(JsonNode actionItems) {
        Set<String> ids = new TreeSet<>();
        actionItems.forEach(item -> ids.add(item.get("itemId").asString()));
        return ids;
    }

    private static Set<String> entriesWithItems(JsonNode document) {
        Set<String> ids = new TreeSet<>();
        for (JsonNode entry : document.get("timeline")) {
            String entryId = entry.get("entryId").asString();
            if (Integer.parseInt(entryId.substring(entryId.indexOf('-') + 1)) % 4 == 0) {
                ids.add(entryId);
            }
        }
        return ids;
    }

    /** Every page of a list. */
    private static List<JsonNode> all(Client client, String list) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = client.get(list + cursor);
            page.get("items").forEach(items::add);
            cursor = page.get("nextCursor") == null || page.get("nextCursor").isNull()
                    ? null
                    : "&cursor=" + page.get("nextCursor").asString();
        } while (cursor != null);
        return items;
    }
}
