package io.hindsight.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindsight.command.postmortem.CommandRegistry;
import io.hindsight.http.Roles;
import io.hindsight.http.callers.TokenCommand;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import tools.jackson.databind.JsonNode;

/** The whole application, started on an empty folder as a newcomer starts it. */
@ExtendWith(OutputCaptureExtension.class)
class StandaloneTest {
    /** Fewer would mean that the endpoints of a side were not found. */
    private static final int ENDPOINTS_AT_LEAST = 15;

    @TempDir
    private static Path folder;

    private static ConfigurableApplicationContext application;
    private static String firstToken;
    private static String host;

    @BeforeAll
    static void start() {
        application = Hindsight.application().run("--server.port=0", "--hindsight.data=" + folder);
        host = "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
        firstToken = application.getEnvironment().getProperty(DataFolder.FIRST_TOKEN);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private record Endpoint(String method, String pattern, String takes, HandlerMethod handler) {
        String path() {
            return pattern.replaceAll("\\{[^}]+}", "x");
        }

        Set<String> roles() {
            RolesAllowed roles = handler.getMethodAnnotation(RolesAllowed.class);
            return roles == null ? Set.of() : Set.of(roles.value());
        }
    }

    @TestFactory
    List<DynamicTest> every_endpoint_declares_a_role_and_holds_callers_to_it() {
        Client nobody = new Client(host, null);
        Client reader = new Client(host, readerToken("ana"));
        List<Endpoint> endpoints = endpoints();
        assertThat(endpoints).hasSizeGreaterThanOrEqualTo(ENDPOINTS_AT_LEAST);
        return endpoints.stream()
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.method() + " " + endpoint.path(), () -> {
                    assertThat(endpoint.roles()).isNotEmpty().isSubsetOf(Roles.ALL);
                    assertThat(send(nobody, endpoint).status()).isEqualTo(401);
                    // Every role includes reader: an endpoint for readers has no known caller to refuse.
                    if (endpoint.path().equals(PagerDutyTest.PATH)) {
                        // No token opens it, whatever its roles: only a signature does.
                        assertThat(send(new Client(host, firstToken), endpoint).status())
                                .isEqualTo(401);
                    } else if (!endpoint.roles().contains(Roles.READER)) {
                        Client.Answer refused = send(reader, endpoint);
                        assertThat(refused.status()).isEqualTo(403);
                        assertThat(refused.body().path("missingRole").asString())
                                .isIn(endpoint.roles());
                    }
                }))
                .toList();
    }

    @Test
    void the_log_says_at_start_that_webhooks_are_refused_where_there_is_no_secret(CapturedOutput output) {
        assertThat(output).contains("PagerDuty's webhooks are refused: no secret is set (HINDSIGHT_PAGERDUTY_SECRET)");
    }

    @Test
    void the_log_says_at_start_that_reminders_are_off_where_there_is_no_channel_and_what_to_set(CapturedOutput output) {
        assertThat(output)
                .contains("Reminders are off: neither e-mail (spring.mail.host and hindsight.reminders.mail.from) nor a"
                        + " webhook (hindsight.reminders.webhooks) is set");
    }

    @Test
    void health_is_good_and_open_to_anybody() {
        Client.Answer health = new Client(host, null).read("/actuator/health");
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.body()).hasToString("{\"status\":\"UP\"}");
    }

    @Test
    void the_description_of_the_api_names_every_endpoint_and_every_command() {
        assertThat(new Client(host, null).read("/api/openapi").status()).isEqualTo(401);
        JsonNode api = new Client(host, readerToken("olga")).get("/api/openapi");
        for (Endpoint endpoint : endpoints()) {
            if (!endpoint.path().endsWith("/commands/x")) {
                JsonNode operation = api.get("paths")
                        .path(endpoint.pattern())
                        .path(endpoint.method().toLowerCase(Locale.ROOT));
                assertThat(operation.path("description").asString(""))
                        .as(endpoint.toString())
                        .contains("Role: ");
                assertThat(operation.path("summary").asString(""))
                        .as(endpoint.toString())
                        .isNotBlank();
                assertThat(operation.path("responses").has("401")).isTrue();
            }
        }
        CommandRegistry.all().forEach((name, type) -> {
            JsonNode schema = api.get("components").get("schemas").path(name);
            assertThat(schema.path("properties").has("reason")).as(name).isTrue();
            for (RecordComponent field : type.getRecordComponents()) {
                assertThat(schema.get("properties").has(field.getName()))
                        .as(name + "." + field.getName())
                        .isTrue();
            }
            assertThat(schema.path("description").asString("")).as(name).isNotBlank();
            if (!name.equals("open")) {
                assertThat(api.get("paths").has("/api/postmortems/{id}/commands/" + name))
                        .as(name)
                        .isTrue();
            }
        });
        assertThat(api.toString()).contains("\"sev-1\"").doesNotContain("SEV_1").doesNotContain("ReadPoint");
        assertThat(api.at("/components/schemas/waive/required").toString()).isEqualTo("[\"reason\"]");
    }

    @Test
    void the_first_start_lets_one_administrator_in_with_every_role() throws Exception {
        Client admin = new Client(host, firstToken);
        assertThat(admin.get("/api/me").path("name").asString()).isEqualTo("admin");
        assertThat(admin.get("/api/me").path("roles")).hasSize(Roles.ALL.size());
        assertThat(Files.readString(folder.resolve("tokens.yml"))).doesNotContain(firstToken);
    }

    @Test
    void a_second_start_on_the_same_folder_is_refused_in_words(CapturedOutput output) {
        assertThatThrownBy(() -> Hindsight.application().run("--server.port=0", "--hindsight.data=" + folder))
                .hasMessageContaining("Another Hindsight runs on the folder");
        assertThat(output).contains("Another Hindsight runs on the folder").doesNotContain("\tat io.hindsight");
    }

    private static Client.Answer send(Client client, Endpoint endpoint) {
        return client.send(endpoint.method(), endpoint.path(), "{}", "Content-Type", endpoint.takes());
    }

    private static String readerToken(String name) {
        try {
            return TokenCommand.add(folder.resolve("tokens.yml"), name, Set.of(Roles.READER), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Endpoint> endpoints() {
        RequestMappingHandlerMapping mapping =
                application.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        List<Endpoint> endpoints = new ArrayList<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType().getName().startsWith("io.hindsight.")) {
                String takes = info.getConsumesCondition().getConsumableMediaTypes().stream()
                        .findFirst()
                        .map(MediaType::toString)
                        .orElse("application/json");
                for (PathPattern pattern : info.getPathPatternsCondition().getPatterns()) {
                    for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                        endpoints.add(new Endpoint(method.name(), pattern.getPatternString(), takes, handler));
                    }
                }
            }
        });
        return endpoints;
    }
}
