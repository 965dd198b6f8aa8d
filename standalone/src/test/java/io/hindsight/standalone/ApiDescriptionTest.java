package io.hindsight.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.command.policy.PolicyCommands;
import io.hindsight.command.postmortem.CommandRegistry;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The OpenAPI description: one that programs can read, and that tells people what they will meet. */
@SpringBootTest(
        classes = Hindsight.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "hindsight.admin-token=" + ApiDescriptionTest.TOKEN)
@ContextConfiguration(initializers = DataFolder.class)
class ApiDescriptionTest {
    static final String TOKEN = "the-administrators-token";

    @TempDir
    static Path data;

    @LocalServerPort
    private int port;

    private String description;
    private JsonNode api;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("hindsight.data", data::toString);
    }

    @BeforeEach
    void read() {
        description = new Client("http://localhost:" + port, TOKEN)
                .read("/api/openapi")
                .response()
                .body();
        api = Client.JSON.readTree(description);
    }

    @Test
    void a_parser_takes_it_and_its_words_are_markdown() {
        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(description, null, null);

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getPaths()).hasSizeGreaterThan(50);
        assertThat(description).doesNotContainPattern("</?[a-z]+>|&[a-z]+;|\\{@");
    }

    @Test
    void every_shape_says_its_type_and_none_is_of_the_code_behind() {
        assertThat(api.at("/components/schemas").properties())
                .hasSizeGreaterThan(100)
                .allSatisfy(schema -> assertThat(schema.getValue().has("type"))
                        .as(schema.getKey())
                        .isTrue());
        assertThat(api.at("/components/schemas").propertyNames()).doesNotContain("JsonNode", "AssignOwner");
        assertThat(api.at("/components/schemas/FieldChange/properties/before/type"))
                .hasSize(5);
        assertThat(api.at("/paths/~1api~1postmortems/post/responses").has("201"))
                .isTrue();
    }

    @Test
    void a_shape_is_named_for_what_it_is_and_no_two_names_differ_in_case_alone() {
        assertThat(api.at("/components/schemas").propertyNames())
                .doesNotContain(
                        "Change",
                        "Entry",
                        "Imported",
                        "Item",
                        "Next",
                        "Original",
                        "Result",
                        "Run",
                        "Source",
                        "Taken",
                        "Topic")
                .extracting(name -> name.toLowerCase(Locale.ROOT))
                .doesNotHaveDuplicates();
    }

    @Test
    void each_operation_says_what_it_can_refuse() {
        JsonNode paths = api.get("paths");

        assertThat(refusals(paths, "/api/postmortems", "post"))
                .containsExactlyInAnyOrder("400", "401", "403", "409", "413", "415", "422", "503");
        assertThat(refusals(paths, "/api/postmortems/{id}/commands/assign-owner", "post"))
                .containsExactlyInAnyOrder("400", "401", "403", "404", "409", "412", "413", "415", "422", "503");
        assertThat(refusals(paths, "/api/policy/commands/change-quorum", "post"))
                .contains("412", "415")
                .doesNotContain("422");
        assertThat(refusals(paths, "/api/postmortems", "get")).containsExactlyInAnyOrder("400", "401", "403", "503");
        assertThat(refusals(paths, "/api/postmortems/{id}", "get"))
                .containsExactlyInAnyOrder("400", "401", "403", "404", "503");
        assertThat(refusals(paths, "/api/imports/slack", "post")).contains("404", "413", "415");
        assertThat(paths.at("/~1api~1imports~1slack/post/requestBody/content").propertyNames())
                .containsExactlyInAnyOrder("application/zip", "application/json");
    }

    @Test
    void a_line_of_an_import_has_its_shape_and_so_has_the_one_that_answers_it() {
        JsonNode imports = api.at("/paths/~1api~1imports/post");

        assertThat(imports.at("/requestBody/content").propertyNames())
                .containsExactlyInAnyOrder("application/x-ndjson", "application/json");
        JsonNode line = imports.at("/responses/200/content/application~1x-ndjson/schema/properties");
        assertThat(line.propertyNames())
                .contains("line", "sourceId", "id", "outcome", "version", "eventPosition", "notUnderstood", "problem");
        assertThat(line.at("/eventPosition/description").asString()).contains("Min-Event-Position");
        assertThat(line.at("/outcome/enum")).extracting(JsonNode::asString).contains("opened", "unchanged", "refused");
    }

    private static List<String> refusals(JsonNode paths, String path, String method) {
        List<String> refusals = new ArrayList<>();
        paths.path(path).path(method).path("responses").properties().forEach(response -> {
            if (!response.getKey().startsWith("2")) {
                assertThat(response.getValue()
                                .at("/content/application~1problem+json/schema/$ref")
                                .asString())
                        .isEqualTo("#/components/schemas/Problem");
                refusals.add(response.getKey());
            }
        });
        return refusals;
    }

    @Test
    void an_answer_has_the_ids_of_what_was_made_where_the_description_says() {
        Client client = new Client("http://localhost:" + port, TOKEN);
        client.post("/api/postmortems", "{\"id\": \"pm-1\", \"title\": \"Slow\", \"severity\": \"sev-3\"}")
                .ok();
        JsonNode one = client.command("pm-1", "add-comment", "{\"text\": \"Well told\"}");
        JsonNode several = client.post(
                        "/api/postmortems/pm-1/commands",
                        """
                        [{"command": "add-timeline-entry", "at": "2026-11-23T08:00:00Z", "text": "It begins"},
                         {"command": "add-contributing-factor", "text": "A full disk"},
                         {"command": "add-went-badly", "text": "The page came late"},
                         {"command": "add-action-item", "title": "Alert", "kind": "prevention", "priority": "p0"},
                         {"command": "add-comment", "text": "Well told"}]
                        """)
                .ok();

        assertThat(described("CommandAnswer")).containsAll(one.propertyNames()).containsAll(several.propertyNames());
        assertThat(one.propertyNames()).contains("commentId");
        assertThat(several.get("results")).hasSize(5).allSatisfy(result -> assertThat(described("CommandResult"))
                .containsAll(result.propertyNames()));
        assertThat(described("CommandResult"))
                .containsExactlyInAnyOrder("command", "entryId", "factorId", "pointId", "itemId", "commentId");
        assertThat(api.at("/components/schemas/CommandResult/properties/entryId/description")
                        .asString())
                .contains("add-timeline-entry, take-as-timeline-entry");
    }

    private Collection<String> described(String schema) {
        return api.at("/components/schemas/" + schema + "/properties").propertyNames();
    }

    @Test
    void each_command_of_the_policy_and_a_list_of_commands_have_their_body() {
        PolicyCommands.all().keySet().forEach(name -> {
            assertThat(api.path("paths")
                            .path("/api/policy/commands/" + name)
                            .at("/post/requestBody/content/application~1json/schema/$ref")
                            .asString())
                    .isEqualTo("#/components/schemas/" + name);
            assertThat(api.at("/components/schemas/" + name + "/description").asString(""))
                    .as(name)
                    .isNotBlank();
        });
        JsonNode several =
                api.at("/paths/~1api~1postmortems~1{id}~1commands/post/requestBody/content/application~1json/schema");
        assertThat(several.path("type").asString()).isEqualTo("array");
        assertThat(several.at("/items/oneOf")).hasSize(CommandRegistry.all().size() - 1);
        assertThat(several.at("/items/oneOf/0/allOf/1/properties/command/enum/0")
                        .asString())
                .isEqualTo("add-action-item");
    }
}
