package io.hindsight.query.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** What webhooks are sent to: keeps what comes, and answers as it is told to. */
public final class FarEnd implements AutoCloseable {
    public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** What to answer to take what comes and hang up. */
    public static final int NO_ANSWER = 0;

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile int status = 204;

    public FarEnd() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::receive);
        server.start();
    }

    /** A request, its signature not checked yet. */
    public record Received(String path, Map<String, List<String>> headers, String body) {

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().get(0))
                    .findFirst()
                    .orElseThrow();
        }

        /** The event in it, if the signature is good. */
        public CloudEvent event() {
            long signedAt = Long.parseLong(header("webhook-timestamp"));
            try {
                String good = new Webhook(SECRET).sign(header("webhook-id"), signedAt, body);
                assertThat(header("webhook-signature")).isEqualTo(good);
            } catch (WebhookSigningException e) {
                throw new IllegalStateException(e);
            }
            return new JsonFormat().deserialize(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Received(exchange.getRequestURI().getPath(), Map.copyOf(exchange.getRequestHeaders()), body));
        if (status == NO_ANSWER) {
            exchange.close();
            return;
        }
        exchange.getResponseHeaders().add("Location", url() + "/elsewhere");
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    public void answer(int other) {
        status = other;
    }

    public void reset() {
        received.clear();
        status = 204;
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    /** The types of the events that came, without what they all begin with, in order. */
    public List<String> types() {
        return received.stream()
                .map(each -> each.event().getType().replace("io.hindsight.obligation.", ""))
                .toList();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
