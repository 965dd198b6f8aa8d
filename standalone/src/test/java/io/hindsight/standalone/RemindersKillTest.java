package io.hindsight.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.hindsight.command.CommandSide;
import io.hindsight.query.QuerySide;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two query sides on one read store, and a {@code kill -9} of the one that sends, while the far end has got an event and has
 * not answered: each reminder comes once, that one twice, the second time marked; and a rebuild sends none again.
 */
class RemindersKillTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int POSTMORTEMS = 6;
    private static final int GOOD_UNTIL_THE_KILL = 3;

    @TempDir
    Path folder;

    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch killed = new CountDownLatch(1);

    /** Takes the first ones; keeps the next one without an answer until its sender is dead. */
    private void receive(HttpExchange exchange) throws IOException {
        received.add(JSON.readTree(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        if (received.size() == GOOD_UNTIL_THE_KILL + 1) {
            held.countDown();
            try {
                killed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    @Test
    void each_reminder_comes_once_or_marked_although_two_run_and_the_one_that_sends_is_killed() throws Exception {
        HttpServer farEnd = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        farEnd.setExecutor(Executors.newCachedThreadPool());
        farEnd.createContext("/", this::receive);
        farEnd.start();
        MongoServer mongo = new MongoServer(new MemoryBackend());
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            Map<String, String> settings = settings(
                    postgres.getJdbcUrl("postgres", "postgres"),
                    "mongodb://localhost:" + mongo.bind().getPort() + "/hindsight",
                    farEnd.getAddress().getPort());
            try (Running commands = Running.start(CommandSide.class, folder, settings);
                    Running one = Running.start(QuerySide.class, folder, named(settings, "one"));
                    Running other = Running.start(QuerySide.class, folder, named(settings, "other"))) {
                Client writer = new Client(commands.host(), "reminders");
                for (int i = 0; i < POSTMORTEMS; i++) {
                    writer.post(
                                    "/api/postmortems",
                                    "{\"id\": \"pm-%d\", \"title\": \"Title\", \"severity\": \"sev-1\"}".formatted(i))
                            .ok();
                }

                assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();
                Client survivor = killTheOneThatSends(one, other);

                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(sent(survivor)).isEqualTo(POSTMORTEMS));
                eachOnceButTheHeldOneTwice();

                rebuild(survivor);
                writer.post("/api/postmortems", "{\"id\": \"last\", \"title\": \"Title\", \"severity\": \"sev-1\"}")
                        .ok();
                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> assertThat(sent(survivor)).isEqualTo(POSTMORTEMS + 1));
                assertThat(received).hasSize(POSTMORTEMS + 2);
                assertThat(sender(GOOD_UNTIL_THE_KILL + 1)).isNotEqualTo(sender(GOOD_UNTIL_THE_KILL));
                assertThat(received.get(received.size() - 1).get("subject").asString())
                        .isEqualTo("last");
            }
        } finally {
            killed.countDown();
            mongo.shutdownNow();
            farEnd.stop(0);
        }
    }

    private static Map<String, String> settings(String events, String views, int port) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "HINDSIGHT_EVENT_STORE", events,
                "HINDSIGHT_READ_STORE", views,
                "HINDSIGHT_ADMIN_TOKEN", "reminders",
                "HINDSIGHT_REMINDERS_LOOK_EVERY", "200ms",
                "HINDSIGHT_REMINDERS_LEASE", "3s",
                "HINDSIGHT_REMINDERS_DAYS_OFF", "",
                "HINDSIGHT_REMINDERS_ALLOWED_ADDRESSES", "127.0.0.1"));
        settings.putAll(Map.of(
                "HINDSIGHT_REMINDERS_WEBHOOKS_0_NAME", "chat",
                "HINDSIGHT_REMINDERS_WEBHOOKS_0_URL", "http://127.0.0.1:" + port,
                "HINDSIGHT_REMINDERS_WEBHOOKS_0_SECRET", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                // Due an hour after opening, so that all of them are due soon at once.
                "HINDSIGHT_REMINDERS_WEBHOOKS_0_KINDS", "own"));
        return settings;
    }

    /** Each says in its events which one it is. */
    private static Map<String, String> named(Map<String, String> settings, String name) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("HINDSIGHT_PUBLIC_URL", "https://" + name + ".example.org");
        return all;
    }

    private Client killTheOneThatSends(Running one, Running other) throws Exception {
        boolean oneSends = sender(GOOD_UNTIL_THE_KILL).equals("https://one.example.org");
        (oneSends ? one : other).kill();
        killed.countDown();
        return new Client((oneSends ? other : one).host(), "reminders");
    }

    private String sender(int number) {
        return received.get(number).get("source").asString();
    }

    private static int sent(Client client) {
        return client.get("/api/admin/reminders?state=sent&size=200")
                .get("items")
                .size();
    }

    private void eachOnceButTheHeldOneTwice() {
        Map<String, Integer> times = new HashMap<>();
        received.forEach(event -> times.merge(event.get("id").asString(), 1, Integer::sum));
        String heldId = received.get(GOOD_UNTIL_THE_KILL).get("id").asString();
        assertThat(times).hasSize(POSTMORTEMS);
        times.forEach((id, count) -> assertThat(count).as(id).isEqualTo(id.equals(heldId) ? 2 : 1));
        Set<String> marked = new HashSet<>();
        received.stream()
                .filter(event -> event.get("possibleduplicate").asBoolean())
                .forEach(event -> marked.add(event.get("id").asString()));
        assertThat(marked).containsExactly(heldId);
        assertThat(received.get(GOOD_UNTIL_THE_KILL).get("possibleduplicate").asBoolean())
                .isFalse();
    }

    private static void rebuild(Client client) {
        String rebuild = client.post("/api/admin/projections/obligations/rebuilds", "")
                .ok()
                .get("id")
                .asString();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(client.get("/api/admin/projections/obligations/rebuilds/" + rebuild)
                                .get("state")
                                .asString())
                        .isEqualTo("done"));
    }
}
