package io.hindsight.command.web;

import io.hindsight.command.decision.Command;
import io.hindsight.command.policy.PolicyCommands;
import io.hindsight.command.postmortem.CommandRegistry;
import io.hindsight.http.Roles;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.providers.JavadocProvider;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Describes each command as an operation of its own, {@code …/commands/add-timeline-entry}, where the code has one endpoint
 * for all of a kind: the body is the command's record and {@code reason}. A list of commands is described by what may be in it.
 */
@Component
class CommandsDescription implements GlobalOpenApiCustomizer {
    private static final String OPEN = "/api/postmortems";
    private static final String SEVERAL = "/api/postmortems/{id}/commands";
    private static final String ANY = SEVERAL + "/{command}";
    private static final String ANY_OF_THE_POLICY = "/api/policy/commands/{command}";
    private static final String SCHEMAS = "#/components/schemas/";

    private final ObjectProvider<JavadocProvider> comments;

    CommandsDescription(ObjectProvider<JavadocProvider> comments) {
        this.comments = comments;
    }

    /** A command of either kind. */
    private record Described(String name, Class<?> type, boolean needsReason, String who) {
        static Described of(String name, Class<? extends Command> type) {
            Command nothingSaid = nothingSaid(type);
            return new Described(
                    name,
                    type,
                    nothingSaid.needsReason(),
                    "Takes " + nothingSaid.permission().who() + ".");
        }

        static Described ofPolicy(String name, Class<?> type) {
            return new Described(name, type, false, "Role: " + Roles.ADMINISTRATOR + ".");
        }
    }

    @Override
    public void customise(OpenAPI api) {
        PathItem any = api.getPaths().remove(ANY);
        PathItem anyOfThePolicy = api.getPaths().remove(ANY_OF_THE_POLICY);
        if (any == null || anyOfThePolicy == null) {
            return;
        }
        CommandRegistry.all().forEach((name, type) -> {
            Described command = Described.of(name, type);
            if (name.equals("open")) {
                api.getPaths().get(OPEN).getPost().requestBody(body(api, command));
            } else {
                describe(api, ANY, any, command);
            }
        });
        PolicyCommands.all()
                .forEach((name, type) ->
                        describe(api, ANY_OF_THE_POLICY, anyOfThePolicy, Described.ofPolicy(name, type)));
        api.getPaths().get(SEVERAL).getPost().requestBody(json(several()).required(true));
        describeMade(api);
    }

    /** Answers have the id of what a command made beside their other fields, under the name by which the command takes it. */
    private static void describeMade(OpenAPI api) {
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        Map<String, List<String>> makers = new TreeMap<>();
        CommandRegistry.all().keySet().forEach(command -> idOfWhatIsMade(schemas.get(command))
                .ifPresent(id ->
                        makers.computeIfAbsent(id, none -> new ArrayList<>()).add(command)));
        for (String answer : List.of("CommandAnswer", "CommandResult")) {
            schemas.get(answer).getProperties().remove("made");
            makers.forEach((id, commands) -> schemas.get(answer)
                    .addProperty(
                            id, new StringSchema().description("Of what was made by " + String.join(", ", commands))));
        }
    }

    /** Of what is there already a command has to name the id; of what it makes itself it may. */
    private static Optional<String> idOfWhatIsMade(Schema<?> command) {
        List<String> required = Optional.ofNullable(command.getRequired()).orElse(List.of());
        return command.getProperties().keySet().stream()
                .filter(field -> field.endsWith("Id") && !required.contains(field))
                .findFirst();
    }

    private void describe(OpenAPI api, String path, PathItem any, Described command) {
        Operation like = any.getPost();
        String subject = command.type().getEnclosingClass().getSimpleName().replaceAll("Command$", "");
        Operation operation = new Operation()
                .operationId(command.name())
                .tags(List.of("commands: " + subject))
                .summary(comment(command.type()).orElse(null))
                .description(command.who())
                .parameters(like.getParameters().stream()
                        .filter(parameter -> !parameter.getName().equals("command"))
                        .toList())
                .requestBody(body(api, command))
                .responses(like.getResponses());
        api.path(path.replace("{command}", command.name()), new PathItem().post(operation));
    }

    private RequestBody body(OpenAPI api, Described command) {
        ResolvedSchema resolved =
                ModelConverters.getInstance(true).readAllAsResolvedSchema(new AnnotatedType(command.type()));
        resolved.referencedSchemas.forEach((key, schema) -> {
            // The command itself is among them, under the name of its class.
            if (!key.equals(command.type().getSimpleName())) {
                api.getComponents().addSchemas(key, schema);
            }
        });
        Schema<?> schema = resolved.schema.types(Set.of("object"));
        comment(command.type()).ifPresent(schema::description);
        comments.ifAvailable(provider -> describe(schema, provider.getRecordClassParamJavadoc(command.type())));
        schema.addProperty(
                "reason",
                new StringSchema().maxLength(CommandReader.LONGEST_REASON).description("Why"));
        List<String> required =
                new ArrayList<>(Optional.ofNullable(schema.getRequired()).orElse(List.of()));
        if (command.needsReason()) {
            required.add("reason");
        }
        schema.setRequired(required.isEmpty() ? null : required);
        api.getComponents().addSchemas(command.name(), schema);
        return json(new Schema<>().$ref(SCHEMAS + command.name())).required(!required.isEmpty());
    }

    private static RequestBody json(Schema<?> schema) {
        return new RequestBody()
                .content(new Content().addMediaType("application/json", new MediaType().schema(schema)));
    }

    /** A list of commands: each is what it would be alone, and names itself. */
    private static Schema<?> several() {
        Schema<?> one = new Schema<>();
        CommandRegistry.all().keySet().stream()
                .filter(name -> !name.equals("open"))
                .map(name -> new Schema<>()
                        .addAllOfItem(new Schema<>().$ref(SCHEMAS + name))
                        .addAllOfItem(new ObjectSchema()
                                .addProperty("command", new StringSchema().addEnumItem(name))
                                .required(List.of("command"))))
                .forEach(one::addOneOfItem);
        return new ArraySchema().items(one).minItems(1).maxItems(CommandReader.MOST_COMMANDS);
    }

    private static void describe(Schema<?> schema, Map<String, String> comments) {
        if (schema.getProperties() != null && comments != null) {
            schema.getProperties().forEach((field, property) -> {
                if (comments.get(field) != null) {
                    property.setDescription(comments.get(field));
                }
            });
        }
    }

    private Optional<String> comment(Class<?> type) {
        return Optional.ofNullable(comments.getIfAvailable())
                .map(provider -> provider.getClassJavadoc(type))
                .filter(text -> !text.isBlank());
    }

    /** The command with nothing in it; what one with more takes can depend on what it says. */
    private static Command nothingSaid(Class<? extends Command> type) {
        Object[] nothing = Arrays.stream(type.getRecordComponents())
                .map(component -> Array.get(Array.newInstance(component.getType(), 1), 0))
                .toArray();
        return BeanUtils.instantiateClass(BeanUtils.getResolvableConstructor(type), nothing);
    }
}
