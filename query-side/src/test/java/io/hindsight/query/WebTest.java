package io.hindsight.query;

import com.jayway.jsonpath.JsonPath;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.eventstore.EventPosition;
import io.hindsight.eventstore.EventPositions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The query side as an application, asked over HTTP by a caller with every role. One application serves all such tests. */
@SpringBootTest(classes = QuerySide.class, webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class WebTest {
    private static final String TOKEN = "a-token-for-tests";
    private static final String READERS_TOKEN = "a-token-that-only-reads";
    private static final Path DATA = Path.of("target/web-test");
    private static final MongoServer MONGO = new MongoServer(new MemoryBackend());
    private static final String MONGO_URL = MONGO.bindAndGetConnectionString() + "/web";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Autowired
    private Environment environment;

    @Autowired
    private EventStore eventStore;

    @Autowired
    private EventPositions positions;

    @Autowired
    private TransactionManager transactions;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(READERS_TOKEN.getBytes(StandardCharsets.UTF_8));
        Files.writeString(
                Files.createDirectories(DATA).resolve("tokens.yml"),
                "tokens: [{name: rhea, sha256: %s, roles: [reader]}]"
                        .formatted(HexFormat.of().formatHex(hash)));
        registry.add("hindsight.event-store.url", () -> "jdbc:h2:mem:web;DB_CLOSE_DELAY=-1");
        registry.add("hindsight.read-store", () -> MONGO_URL);
        registry.add("hindsight.admin-token", () -> TOKEN);
        registry.add("hindsight.data", DATA::toString);
    }

    /** Appends events and says the position after them. */
    protected String append(String id, PostmortemEvent... events) {
        Events.append(eventStore, transactions, id, events);
        return head().toString();
    }

    protected EventPosition head() {
        return positions.head();
    }

    /** An answer to GET that includes everything appended so far. */
    protected HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, patient(headers));
    }

    /** The same, for a caller who may do nothing but read. */
    protected HttpResponse<String> getAsReader(String path, String... headers) {
        return send(READERS_TOKEN, "GET", path, patient(headers));
    }

    private String[] patient(String... headers) {
        return with(with(headers, "Prefer", "wait=30"), "Min-Event-Position", head().toString());
    }

    protected HttpResponse<String> send(String method, String path, String... headers) {
        return send(TOKEN, method, path, headers);
    }

    private HttpResponse<String> send(String token, String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + environment.getProperty("local.server.port") + path))
                .method(method, BodyPublishers.noBody())
                .header("Authorization", "Bearer " + token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The part of the answer's body at a JSON path. */
    protected static <T> T at(HttpResponse<String> answer, String path) {
        return JsonPath.read(answer.body(), path);
    }

    /** The cursor of the next page; null at the end, where the answer has none. */
    protected static String nextCursor(HttpResponse<String> answer) {
        return WebTest.<Map<String, String>>at(answer, "$").get("nextCursor");
    }

    private static String[] with(String[] headers, String name, String value) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = name;
        all[headers.length + 1] = value;
        return all;
    }
}
