package io.hindsight.query.projection;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.util.Arrays;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Describes what every endpoint with a {@link ReadPoint} takes and answers beside its own. */
@Component
class ReadsDescription implements GlobalOperationCustomizer {

    ReadsDescription() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(ReadPoint.class);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        boolean readsViews = Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == ReadPoint.class);
        if (readsViews) {
            operation.addParametersItem(header(
                    ReadPointResolver.MIN_EVENT_POSITION, "Waits until the answer includes this point in history"));
            operation.addParametersItem(
                    header("Prefer", "wait=N: how many seconds to wait for it, 5 by default, up to 30"));
            operation.addParametersItem(header("If-None-Match", "An ETag: 304 while it still holds"));
            operation.getResponses().forEach((status, response) -> {
                if (status.startsWith("2")) {
                    response.addHeaderObject(
                            ReadPointResolver.EVENT_POSITION,
                            new Header().description("What the answer includes").schema(new StringSchema()));
                }
            });
        }
        return operation;
    }

    private static HeaderParameter header(String name, String description) {
        HeaderParameter header = new HeaderParameter();
        header.name(name).description(description).schema(new StringSchema());
        return header;
    }
}
