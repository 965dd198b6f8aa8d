package io.hindsight.http.json;

import io.hindsight.http.Problem;
import io.hindsight.http.Violation;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says in plain words why JSON from outside was refused; nothing of Jackson or of our classes shows. */
public final class JsonProblems {
    private static final Set<Class<?>> FRACTIONS =
            Set.of(BigDecimal.class, double.class, Double.class, float.class, Float.class);

    private JsonProblems() {}

    /**
     * 400 {@code malformed-json} when the text is not JSON, or {@code invalid-body} with the field's path and what the
     * field must be.
     */
    public static Problem of(JacksonException refused) {
        if (refused instanceof StreamConstraintsException) {
            return malformed("It is nested too deeply, or a number or a name in it is too long.");
        }
        if (says(refused, "Duplicate")) {
            return malformed("A field is there twice" + place(refused) + ".");
        }
        if (says(refused, "Trailing token")) {
            return malformed("Something follows its end" + place(refused) + ".");
        }
        if (refused instanceof StreamReadException && !(refused instanceof InputCoercionException)) {
            return malformed("It stops being JSON" + place(refused) + ".");
        }
        if (problemIn(refused) instanceof Problem problem) {
            return problem;
        }
        return new Problem(400, "invalid-body", "The body cannot be taken: see the violations.")
                .violation(violation(refused, ""));
    }

    /**
     * What is wrong with which field.
     *
     * @param at where the value that was read stands in the body; empty for the whole
     */
    static Violation violation(JacksonException refused, String at) {
        return Violation.ofField(place(at + path(refused)), message(refused));
    }

    /** As a client is told it: {@code timeline[0].at}; {@code body} for the whole. */
    static String place(String path) {
        return path.isEmpty() ? "body" : path.startsWith(".") ? path.substring(1) : path;
    }

    private static Problem malformed(String why) {
        return new Problem(400, "malformed-json", "The body cannot be read as JSON. " + why);
    }

    /** Jackson has no type for these; the text is the only sign. A text that changes costs a sentence, not the refusal. */
    private static boolean says(JacksonException refused, String start) {
        return refused.getOriginalMessage().startsWith(start);
    }

    private static String place(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        return at == null || at.getLineNr() < 1 ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    /** A record's constructor may refuse with a problem of its own. */
    private static Throwable problemIn(JacksonException refused) {
        return refused instanceof ValueInstantiationException ? refused.getCause() : null;
    }

    private static String message(JacksonException refused) {
        if (refused instanceof RefusedValue) {
            return refused.getOriginalMessage();
        }
        if (refused instanceof UnrecognizedPropertyException unknown) {
            return Texts.notKnown(
                    "field",
                    unknown.getKnownPropertyIds().stream().map(Object::toString).toList());
        }
        if (refused instanceof ValueInstantiationException
                && refused.getCause() instanceof IllegalArgumentException why) {
            return why.getMessage();
        }
        if (refused instanceof InputCoercionException) {
            return "is a number out of range";
        }
        if (refused instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return mustBe(mismatch.getTargetType());
        }
        return "cannot be taken";
    }

    private static String mustBe(Class<?> type) {
        if (type.isEnum()) {
            return Texts.mustBeOneOf(type);
        }
        if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        }
        if (ZoneId.class.isAssignableFrom(type)) {
            return "must be a time zone, such as Europe/Berlin";
        }
        if (FRACTIONS.contains(type)) {
            return "must be a number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "must be a whole number";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "must be an array";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? "must be an object" : "must be of another type";
    }

    /** {@code .timeline[0].at}; empty for the whole. */
    private static String path(JacksonException refused) {
        return refused.getPath().stream().map(JsonProblems::step).collect(Collectors.joining());
    }

    private static String step(Reference step) {
        return step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName();
    }
}
