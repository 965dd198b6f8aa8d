package io.hindsight.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CallersTest extends HttpTest {

    @Test
    void a_caller_without_a_token_is_told_how_to_send_one() {
        HttpResponse<String> answer = get(null, "/api/caller");
        assertProblem(answer, 401, "unauthenticated");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @Test
    void a_token_nobody_knows_is_refused() {
        HttpResponse<String> answer = get("guessed", "/api/caller");
        assertThat(assertProblem(answer, 401, "unauthenticated").path("detail").asString())
                .isEqualTo("The token is not known.");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
    }

    @Test
    void an_expired_token_is_refused() {
        JsonNode problem = assertProblem(get(EXPIRED, "/api/caller"), 401, "unauthenticated");
        assertThat(problem.path("detail").asString()).isEqualTo("The token has expired.");
    }

    @Test
    void a_token_that_is_no_token_is_refused() {
        assertProblem(get("not a token", "/api/caller"), 401, "unauthenticated");
        assertProblem(send(request(null, "/api/caller").header("Authorization", "Basic YTpi")), 401, "unauthenticated");
        assertProblem(get(null, "/api/caller?access_token=" + READER), 401, "unauthenticated");
    }

    @Test
    void a_known_caller_has_the_name_and_roles_of_the_file() {
        JsonNode caller = json(get(COORDINATOR, "/api/caller"));
        assertThat(caller.path("name").asString()).isEqualTo("cleo");
        assertThat(caller.path("roles").toString()).isEqualTo("[\"coordinator\"]");
    }

    @Test
    void the_administrator_of_the_settings_has_every_role() {
        JsonNode caller = json(get(ADMIN, "/api/caller"));
        assertThat(caller.path("name").asString()).isEqualTo("admin");
        assertThat(caller.path("roles").size()).isEqualTo(Roles.ALL.size());
    }

    @Test
    void a_missing_role_is_named() {
        JsonNode problem = assertProblem(post(READER, "/api/things", "{}"), 403, "not-allowed");
        assertThat(problem.path("detail").asString()).isEqualTo("This needs the role responder.");
        assertThat(problem.path("missingRole").asString()).isEqualTo("responder");
    }

    @Test
    void a_role_is_checked_before_the_body_is_looked_at() {
        assertProblem(post(READER, "/api/things", "{not json"), 403, "not-allowed");
    }

    @Test
    void any_of_several_roles_will_do() {
        assertThat(post(COORDINATOR, "/api/things/a/approval", "").statusCode()).isEqualTo(200);
        JsonNode problem = assertProblem(post(RESPONDER, "/api/things/a/approval", ""), 403, "not-allowed");
        assertThat(problem.path("missingRole").asString()).isEqualTo("coordinator or manager");
    }

    @Test
    void an_endpoint_that_declares_no_role_is_refused_to_everybody() {
        assertProblem(get(ADMIN, "/api/forgotten"), 403, "not-allowed");
    }

    @Test
    void only_health_is_open_and_it_says_nothing_more() {
        HttpResponse<String> health = get(null, "/actuator/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(get(COORDINATOR, "/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
        assertProblem(get(null, "/actuator"), 401, "unauthenticated");
        assertProblem(get(ADMIN, "/actuator"), 404, "not-found");
        assertProblem(get(ADMIN, "/actuator/env"), 404, "not-found");
    }

    @Test
    void an_administrator_sees_what_health_is_made_of() {
        assertThat(json(get(ADMIN, "/actuator/health"))
                        .at("/components/diskSpace/status")
                        .asString())
                .isEqualTo("UP");
    }

    @Test
    void an_integration_may_act_on_behalf_of_a_person() {
        JsonNode caller = json(send(request(INTEGRATION, "/api/caller").header("On-Behalf-Of", "ana")));
        assertThat(caller.path("name").asString()).isEqualTo("chat-bot");
        assertThat(caller.path("onBehalfOf").asString()).isEqualTo("ana");
        assertThat(json(get(INTEGRATION, "/api/caller")).path("onBehalfOf").isString())
                .isFalse();
    }

    @Test
    void nobody_else_may_act_on_behalf_of_a_person() {
        JsonNode problem = assertProblem(
                send(request(COORDINATOR, "/api/caller").header("On-Behalf-Of", "ana")), 403, "not-allowed");
        assertThat(problem.path("missingRole").asString()).isEqualTo("integration");
    }

    @Test
    void on_behalf_of_nobody_is_refused() {
        assertRefusedField(
                send(request(INTEGRATION, "/api/caller").header("On-Behalf-Of", "x".repeat(201))),
                "invalid-parameters",
                "On-Behalf-Of",
                "printable ASCII");
    }

    @Test
    void answers_are_kept_by_the_readers_own_cache_only() {
        assertThat(get(READER, "/api/caller").headers().firstValue("Cache-Control"))
                .hasValue("private, no-cache");
    }
}
