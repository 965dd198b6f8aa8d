package io.hindsight.eventstore;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;

/** Makes an instance of any event, the same one every time. */
final class Samples {

    private Samples() {}

    /** Every component has a value, every list two elements. */
    static <T> T full(Class<T> event) {
        return instance(event, component -> value(component.getGenericType(), component.getName()));
    }

    /** Null wherever Java allows it. */
    static <T> T sparse(Class<T> event) {
        return instance(
                event,
                component ->
                        component.getType().isPrimitive() ? value(component.getType(), component.getName()) : null);
    }

    private interface Values {
        Object of(RecordComponent component);
    }

    private static <T> T instance(Class<T> type, Values values) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            return type.getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(Arrays.stream(components).map(values::of).toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type.getName(), e);
        }
    }

    private static Object value(Type type, String name) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            Type element = list.getActualTypeArguments()[0];
            return List.of(value(element, name + "-1"), value(element, name + "-2"));
        }
        if (type == String.class) {
            return name + " \"quoted\" é 漢 \uD83D\uDEA8";
        }
        if (type == BigDecimal.class) {
            return new BigDecimal("1234567890.123456");
        }
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        if (type == int.class) {
            return 3;
        }
        if (type == long.class || type == Long.class) {
            return 9_007_199_254_740_993L;
        }
        if (type == Duration.class) {
            return Duration.ofMinutes(90);
        }
        if (type == LocalDate.class) {
            return LocalDate.parse("2026-03-04");
        }
        if (type == Instant.class) {
            return Instant.parse("2026-03-04T04:06:07.089Z");
        }
        if (type == OffsetDateTime.class) {
            return OffsetDateTime.parse("2026-03-04T05:06:07.089+01:00");
        }
        if (type instanceof Class<?> javaType && javaType.isEnum()) {
            Object[] constants = javaType.getEnumConstants();
            return constants[constants.length / 2];
        }
        if (type instanceof Class<?> javaType && javaType.isRecord()) {
            return full(javaType);
        }
        throw new AssertionError("No sample of " + type + " for " + name);
    }
}
