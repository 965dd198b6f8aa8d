package io.hindsight.command.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hindsight.command.CommandSide;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The follower of the policy in an application: when it starts, and when it meets an event which only a newer version knows. */
@SpringBootTest(
        classes = CommandSide.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"hindsight.event-store.url=jdbc:h2:mem:stuck-follower", "hindsight.admin-token=the-token"})
class PolicyFollowerTest {
    @TempDir
    static Path data;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate events;

    @Autowired
    private PolicyFollower follower;

    @Autowired
    private SpringAxonConfiguration axon;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("hindsight.data", data::toString);
    }

    @Test
    void it_starts_once_commands_are_handled_and_before_anybody_can_send_one() {
        assertThat(follower.getPhase())
                .isGreaterThan(axon.getPhase())
                .isLessThan(WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1);
    }

    @Test
    void commands_go_on_the_application_is_up_and_administrators_see_what_is_wrong() throws Exception {
        follower.stop();
        open("before");
        events.update("update domain_event_entry set payload_type = 'from-the-future'");
        follower.start();

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(health("the-token")
                        .at("/components/policyFollower/status")
                        .asString())
                .isEqualTo("FAILING"));
        JsonNode health = health("the-token");
        assertThat(health.get("status").asString()).isEqualTo("UP");
        assertThat(health.at("/components/policyFollower/details/error").asString())
                .contains("from-the-future");
        assertThat(health(null).toString()).isEqualTo("{\"status\":\"UP\"}");
        open("later");
    }

    private void open(String id) throws Exception {
        HttpResponse<String> answer = send(
                "the-token",
                HttpRequest.newBuilder(uri("/api/postmortems"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                "{\"id\": \"%s\", \"title\": \"Slow\", \"severity\": \"sev-1\"}".formatted(id))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private JsonNode health(String token) throws Exception {
        HttpResponse<String> answer = send(token, HttpRequest.newBuilder(uri("/actuator/health")));
        assertThat(answer.statusCode()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }

    private static HttpResponse<String> send(String token, HttpRequest.Builder request) throws Exception {
        Map<String, String> headers = token == null ? Map.of() : Map.of("Authorization", "Bearer " + token);
        headers.forEach(request::header);
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
