package io.hindsight.http.problems;

import io.hindsight.http.Problem;
import io.hindsight.http.Violation;
import io.hindsight.http.json.JsonProblems;
import io.hindsight.http.json.RefusedText;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

/** What Spring says of a body, parameter, path variable or header that it could not take, in our words. */
final class ParameterProblems {
    private ParameterProblems() {}

    /** Null when the exception is not about a value of the request. */
    static Problem of(Exception refused) {
        if (refused instanceof HttpMessageNotReadableException unreadable) {
            return body(unreadable);
        }
        if (refused instanceof MethodArgumentNotValidException invalid) {
            Problem problem = invalid.getParameter().hasParameterAnnotation(RequestBody.class)
                    ? new Problem(400, "invalid-body", "The body cannot be taken: see the violations.")
                    : invalidParameters();
            return problem.violations(invalid.getFieldErrors().stream()
                    .map(ParameterProblems::violation)
                    .toList());
        }
        List<Violation> violations = violations(refused);
        return violations.isEmpty() ? null : invalidParameters().violations(violations);
    }

    private static Problem invalidParameters() {
        return new Problem(400, "invalid-parameters", "The request cannot be taken: see the violations.");
    }

    private static Problem body(HttpMessageNotReadableException unreadable) {
        return unreadable.getCause() instanceof JacksonException json
                ? JsonProblems.of(json)
                : new Problem(400, "malformed-json", "A body in JSON is needed.");
    }

    private static List<Violation> violations(Exception refused) {
        if (refused instanceof MissingServletRequestParameterException missing) {
            return List.of(Violation.ofField(missing.getParameterName(), "must be given"));
        }
        if (refused instanceof MissingRequestHeaderException missing) {
            return List.of(Violation.ofField(missing.getHeaderName(), "must be given"));
        }
        if (refused instanceof TypeMismatchException mismatch) {
            String name = mismatch instanceof MethodArgumentTypeMismatchException argument
                    ? argument.getName()
                    : mismatch.getPropertyName();
            return List.of(Violation.ofField(String.valueOf(name), mustBe(mismatch)));
        }
        if (refused instanceof HandlerMethodValidationException invalid && !invalid.isForReturnValue()) {
            return invalid.getParameterValidationResults().stream()
                    .flatMap(ParameterProblems::violations)
                    .toList();
        }
        return List.of();
    }

    private static Stream<Violation> violations(ParameterValidationResult result) {
        if (result instanceof ParameterErrors errors) {
            return errors.getFieldErrors().stream().map(ParameterProblems::violation);
        }
        String name = String.valueOf(result.getMethodParameter().getParameterName());
        return result.getResolvableErrors().stream().map(error -> Violation.ofField(name, error.getDefaultMessage()));
    }

    /** A component of a bound record that could not be converted fails as a parameter does. */
    private static Violation violation(FieldError error) {
        if (error.isBindingFailure()) {
            return Violation.ofField(error.getField(), mustBe(error.unwrap(TypeMismatchException.class)));
        }
        return Violation.ofField(error.getField(), String.valueOf(error.getDefaultMessage()));
    }

    private static String mustBe(TypeMismatchException mismatch) {
        return RefusedText.mustBe(mismatch.getRequiredType(), mismatch);
    }
}
