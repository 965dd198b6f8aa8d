package io.hindsight.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the test application over HTTP: what a client sees is what is promised. */
@SpringBootTest(
        classes = TestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "hindsight.tokens=target/test-classes/tokens.yml",
            "hindsight.admin-token=an-admin-token",
            "spring.main.banner-mode=off"
        })
abstract class HttpTest {
    /** The tokens of the tests' tokens file. */
    static final String READER = "ana-reads";

    static final String RESPONDER = "ben-responds";
    static final String COORDINATOR = "cleo-coordinates";
    static final String INTEGRATION = "the-chat-bot";
    static final String EXPIRED = "once-known";
    static final String ADMIN = "an-admin-token";

    private static final JsonMapper JSON = JsonMapper.shared();
    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    HttpRequest.Builder request(String token, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    HttpResponse<String> get(String token, String path) {
        return send(request(token, path));
    }

    HttpResponse<String> post(String token, String path, String json) {
        return send(request(token, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends bytes that no HTTP client would, and gives back all that is answered. */
    String raw(String text) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    /** A refusal has its status and code, the right type, and nothing of our insides. */
    static JsonNode assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = json(response);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("type").asString()).isEqualTo("urn:hindsight:problem:" + code);
        assertThat(problem.path("title").asString()).isNotEmpty();
        assertThat(problem.path("detail").asString()).isNotEmpty();
        assertThat(response.body())
                .doesNotContain("io.hindsight", "java.", "jackson", "Exception", "springframework", "Tomcat");
        return problem;
    }

    /** One field is refused, with this message. */
    static void assertRefusedField(HttpResponse<String> response, String code, String field, String message) {
        JsonNode violations = assertProblem(response, 400, code).path("violations");
        assertThat(violations.size()).as(response.body()).isEqualTo(1);
        assertThat(violations.path(0).path("field").asString()).isEqualTo(field);
        assertThat(violations.path(0).path("message").asString()).contains(message);
    }
}
