package io.hindsight.http.json;

import io.hindsight.http.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.validation.constraints.AssertTrue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a body, or a piece of one, as a type with constraints, and says all that is wrong with it at once. */
@Component
public final class BodyReader {
    private final JsonMapper json;
    private final Validator validator;

    BodyReader(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** One that takes whatever text could be stored, as other ways than commands can, and could before. */
    public BodyReader ofWhatWasStored() {
        return new BodyReader(StrictJson.ofWhatWasStored(json), validator);
    }

    /**
     * Reads it with the web's mapper.
     *
     * @param at where it stands in the body, for messages: empty for the whole, or {@code [3]}
     * @param besides fields that have been taken out of it already: they are among those that it may have
     */
    public <T> Reading<T> read(JsonNode given, Class<T> type, String at, Set<String> besides) {
        Unreadable unreadable = new Unreadable(json, besides);
        T value = unreadable.readRest(given, type, at);
        List<Violation> violations = new ArrayList<>(unreadable.found());
        if (value != null && !unreadable.isFull()) {
            // In an order of their own: the validator has none, and the same body is to be answered the same.
            validator.validate(value).stream()
                    // What holds for several fields together can only be said when each of them could be read.
                    .filter(wrong -> violations.isEmpty() || !isOfSeveral(wrong))
                    .map(wrong -> Violation.ofField(place(at, wrong), wrong.getMessage()))
                    .filter(wrong -> !unreadable.has(wrong.field()))
                    .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
                    .forEachOrdered(violations::add);
        }
        return new Reading<>(value, List.copyOf(violations));
    }

    private static boolean isOfSeveral(ConstraintViolation<?> wrong) {
        return wrong.getConstraintDescriptor().getAnnotation() instanceof AssertTrue;
    }

    /** {@code evidence[0].url}. What holds for several fields together is said of the object that has them. */
    private static String place(String at, ConstraintViolation<?> wrong) {
        StringBuilder place = new StringBuilder(at);
        for (Path.Node node : wrong.getPropertyPath()) {
            if (node.getIndex() != null) {
                place.append('[').append(node.getIndex()).append(']');
            } else if (node.getKey() != null) {
                place.append('.').append(node.getKey());
            }
            if (node.getKind() != ElementKind.CONTAINER_ELEMENT) {
                place.append('.').append(node.getName());
            }
        }
        if (isOfSeveral(wrong)) {
            place.setLength(place.lastIndexOf("."));
        }
        return JsonProblems.place(place.toString());
    }
}
