package io.hindsight.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.http.Violation;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** All that is wrong with a body is said at once, in plain words. */
class BodyReaderTest {
    private static final ValidatorFactory VALIDATORS = Validation.buildDefaultValidatorFactory();
    private static final JsonMapper JSON =
            StrictJson.strict(JsonMapper.builder()).build();

    private final BodyReader reader = new BodyReader(JSON, VALIDATORS.getValidator());

    enum Colour {
        RED,
        BLUE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Part(@NotBlank String name, Integer count) {
        @AssertTrue(message = "must have a name or a count")
        boolean isSomething() {
            return name != null || count != null;
        }
    }

    record Span(Instant from, Instant to) {
        Span {
            if (from != null && to != null && to.isBefore(from)) {
                throw new IllegalArgumentException("must not end before it begins");
            }
        }
    }

    record Thing(
            @NotBlank @Size(max = 5) String name,
            @NotNull Colour colour,
            @Min(1) @Max(9) Integer count,
            Boolean flag,
            @DurationMin(minutes = 1) @DurationMax(days = 1) Duration lasting,
            @NotEmpty List<@NotNull @Valid Part> parts,
            Map<String, @Valid Part> labelled,
            List<@NotBlank String> names,
            Span span) {}

    private List<String> wrong(String json) {
        return reader.read(JSON.readTree(json), Thing.class, "", Set.of("reason")).violations().stream()
                .map(BodyReaderTest::said)
                .toList();
    }

    private static String said(Violation violation) {
        return violation.field() + " " + violation.message();
    }

    @Test
    void what_is_right_is_read() {
        Reading<Thing> reading = reader.read(
                JSON.readTree("{\"name\": \"a\", \"colour\": \"red\", \"flag\": true, \"parts\": [{\"name\": \"b\"}]}"),
                Thing.class,
                "",
                Set.of());

        assertThat(reading.violations()).isEmpty();
        assertThat(reading.value().parts()).containsExactly(new Part("b", null));
    }

    @Test
    void a_text_that_nobody_sees_is_none_and_a_figure_is_read_to_the_last_digit() {
        assertThat(
                        wrong(
                                "{\"name\": \"\\u200b\\u00a0\", \"colour\": \"red\", \"parts\": [{\"name\": \"\\u3000\\u2060 \"}]}"))
                .containsExactlyInAnyOrder(
                        "name must not be made of characters alone that nobody sees",
                        "parts[0].name must not be made of characters alone that nobody sees");
        assertThat(JSON.treeToValue(JSON.readTree("[123456789012345678.123456, 0.000001, 12]"), BigDecimal[].class))
                .containsExactly(
                        new BigDecimal("123456789012345678.123456"), new BigDecimal("0.000001"), new BigDecimal("12"));
    }

    @Test
    void wrong_types_unknown_constants_and_fields_and_what_is_missing_are_said_together() {
        assertThat(
                        wrong(
                                """
                        {"name": 5, "colour": "green", "count": "x", "colur": "red", "flag": 1, "parts": [], "names": ["a", " ", 7]}"""))
                .containsExactly(
                        "name must be a string",
                        "colour must be one of red, blue",
                        "count must be a whole number",
                        "colur is not a known field; known are colour, count, flag, labelled, lasting, name, names, parts, reason, span",
                        "flag must be true or false",
                        "names[2] must be a string",
                        "names[1] must not be left out or blank",
                        "parts must have at least one");
    }

    @Test
    void each_of_several_is_looked_into_and_keeps_its_place() {
        assertThat(
                        wrong(
                                """
                        {"name": "a", "colour": "red",
                         "parts": [{"name": "b", "count": 1.5}, 5, {"nam": "c"}, {"name": "d"}],
                         "labelled": {"x": {"count": "y"}}}"""))
                .containsExactly(
                        "parts[0].count must be a whole number",
                        "parts[1] must be an object",
                        "parts[2].nam is not a known field; known are count, name",
                        "labelled.x.count must be a whole number",
                        "labelled.x.name must not be left out or blank",
                        "parts[2].name must not be left out or blank");
    }

    @Test
    void what_holds_for_several_fields_is_said_of_their_object_and_only_when_each_could_be_read() {
        String rest = "{\"name\": \"a\", \"colour\": \"red\", \"parts\": [{}]";

        assertThat(wrong(rest + "}"))
                .containsExactly("parts[0] must have a name or a count", "parts[0].name must not be left out or blank");
        assertThat(wrong(rest + ", \"count\": \"x\"}"))
                .containsExactly("count must be a whole number", "parts[0].name must not be left out or blank");
    }

    @Test
    void what_a_record_refuses_as_a_whole_is_said_of_it_and_the_rest_too() {
        assertThat(
                        wrong(
                                """
                        {"colour": "red", "parts": [{"name": "b"}],
                         "span": {"from": "2026-03-02T00:00:00Z", "to": "2026-03-01T00:00:00Z"}}"""))
                .containsExactly("span must not end before it begins", "name must not be left out or blank");
    }

    @Test
    void a_value_that_does_not_keep_to_its_limits_is_told_them_in_plain_words() {
        assertThat(
                        wrong(
                                """
                        {"name": "abcdef", "colour": null, "count": 10, "lasting": "PT2S", "parts": [null]}"""))
                .containsExactly(
                        "colour must not be left out",
                        "count must be at most 9",
                        "lasting must be at least 1 minute",
                        "name must have up to 5 characters (of a list: entries)",
                        "parts[0] must not be left out");
        assertThat(
                        wrong(
                                "{\"name\": \"a\", \"colour\": \"red\", \"count\": 0, \"lasting\": \"P2D\", \"parts\": [{\"name\": \"b\"}]}"))
                .containsExactly("count must be at least 1", "lasting must be at most 1 day");
    }

    @Test
    void a_whole_that_is_of_another_type_is_said_to_be() {
        assertThat(wrong("[]")).containsExactly("body must be an object");
        assertThat(reader.read(JSON.readTree("5"), Thing.class, "[2]", Set.of()).violations())
                .containsExactly(Violation.ofField("[2]", "must be an object"));
    }

    @Test
    void of_very_much_that_is_wrong_the_first_hundred_are_said() {
        StringBuilder many = new StringBuilder("{\"name\": 5");
        for (int i = 0; i < 10_000; i++) {
            many.append(", \"unknown").append(i).append("\": 1");
        }

        assertThat(wrong(many + "}")).hasSize(100).first().isEqualTo("name must be a string");
    }
}
