package io.hindsight.http.requests;

import io.hindsight.http.Problem;
import io.hindsight.http.Violation;
import io.hindsight.http.json.RefusedText;
import io.hindsight.http.json.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a query parameter that the endpoint does not know, or one given twice that it takes once: a misspelt filter
 * must not quietly answer everything. What an endpoint knows are its {@link RequestParam}s and the components of a record
 * that is its {@link ModelAttribute}. Values are read here too: so that all that is wrong with a query is said at once, and
 * because Spring looks at no text and takes a constant's Java name where its converter has refused it.
 */
class KnownParameters implements HandlerInterceptor {
    private static final String OURS = "io.hindsight.";

    private final ConversionService conversions;
    private final Map<Method, Map<String, Known>> known = new ConcurrentHashMap<>();

    KnownParameters(ConversionService conversions) {
        this.conversions = conversions;
    }

    /** What a parameter takes: values of a type, once or many times. */
    private record Known(Class<?> type, boolean repeatable) {
        static Known of(ResolvableType type) {
            boolean many = type.isArray() || type.asCollection() != ResolvableType.NONE;
            ResolvableType one = type.isArray()
                    ? type.getComponentType()
                    : type.asCollection().getGeneric();
            return new Known((many ? one : type).toClass(), many);
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getQueryString() != null
                && handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)) {
            check(
                    request.getParameterMap(),
                    known.computeIfAbsent(method.getMethod(), each -> parameters(method.getMethodParameters())));
        }
        return true;
    }

    private void check(Map<String, String[]> given, Map<String, Known> known) {
        List<Violation> violations = new ArrayList<>();
        given.forEach((name, values) -> {
            String message = known.containsKey(name)
                    ? wrong(known.get(name), values)
                    : Texts.notKnown("parameter", known.keySet());
            if (message != null) {
                violations.add(Violation.ofField(name, message));
            }
        });
        if (!violations.isEmpty()) {
            throw new Problem(400, "invalid-parameters", "The query cannot be taken: see the violations.")
                    .violations(violations);
        }
    }

    /** Null when nothing is. */
    private String wrong(Known known, String[] values) {
        if (values.length > 1 && !known.repeatable()) {
            return "may be given once";
        }
        try {
            for (String value : values) {
                Texts.text(value);
                // An empty value is a parameter left out (?status=&owner=), as Spring has it.
                if (!value.isEmpty()) {
                    conversions.convert(value, known.type());
                }
            }
            return null;
        } catch (RefusedText | ConversionException refused) {
            return RefusedText.mustBe(known.type(), refused);
        }
    }

    private static Map<String, Known> parameters(MethodParameter[] parameters) {
        Map<String, Known> known = new HashMap<>();
        for (MethodParameter parameter : parameters) {
            RequestParam declared = parameter.getParameterAnnotation(RequestParam.class);
            if (declared != null) {
                known.put(name(parameter, declared), Known.of(ResolvableType.forMethodParameter(parameter)));
            } else if (parameter.hasParameterAnnotation(ModelAttribute.class)) {
                for (RecordComponent component : parameter.getParameterType().getRecordComponents()) {
                    known.put(component.getName(), Known.of(ResolvableType.forType(component.getGenericType())));
                }
            }
        }
        return known;
    }

    private static String name(MethodParameter parameter, RequestParam declared) {
        // The compiler keeps the names of parameters (-parameters).
        return declared.name().isEmpty() ? parameter.getParameter().getName() : declared.name();
    }
}
