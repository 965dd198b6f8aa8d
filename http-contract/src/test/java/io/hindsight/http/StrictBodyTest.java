package io.hindsight.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictBodyTest extends HttpTest {

    @Test
    void what_is_right_comes_back_as_it_was_and_unknown_is_left_out() {
        String thing = "{\"text\":\"a\\n\uD83D\uDE00\",\"count\":1,\"flag\":true,\"colour\":\"dark-red\","
                + "\"at\":\"2026-03-01T09:00:00.123Z\",\"given\":\"2026-03-01T10:00:00+01:00\",\"on\":\"2026-03-01\","
                + "\"lasting\":\"PT45M\",\"parts\":[{\"text\":\"b\"}],\"names\":[\"c\"],\"labels\":{\"d\":\"e\"},"
                + "\"shades\":{\"dark-red\":2}}";
        assertThat(post(RESPONDER, "/api/things", thing).body()).isEqualTo(thing);
    }

    @Test
    void an_instant_is_cut_to_milliseconds_and_answered_in_utc() {
        assertThat(post(RESPONDER, "/api/things", "{\"at\":\"2026-03-01T10:00:00.123987+01:00\"}")
                        .body())
                .contains("\"at\":\"2026-03-01T09:00:00.123Z\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"texts":"a"}                              | texts          | is not a known field
                    {"parts":[{"text":"a"},{"txet":"a"}]}      | parts[1].txet  | is not a known field
                    {"text":5}                                 | text           | must be a string
                    {"text":true}                              | text           | must be a string
                    {"text":{}}                                | text           | must be a string
                    {"names":["a",5]}                          | names[1]       | must be a string
                    {"names":"a"}                              | names          | must be an array
                    {"parts":{}}                               | parts          | must be an array
                    {"parts":[[]]}                             | parts[0]       | must be an object
                    {"parts":["a"]}                            | parts[0]       | must be an object
                    {"parts":""}                               | parts          | must be an array
                    {"labels":[]}                              | labels         | must be an object
                    {"labels":""}                              | labels         | must be an object
                    {"labels":{"a":5}}                         | labels.a       | must be a string
                    {"count":"5"}                              | count          | must be a whole number
                    {"count":""}                               | count          | must be a whole number
                    {"count":5.5}                              | count          | must be a whole number
                    {"count":5.0}                              | count          | must be a whole number
                    {"count":true}                             | count          | must be a whole number
                    {"count":99999999999}                      | count          | out of range
                    {"big":99999999999999999999999}            | big            | out of range
                    {"flag":1}                                 | flag           | must be true or false
                    {"flag":"true"}                            | flag           | must be true or false
                    {"colour":"DARK_RED"}                      | colour         | must be one of dark-red, blue
                    {"colour":"Blue"}                          | colour         | must be one of dark-red, blue
                    {"colour":" blue "}                        | colour         | must be one of dark-red, blue
                    {"colour":""}                              | colour         | must be one of dark-red, blue
                    {"colour":1}                               | colour         | must be one of dark-red, blue
                    {"shades":{"green":1}}                     | shades         | must be one of dark-red, blue
                    {"at":"2026-03-01T10:00:00"}               | at             | must be an instant with an offset
                    {"at":"2026-03-01"}                        | at             | must be an instant with an offset
                    {"at":"2026-02-30T10:00:00Z"}              | at             | must be an instant with an offset
                    {"at":"2026-03-01T10:00:00+25:00"}         | at             | must be an instant with an offset
                    {"at":"2026-03-01T10:00:00Z[Mars/Olympus]"}| at             | must be an instant with an offset
                    {"at":"+20202-01-16T10:00:00Z"}            | at             | must be in a year from 1970 to 2199
                    {"at":"1969-12-31T23:59:59Z"}              | at             | must be in a year from 1970 to 2199
                    {"at":""}                                  | at             | must be an instant with an offset
                    {"at":1772355600}                          | at             | must be a string
                    {"given":"2026-03-01T10:00:00"}            | given          | must be an instant with an offset
                    {"on":"2026-13-01"}                        | on             | must be a date
                    {"on":[2026,3,1]}                          | on             | must be a string
                    {"on":"2026-03-01T00:00:00Z"}              | on             | must be a date
                    {"lasting":"45 minutes"}                   | lasting        | must be an ISO-8601 duration
                    {"lasting":2700}                           | lasting        | must be a string
                    {"lasting":"PT-1S"}                        | lasting        | must not be negative
                    {"lasting":"PT99999999999H"}               | lasting        | is too long: no duration is longer than PT87840H
                    {"text":"a\\u0000b"}                       | text           | NUL
                    {"text":"\\ud800"}                         | text           | half of a surrogate pair
                    {"text":"\\udc00\\ud800"}                  | text           | half of a surrogate pair
                    {"names":["\\ud83d"]}                      | names[0]       | half of a surrogate pair
                    {"labels":{"a\\u0000":"a"}}                | labels         | a field's name must not hold
                    {"a\\u0000":"a"}                            | a?             | is not a known field
                    []                                         | body           | must be an object
                    "text"                                     | body           | must be an object
                    5                                          | body           | must be an object
                    """)
    void a_field_that_cannot_be_taken_is_named(String body, String field, String message) {
        assertRefusedField(post(RESPONDER, "/api/things", body), "invalid-body", field, message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{",
                "{\"text\":\"a\"",
                "{\"text\":\"a\"} x",
                "{\"text\":\"a\"}{}",
                "{\"text\":\"a\",\"text\":\"b\"}",
                "{\"labels\":{\"a\":\"1\",\"a\":\"2\"}}",
                "{'text':'a'}",
                "{text:\"a\"}",
                "{\"text\":\"a\",}",
                "{\"text\":\"a\nb\"}",
                "{\"text\":\"\\x\"}",
                "{\"text\":\"\\u12\"}",
                "{\"count\":01}",
                "{\"count\":NaN}",
                "// comment\n{}",
                "{\"labels\":{\"\\ud800\":\"a\"}}",
                "{\"\\ud800\":\"a\"}",
            })
    void what_is_not_json_is_refused(String body) {
        assertProblem(post(RESPONDER, "/api/things", body), 400, "malformed-json");
    }

    @Test
    void a_field_that_is_there_twice_is_said_to_be() {
        assertThat(post(RESPONDER, "/api/things", "{\"text\":\"a\",\"text\":\"b\"}")
                        .body())
                .contains("A field is there twice");
    }

    @Test
    void json_nested_thousands_deep_is_refused() {
        assertProblem(post(RESPONDER, "/api/tree", "[".repeat(10_000)), 400, "malformed-json");
        assertProblem(post(RESPONDER, "/api/tree", "{\"a\":".repeat(101)), 400, "malformed-json");
        assertThat(post(RESPONDER, "/api/tree", "[".repeat(100) + "]".repeat(100))
                        .statusCode())
                .isEqualTo(200);
        assertProblem(
                post(RESPONDER, "/api/things", "{\"unknown\":" + "[".repeat(500) + "]".repeat(500) + "}"),
                400,
                "malformed-json");
    }

    @Test
    void a_number_of_a_hundred_thousand_digits_is_refused() {
        assertProblem(post(RESPONDER, "/api/things", "{\"big\":" + "9".repeat(100_000) + "}"), 400, "malformed-json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7b2274657874223a22ff227d", // a byte that UTF-8 never has
                "7b2274657874223a22c080227d", // NUL in two bytes
                "7b2274657874223a22eda080227d", // half of a surrogate pair
                "7b2274657874223a22c3227d", // a character cut off
                "fffe7b007d00", // UTF-16 with its mark
                "7b007d00", // UTF-16 without
                "7b2274657874223a2200227d", // a plain NUL
            })
    void a_body_that_is_not_utf_8_is_refused(String hex) {
        assertProblem(
                send(request(RESPONDER, "/api/things")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(
                                HexFormat.of().parseHex(hex)))),
                400,
                "malformed-json");
    }

    @Test
    void another_charset_is_refused() {
        assertProblem(
                send(request(RESPONDER, "/api/things")
                        .header("Content-Type", "application/json;charset=utf-16")
                        .POST(HttpRequest.BodyPublishers.ofString("{}", StandardCharsets.UTF_16))),
                415,
                "unsupported-media-type");
    }
}
