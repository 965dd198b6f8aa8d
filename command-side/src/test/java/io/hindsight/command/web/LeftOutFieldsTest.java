package io.hindsight.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.command.postmortem.CommandRegistry;
import io.hindsight.http.json.StrictJson;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What a command does not name stays as it was, and null is said: for each field where the two differ. */
class LeftOutFieldsTest {
    private static final JsonMapper JSON =
            StrictJson.strict(JsonMapper.builder()).build();

    /** Every record in which a field is an Optional: commands, and what they hold. */
    static Stream<Class<?>> withOptionals() {
        Map<String, Class<?>> records = new TreeMap<>();
        CommandRegistry.all().values().forEach(command -> collect(command, records));
        return records.values().stream()
                .filter(type -> optionals(type).findAny().isPresent());
    }

    private static void collect(Class<?> type, Map<String, Class<?>> records) {
        if (type.isRecord() && records.put(type.getName(), type) == null) {
            Arrays.stream(type.getRecordComponents()).forEach(component -> collect(component.getType(), records));
        }
    }

    private static Stream<RecordComponent> optionals(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getType().equals(Optional.class));
    }

    @ParameterizedTest
    @MethodSource("withOptionals")
    void a_field_that_is_left_out_is_not_one_that_is_null(Class<?> type) throws Exception {
        Object leftOut = JSON.readValue("{}", JSON.constructType((Type) type));
        for (RecordComponent component : optionals(type).toList()) {
            Object said = JSON.readValue("{\"" + component.getName() + "\": null}", JSON.constructType((Type) type));
            component.getAccessor().setAccessible(true);
            assertThat(component.getAccessor().invoke(leftOut))
                    .as("left out: " + component)
                    .isNull();
            assertThat(component.getAccessor().invoke(said))
                    .as("null: " + component)
                    .isEqualTo(Optional.empty());
        }
    }
}
