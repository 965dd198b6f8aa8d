package io.hindsight.standalone;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a request can say, made from the types it is read into: so that a test can give every command and ask with every
 * parameter, also with those that are yet to come. Every text is or has in it the same word, by which it is found again.
 */
final class SampleValues {
    private final String word;

    SampleValues(String word) {
        this.word = word;
    }

    /** The JSON object that the record is read from, every field given. */
    ObjectNode body(Class<?> type) {
        return body(type, field -> true);
    }

    /** Only the fields that have to be given: some exclude each other. */
    ObjectNode shortBody(Class<?> type) {
        return body(
                type, field -> field.isAnnotationPresent(NotNull.class) || field.isAnnotationPresent(NotBlank.class));
    }

    private ObjectNode body(Class<?> type, Predicate<Field> given) {
        ObjectNode body = Client.JSON.createObjectNode();
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && given.test(field)) {
                body.putPOJO(field.getName(), json(value(field.getAnnotatedType(), field)));
            }
        }
        return body;
    }

    /** The value of a parameter in a query. */
    String parameter(AnnotatedType type, AnnotatedElement parameter) {
        Object value = value(type, parameter);
        return value instanceof Collection<?> values ? values.iterator().next().toString() : value.toString();
    }

    private static Object json(Object value) {
        if (value instanceof Collection<?> values) {
            ArrayNode array = Client.JSON.createArrayNode();
            values.forEach(each -> array.addPOJO(json(each)));
            return array;
        }
        return value instanceof Number || value instanceof Boolean || value instanceof ObjectNode
                ? value
                : value.toString();
    }

    private Object value(AnnotatedType type, AnnotatedElement declared) {
        if (type instanceof AnnotatedParameterizedType generic) {
            AnnotatedType[] of = generic.getAnnotatedActualTypeArguments();
            Class<?> raw = (Class<?>) ((java.lang.reflect.ParameterizedType) generic.getType()).getRawType();
            if (raw == Optional.class) {
                return value(of[0], of[0]);
            }
            if (Collection.class.isAssignableFrom(raw)) {
                return java.util.List.of(value(of[0], of[0]));
            }
            if (Map.class.isAssignableFrom(raw)) {
                return Client.JSON.createObjectNode().putPOJO(word, json(value(of[1], of[1])));
            }
            throw new IllegalArgumentException("No sample of " + generic);
        }
        return plain((Class<?>) type.getType(), declared);
    }

    private Object plain(Class<?> type, AnnotatedElement declared) {
        if (type == String.class) {
            return text(declared.getAnnotation(Pattern.class));
        } else if (type == long.class || type == Long.class || type == int.class || type == Integer.class) {
            return 1;
        } else if (type == double.class || type == Double.class || type == java.math.BigDecimal.class) {
            return 1.5;
        } else if (type == boolean.class || type == Boolean.class) {
            return true;
        } else if (type == Duration.class) {
            return Duration.ofMinutes(30);
        } else if (type == Instant.class) {
            return Instant.parse("2026-03-05T00:00:00Z");
        } else if (type == LocalDate.class) {
            return LocalDate.parse("2026-03-05");
        } else if (type == OffsetDateTime.class) {
            return OffsetDateTime.parse("2026-03-01T09:30:00+01:00");
        } else if (type == ZoneId.class) {
            return "Europe/Berlin";
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        } else if (type.isRecord()) {
            return body(type);
        }
        throw new IllegalArgumentException("No sample of " + type + " " + Arrays.toString(declared.getAnnotations()));
    }

    private String text(Pattern pattern) {
        return pattern == null || word.matches(pattern.regexp()) ? word : "https://" + word + ".example/" + word;
    }
}
