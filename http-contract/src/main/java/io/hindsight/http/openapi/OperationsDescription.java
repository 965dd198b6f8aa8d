package io.hindsight.http.openapi;

import io.hindsight.http.UnlimitedBody;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;

/**
 * Says of every operation which role it takes, and all that it can refuse with. That follows from what it takes: who names a
 * thing can name one that is not there, who sends a body can send one that is too long, who sends a condition can fail it.
 */
@Component
class OperationsDescription implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        RolesAllowed roles = handler.getMethodAnnotation(RolesAllowed.class);
        if (roles != null) {
            String said = operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
            operation.setDescription(said + "Role: " + String.join(" or ", roles.value()) + ".");
        }
        Optional<RequestMapping> mapping = Optional.ofNullable(
                AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class));
        if (handler.hasMethodAnnotation(UnlimitedBody.class)) {
            operation.setRequestBody(body(mapping.map(RequestMapping::consumes).orElseThrow()));
        }
        boolean posted =
                mapping.stream().flatMap(each -> Arrays.stream(each.method())).anyMatch(RequestMethod.POST::equals);
        describeRefusals(operation, parameters(handler), posted);
        return operation;
    }

    private static void describeRefusals(Operation operation, List<MethodParameter> parameters, boolean posted) {
        boolean names = parameters.stream().anyMatch(OperationsDescription::names);
        boolean decides = takes(parameters, "Idempotency-Key");
        refuses(operation, "400", "It cannot be read, or has fields or parameters that are not known or not right.");
        refuses(operation, "401", "There is no known caller.");
        refuses(operation, "403", "The caller may not.");
        if (names) {
            refuses(operation, "404", "What it names is not there, or the caller may not know of it.");
        }
        if (posted && (names || decides)) {
            refuses(operation, "409", "An id is in use, it is under way already, or others kept changing the same.");
        }
        if (takes(parameters, "If-Match")) {
            refuses(operation, "412", "`If-Match` is stale: `currentVersion` says what is there.");
        }
        if (operation.getRequestBody() != null) {
            refuses(operation, "413", "The body, or what it would make, is too large.");
            refuses(operation, "415", "The body is of a type that is not taken: the header `Accept` says which are.");
        }
        if (decides) {
            refuses(operation, "422", "The process refuses: every unmet rule, with what would satisfy it.");
        }
        refuses(
                operation,
                "503",
                "It cannot be answered now, or is not as far as `Min-Event-Position`: `Retry-After`.");
    }

    private static List<MethodParameter> parameters(HandlerMethod handler) {
        return Stream.of(handler.getMethodParameters()).toList();
    }

    /** A thing by its id in the path or in a parameter that has to be there, or a version of it. */
    private static boolean names(MethodParameter parameter) {
        RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
        return parameter.hasParameterAnnotation(PathVariable.class)
                || asked != null
                        && (asked.required() && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE)
                                || "version".equals(parameter.getParameter().getName()));
    }

    private static boolean takes(List<MethodParameter> parameters, String header) {
        return parameters.stream()
                .map(parameter -> parameter.getParameterAnnotation(RequestHeader.class))
                .anyMatch(each -> each != null && each.name().equals(header));
    }

    /** One that the endpoint reads itself, as it comes. */
    private static RequestBody body(String[] types) {
        Content content = new Content();
        for (String type : types) {
            content.addMediaType(type, new MediaType());
        }
        return new RequestBody().required(true).content(content);
    }

    private static void refuses(Operation operation, String status, String when) {
        operation
                .getResponses()
                .addApiResponse(
                        status,
                        new ApiResponse()
                                .description(when)
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(new Schema<>()
                                                                .$ref(OpenApiConfiguration.PROBLEM_REFERENCE)))));
    }
}
