package io.hindsight.query;

import io.hindsight.events.PostmortemEvent;
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

/** An event of any type, every component filled, so that a test can go over all there are. */
public final class Samples {
    private Samples() {}

    public static <E extends PostmortemEvent> E of(Class<E> type) {
        return type.cast(record(type));
    }

    private static Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> value(component.getGenericType()))
                .toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No sample of " + type, e);
        }
    }

    private static Object value(Type type) {
        if (type instanceof ParameterizedType list) {
            return List.of(value(list.getActualTypeArguments()[0]));
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return "x";
        } else if (plain == long.class || plain == Long.class) {
            return 3L;
        } else if (plain == int.class) {
            return 3;
        } else if (plain == BigDecimal.class) {
            return new BigDecimal("12.5");
        } else if (plain == boolean.class || plain == Boolean.class) {
            return true;
        } else if (plain == Duration.class) {
            return Duration.ofMinutes(30);
        } else if (plain == Instant.class) {
            return Instant.parse("2026-03-05T00:00:00Z");
        } else if (plain == LocalDate.class) {
            return LocalDate.parse("2026-03-05");
        } else if (plain == OffsetDateTime.class) {
            return OffsetDateTime.parse("2026-03-01T09:30:00+01:00");
        } else if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        return record(plain);
    }
}
