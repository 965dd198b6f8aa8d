package io.hindsight.command.web;

import io.hindsight.command.decision.Command;
import io.hindsight.command.postmortem.CommandRegistry;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.providers.JavadocProvider;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Describes each command of the registry as an operation of its own, {@code …/commands/add-timeline-entry}, where the
 * code has one endpoint for all: the body is the command's record and {@code reason}.
 */
@Component
class CommandsDescription implements GlobalOpenApiCustomizer {
    private static final String ANY = "/api/postmortems/{id}/commands/{command}";
    private static final String OPEN = "/api/postmortems";

    private final ObjectProvider<JavadocProvider> comments;

    CommandsDescription(ObjectProvider<JavadocProvider> comments) {
        this.comments = comments;
    }

    @Override
    public void customise(OpenAPI api) {
        PathItem any = api.getPaths().remove(ANY);
        if (any == null) {
            return;
        }
        CommandRegistry.all().forEach((name, type) -> {
            RequestBody body = body(api, name, type);
            if (name.equals("open")) {
                api.getPaths().get(OPEN).getPost().requestBody(body);
            } else {
                api.path(
                        ANY.replace("{command}", name),
                        new PathItem().post(operation(any.getPost(), name, type, body)));
            }
        });
    }

    private Operation operation(Operation like, String name, Class<? extends Command> type, RequestBody body) {
        return new Operation()
                .operationId(name)
                .tags(List.of(
                        "commands: " + type.getEnclosingClass().getSimpleName().replaceAll("Command$", "")))
                .summary(comment(type).orElse(null))
                .description("Takes " + nothingSaid(type).permission().who() + ".")
                .parameters(like.getParameters().stream()
                        .filter(parameter -> !parameter.getName().equals("command"))
                        .toList())
                .requestBody(body)
                .responses(like.getResponses());
    }

    private RequestBody body(OpenAPI api, String name, Class<? extends Command> type) {
        ResolvedSchema resolved = ModelConverters.getInstance(true).readAllAsResolvedSchema(new AnnotatedType(type));
        resolved.referencedSchemas.forEach((key, schema) -> api.getComponents().addSchemas(key, schema));
        Schema<?> schema = resolved.schema;
        comment(type).ifPresent(schema::description);
        comments.ifAvailable(provider -> describe(schema, provider.getRecordClassParamJavadoc(type)));
        schema.addProperty(
                "reason",
                new StringSchema().maxLength(CommandReader.LONGEST_REASON).description("Why"));
        List<String> required =
                new ArrayList<>(Optional.ofNullable(schema.getRequired()).orElse(List.of()));
        if (nothingSaid(type).needsReason()) {
            required.add("reason");
        }
        schema.setRequired(required.isEmpty() ? null : required);
        api.getComponents().addSchemas(name, schema);
        return new RequestBody()
                .required(!required.isEmpty())
                .content(new Content()
                        .addMediaType(
                                "application/json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + name))));
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
