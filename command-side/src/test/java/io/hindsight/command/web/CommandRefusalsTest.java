package io.hindsight.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.command.CommandSide;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is said of a request that cannot be taken: all of it at once, with its place, and what would do. */
@SpringBootTest(
        classes = CommandSide.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"hindsight.event-store.url=jdbc:h2:mem:command-api", "hindsight.admin-token=the-token"})
class CommandRefusalsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String COMMANDS = "/api/postmortems/pm/commands";

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    private HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .headers(headers)
                .POST(BodyPublishers.ofString(body));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private JsonNode refused(int status, String path, String body) throws Exception {
        HttpResponse<String> answer =
                post(path, body, "Authorization", "Bearer the-token", "Content-Type", "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private static List<String> violations(JsonNode problem) {
        List<String> violations = new ArrayList<>();
        problem.path("violations")
                .forEach(each -> violations.add(each.path("field").asString() + " "
                        + each.path("message").asString()));
        return violations;
    }

    @Test
    void all_that_is_wrong_with_a_command_is_said_at_once() throws Exception {
        JsonNode problem = refused(
                400,
                COMMANDS + "/correct-timeline-entry",
                """
                {"at": "yesterday", "kind": "party", "text": " ", "evidence": [{"url": "ftp://example.org"}], "colour": "red", "reason": 5}""");

        assertThat(problem.path("code").asString()).isEqualTo("invalid-body");
        assertThat(violations(problem))
                .hasSize(7)
                .anySatisfy(each -> assertThat(each).startsWith("at must be an instant"))
                .anySatisfy(each -> assertThat(each).startsWith("kind must be one of"))
                .anySatisfy(each -> assertThat(each).startsWith("colour is not a known field; known are at, "))
                .contains(
                        "entryId must not be left out or blank",
                        "evidence[0].url must be a web address that begins with http:// or https://",
                        "text must not be blank",
                        "reason must be a string");
    }

    @Test
    void a_line_that_would_pass_for_several_is_refused() throws Exception {
        String line = " must be one line, without tabs or other control characters";
        String notBlank = " must be one line that is not blank, without tabs or other control characters";
        assertThat(
                        violations(
                                refused(
                                        400,
                                        "/api/postmortems",
                                        """
                        {"title": "Slow\\n- All is well", "severity": "sev-1", "incident": {"reference": "INC-1\\u2028INC-2"}}""")))
                .containsExactlyInAnyOrder("title" + line, "incident.reference" + notBlank);
        assertThat(
                        violations(
                                refused(
                                        400,
                                        COMMANDS,
                                        """
                        [{"command": "correct-incident", "title": "Slow\\u0085", "reference": "\\r"},
                         {"command": "schedule-meeting", "startsAt": "2026-11-24T10:00:00Z", "location": "\\tRoom 1"},
                         {"command": "add-action-item", "title": "Alert\\u2029", "kind": "prevention", "priority": "p0"},
                         {"command": "change-action-item", "itemId": "a1", "title": " "},
                         {"command": "add-timeline-entry", "at": "2026-11-24T10:00:00Z", "kind": "observation", "text": "a\\nb",
                          "evidence": [{"url": "https://example.org", "label": "a\\u0001"}]},
                         {"command": "record-internal-email", "kind": "incident", "to": ["all\\u007f"]}]""")))
                .containsExactlyInAnyOrder(
                        "[0].title" + notBlank,
                        "[0].reference" + notBlank,
                        "[1].location" + line,
                        "[2].title" + line,
                        "[3].title" + notBlank,
                        "[4].evidence[0].label" + line,
                        "[5].to[0]" + line);
    }

    @Test
    void a_missing_reason_is_said_with_all_else() throws Exception {
        assertThat(violations(refused(400, COMMANDS + "/decline-action-item", "{\"itemId\": 5}")))
                .containsExactly("itemId must be a string", "reason must not be left out: this needs a reason");
    }

    @Test
    void an_unknown_command_is_told_those_that_are_near_and_where_all_are() throws Exception {
        JsonNode problem = refused(404, COMMANDS + "/asign-owner", "{}");

        assertThat(problem.path("code").asString()).isEqualTo("command-unknown");
        assertThat(problem.path("detail").asString())
                .isEqualTo("There is no command asign-owner; is it assign-owner?"
                        + " All commands are listed at /api/openapi.");
        assertThat(refused(404, COMMANDS + "/dance", "{}").path("detail").asString())
                .isEqualTo("There is no command dance. All commands are listed at /api/openapi.");
        assertThat(refused(404, "/api/policy/commands/change-qourum", "{}")
                        .path("detail")
                        .asString())
                .contains("is it change-quorum?");
    }

    @Test
    void of_several_commands_all_that_is_wrong_is_said_with_its_place() throws Exception {
        assertThat(
                        violations(
                                refused(
                                        400,
                                        COMMANDS,
                                        """
                        [{"command": "assign-owner"}, {"command": "assign-owner", "owner": "ana"}, {"command": "add-went-wel"},
                         5, {"owner": "ana"}, {"command": "open", "title": "T"}, {"command": "mark-reviewed", "comment": 5}]""")))
                .containsExactly(
                        "[0].owner must not be left out or blank",
                        "[2].command There is no command add-went-wel; is it add-went-well?",
                        "[3].command must be the name of the command that the object is, such as add-timeline-entry",
                        "[4].command must be the name of the command that the object is, such as add-timeline-entry",
                        "[5].command A postmortem is opened by POST /api/postmortems",
                        "[6].comment must be a string");
    }

    @Test
    void where_some_of_several_commands_are_only_not_known_there_is_nothing_of_that_name() throws Exception {
        JsonNode problem = refused(404, COMMANDS, "[{\"command\": \"cancel-meeting\"}, {\"command\": \"\\ud800\"}]");

        assertThat(problem.path("code").asString()).isEqualTo("command-unknown");
        assertThat(violations(problem)).containsExactly("[1].command There is no such command.");
    }

    @Test
    void an_export_of_another_type_is_told_which_types_are_taken() throws Exception {
        HttpResponse<String> answer = post(
                "/api/imports/slack?postmortem=pm",
                "a",
                "Authorization",
                "Bearer the-token",
                "Content-Type",
                "text/plain");

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(JSON.readTree(answer.body()).path("detail").asString())
                .isEqualTo("Send the body as application/zip or application/json.");
        assertThat(answer.headers().firstValue("Accept")).hasValue("application/zip, application/json");
    }

    @Test
    void without_a_secret_a_webhook_is_refused_as_one_that_is_signed_wrongly_and_tells_a_stranger_no_more()
            throws Exception {
        HttpResponse<String> answer = post("/api/imports/pagerduty", "{}", "X-PagerDuty-Signature", "v1=00");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(JSON.readTree(answer.body()).path("detail").asString())
                .startsWith("The signature in X-PagerDuty-Signature is not right: ");
    }
}
