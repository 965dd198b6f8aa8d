package io.hindsight.http.requests;

import io.hindsight.http.Problem;
import io.hindsight.http.Violation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Refuses a query parameter that the endpoint does not know, or one given twice that it takes once: a misspelt filter
 * must not quietly answer everything. What an endpoint knows are its {@link RequestParam}s and the components of a record
 * that is its {@link ModelAttribute}.
 */
class KnownParameters implements HandlerInterceptor {
    private static final String OURS = "io.hindsight.";

    /** By the method's own object: handler methods live as long as the application. */
    private final Map<Method, Map<String, Boolean>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getQueryString() != null
                && handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)) {
            check(request.getQueryString(), known.computeIfAbsent(method.getMethod(), each -> parameters(method)));
        }
        return true;
    }

    private static void check(String query, Map<String, Boolean> known) {
        List<Violation> violations =
                UriComponentsBuilder.newInstance().query(query).build().getQueryParams().entrySet().stream()
                        .map(parameter -> violation(
                                parameter.getKey(), parameter.getValue().size(), known))
                        .filter(Objects::nonNull)
                        .toList();
        if (!violations.isEmpty()) {
            throw new Problem(400, "invalid-parameters", "The query cannot be taken: see the violations.")
                    .violations(violations);
        }
    }

    private static Violation violation(String name, int times, Map<String, Boolean> known) {
        Boolean repeatable = known.get(name);
        if (repeatable == null) {
            return Violation.ofField(name, "is not a known parameter");
        }
        return times > 1 && !repeatable ? Violation.ofField(name, "may be given once") : null;
    }

    /** Each parameter's name, and whether it may be given more than once. */
    private static Map<String, Boolean> parameters(HandlerMethod method) {
        Map<String, Boolean> names = new HashMap<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            RequestParam declared = parameter.getParameterAnnotation(RequestParam.class);
            if (declared != null) {
                names.put(name(parameter, declared), repeatable(parameter.getParameterType()));
            } else if (parameter.hasParameterAnnotation(ModelAttribute.class)) {
                components(parameter.getParameterType())
                        .forEach(component -> names.put(component.getName(), repeatable(component.getType())));
            }
        }
        return names;
    }

    private static String name(MethodParameter parameter, RequestParam declared) {
        // The compiler keeps the names of parameters (-parameters).
        return declared.name().isEmpty() ? parameter.getParameter().getName() : declared.name();
    }

    private static Stream<RecordComponent> components(Class<?> type) {
        return type.isRecord() ? Stream.of(type.getRecordComponents()) : Stream.empty();
    }

    private static boolean repeatable(Class<?> type) {
        return type.isArray() || Collection.class.isAssignableFrom(type);
    }
}
