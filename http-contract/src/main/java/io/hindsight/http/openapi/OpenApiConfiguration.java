package io.hindsight.http.openapi;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Set;
import java.util.TreeSet;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/**
 * The OpenAPI description, generated from the endpoints themselves and their documentation comments; at
 * {@code /api/openapi} for any known caller.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final String BEARER = "bearer";
    private static final String PROBLEM = "Problem";
    private static final Set<String> ANYTHING = new TreeSet<>(Set.of("array", "boolean", "number", "object", "string"));
    static final String PROBLEM_REFERENCE = "#/components/schemas/" + PROBLEM;

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Hindsight")
                        .version("1")
                        .description(
                                "Incident postmortems as a stream of facts. Instants are ISO-8601, answered in UTC;"
                                        + " durations are ISO-8601; a refusal is application/problem+json.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer"))
                        .addSchemas(PROBLEM, problem()))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    /** Constants are described as they are written, {@code sev-1}, and JSON that can be anything as that. */
    @Bean
    ModelResolver describedValues(ObjectMapperProvider mappers) {
        SpringDocUtils.getConfig().replaceWithSchema(JsonNode.class, new Schema<>().types(ANYTHING));
        var mapper = mappers.jsonMapper().copy();
        mapper.enable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_ENUMS_USING_TO_STRING);
        return new ModelResolver(mapper).openapi31(true);
    }

    private static Schema<?> problem() {
        Schema<?> violation = new ObjectSchema()
                .addProperty("rule", new StringSchema().description("The id of the rule that is not met"))
                .addProperty("field", new StringSchema().description("Where in the request it is wrong"))
                .addProperty("message", new StringSchema().description("What would satisfy it"));
        return new ObjectSchema()
                .description("A refusal (RFC 9457)")
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("code", new StringSchema().description("What went wrong; never changes its meaning"))
                .addProperty("violations", new ArraySchema().items(violation));
    }
}
