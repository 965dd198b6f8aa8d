package io.hindsight.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest extends HttpTest {

    @Test
    void known_parameters_are_taken() {
        assertThat(get(READER, "/api/list?size=3&colour=dark-red").body()).isEqualTo("[\"3 dark-red\"]");
        assertThat(get(READER, "/api/list").body()).isEqualTo("[\"50 null\"]");
        assertThat(get(READER, "/api/filtered?colour=blue&from=2026-03-01T10:00:00%2B01:00&tag=a&tag=b")
                        .body())
                .isEqualTo("{\"colour\":\"blue\",\"from\":\"2026-03-01T09:00:00Z\",\"tag\":[\"a\",\"b\"]}");
    }

    @Test
    void a_comma_belongs_to_the_value_and_several_values_are_given_one_by_one() {
        assertThat(tags("tag=Doe,%20Jane")).isEqualTo("[\"Doe, Jane\"]");
        assertThat(tags("tag=a,b&tag=c")).isEqualTo("[\"a,b\",\"c\"]");
        assertThat(tags("tag=")).isEqualTo("[]");
        assertThat(get(READER, "/api/listed?colour=blue&colour=dark-red&tag=a,b")
                        .body())
                .isEqualTo("[\"blue\",\"dark-red\",\"a,b\"]");
        assertThat(get(READER, "/api/listed?colour=&tag=").body()).isEqualTo("[]");
        assertRefusedField(
                get(READER, "/api/listed?colour=blue,dark-red"),
                "invalid-parameters",
                "colour",
                "must be one of dark-red, blue");
    }

    private String tags(String query) {
        String answer = get(READER, "/api/filtered?" + query).body();
        return answer.substring(answer.indexOf("\"tag\":") + 6, answer.length() - 1);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/list?sise=3, sise, is not a known parameter",
        "/api/filtered?color=blue, color, is not a known parameter",
        "/api/list?s%69se=3, sise, is not a known parameter",
        "/api/list?size=3&size=4, size, may be given once",
        "/api/list?size=many, size, must be a whole number",
        "/api/list?size=99999999999, size, must be a whole number",
        "/api/list?colour=DARK_RED, colour, 'must be one of dark-red, blue'",
        "/api/filtered?colour=green, colour, 'must be one of dark-red, blue'",
        "/api/filtered?size=x, size, must be a whole number",
        "/api/filtered?from=yesterday, from, must be an instant with an offset",
        "/api/filtered?from=20202-01-16T00:00:00Z, from, must be",
        "/api/filtered?tag=%00, tag, must not hold the character NUL",
    })
    void what_cannot_be_taken_is_named(String path, String field, String message) {
        assertRefusedField(get(READER, path), "invalid-parameters", field, message);
    }

    @Test
    void a_path_variable_that_is_no_id_is_refused() {
        assertRefusedField(
                post(COORDINATOR, "/api/things/a%20b/approval", ""), "invalid-parameters", "id", "must be an id");
    }

    @Test
    void every_wrong_parameter_is_named_at_once() {
        assertThat(assertProblem(get(READER, "/api/list?a=1&b=2"), 400, "invalid-parameters")
                        .path("violations")
                        .size())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/list", "/api/filtered"})
    void a_value_that_cannot_be_read_is_named_with_an_unknown_parameter(String path) {
        assertThat(assertProblem(get(READER, path + "?size=x&color=blue&colour=green"), 400, "invalid-parameters")
                        .path("violations"))
                .extracting(violation -> violation.path("field").asString())
                .containsExactlyInAnyOrder("size", "color", "colour");
    }

    @Test
    void a_query_that_is_not_percent_encoded_is_a_problem() {
        String answer = raw("GET /api/list?size=%zz HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + READER
                + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
    }
}
