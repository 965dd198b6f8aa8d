package io.hindsight.command.importing;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.providers.JavadocProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Says in the OpenAPI description what a line of an import is, and the line that answers it: the endpoint only sees streams. */
@Component
class ImportsDescription implements GlobalOpenApiCustomizer {
    private static final String LINES = "application/x-ndjson";
    private static final String ALONE = "application/json";

    private final ObjectProvider<JavadocProvider> comments;

    ImportsDescription(ObjectProvider<JavadocProvider> comments) {
        this.comments = comments;
    }

    @Override
    public void customise(OpenAPI api) {
        PathItem imports = api.getPaths().get("/api/imports");
        if (imports == null) {
            return;
        }
        imports.getPost()
                .requestBody(new RequestBody()
                        .description("A record or an export.json of Hindsight a line, or one alone")
                        .content(lines(record()).addMediaType(ALONE, new MediaType().schema(record())))
                        .required(true));
        imports.getPost()
                .getResponses()
                .addApiResponse(
                        "200",
                        new ApiResponse().description("A line for each line").content(lines(result(api))));
    }

    private static Schema<?> record() {
        return new ObjectSchema()
                .addProperty("id", new StringSchema().description("What it is called at its source"))
                .addProperty("title", new StringSchema())
                .additionalProperties(true)
                .required(List.of("id", "title"));
    }

    private Schema<?> result(OpenAPI api) {
        ResolvedSchema resolved =
                ModelConverters.getInstance(true).readAllAsResolvedSchema(new AnnotatedType(ImportResult.class));
        resolved.referencedSchemas.forEach(api.getComponents()::addSchemas);
        Schema<?> schema = resolved.schema.types(Set.of("object"));
        comments.ifAvailable(provider -> {
            schema.description(provider.getClassJavadoc(ImportResult.class));
            provider.getRecordClassParamJavadoc(ImportResult.class)
                    .forEach((field, comment) ->
                            schema.getProperties().get(field).setDescription(comment));
        });
        return schema;
    }

    private static Content lines(Schema<?> line) {
        return new Content().addMediaType(LINES, new MediaType().schema(line));
    }
}
