package io.hindsight.command.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hindsight.http.Problem;
import io.hindsight.http.Violation;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {
    private static final RecordReader READER = new RecordReader(Records.JSON);

    private static Problem refusal(byte[] line) {
        return assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> READER.read(new RecordLines.Line(1, line)))
                .actual();
    }

    private static Problem refusal(String line) {
        return refusal(line.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "{\"id\": \"r-1\", \"title\": ",
                "{\"id\": \"r-1\", \"id\": \"r-2\", \"title\": \"t\"}"
            })
    void a_line_that_is_no_json_is_refused(String line) {
        assertThat(refusal(line).code()).isEqualTo("malformed-json");
        assertThat(refusal(line).status()).isEqualTo(400);
    }

    @Test
    void a_line_of_two_records_is_refused() {
        assertThat(refusal("{\"id\": \"r-1\", \"title\": \"t\"} {\"id\": \"r-2\", \"title\": \"t\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_line_nested_too_deeply_is_refused() {
        String nested = "[".repeat(10_000) + "]".repeat(10_000);

        assertThat(refusal("{\"id\": \"r-1\", \"title\": \"t\", \"deep\": " + nested + "}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_line_that_is_not_utf_8_is_refused() {
        byte[] latin1 = "{\"id\": \"r-1\", \"title\": \"Für\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refusal(latin1).code()).isEqualTo("malformed-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "\\ud83d alone", "the wrong way \\udc9c\\ud83d"})
    void text_that_cannot_be_stored_is_refused_wherever_it_stands(String text) {
        assertThat(refusal(Records.json("'stats': {'a': ['" + text + "']}")).code())
                .isEqualTo("malformed-record");
        assertThat(refusal(Records.json("'stats': {'" + text + "': 1}")).code()).isEqualTo("malformed-record");
    }

    @Test
    void characters_beyond_the_basic_plane_are_text_like_any_other() {
        assertThat(Records.map(Records.json("'summary': '💜 \\ud83d\\udc9c'")).content())
                .singleElement()
                .hasToString("SectionWritten[section=overview, text=💜 💜, minor=false]");
    }

    @Test
    void an_export_may_be_longer_and_hold_more_than_a_record() {
        String much = "'comments': [" + "{'text': 'x'},".repeat(30_000) + "'" + "x".repeat(RecordLines.LONGEST) + "']";
        byte[] export =
                Records.json("'format': 'hindsight-postmortem', " + much).getBytes(StandardCharsets.UTF_8);

        assertThat(READER.read(new RecordLines.Line(1, export)).id()).isEqualTo("r-1");
        assertThat(refusal(Records.json(much)).code()).isEqualTo("record-too-large");
        assertThat(refusal(Records.json(much)).detail()).contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "5", "null", "\"text\""})
    void a_line_that_is_no_object_is_refused(String line) {
        assertThat(refusal(line).code()).isEqualTo("malformed-record");
    }

    @Test
    void a_record_without_an_id_or_a_title_is_no_postmortem() {
        assertThat(refusal("{\"title\": \"t\"}").violations())
                .containsExactly(Violation.ofField("id", "must not be left out"));
        assertThat(refusal("{\"id\": 5, \"title\": \"t\"}").violations())
                .containsExactly(Violation.ofField("id", "must be text"));
        assertThat(refusal("{\"id\": \"r-1\", \"title\": \" \"}").violations())
                .containsExactly(Violation.ofField("title", "must be text"));
        assertThat(refusal("{\"id\": \"r-1\", \"title\": \"\\u0001\\u2028\"}").violations())
                .containsExactly(Violation.ofField("title", "must be text"));
    }

    @Test
    void a_record_of_too_many_values_is_refused() {
        String values = "[" + "1,".repeat(20_000) + "1]";

        assertThat(refusal("{\"id\": \"r-1\", \"title\": \"t\", \"values\": " + values + "}")
                        .code())
                .isEqualTo("record-too-large");
    }

    @Test
    void long_names_around_many_values_are_refused_before_they_multiply() {
        String line =
                "{\"id\": \"r-1\", \"title\": \"t\", \"" + "n".repeat(10_000) + "\": [" + "1,".repeat(9_999) + "1]}";

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Records.map(line))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("record-too-large"));
    }

    @Test
    void the_order_of_fields_does_not_make_another_record() {
        String hash = Records.read("{\"id\": \"r-1\", \"title\": \"t\", \"stats\": {\"a\": 1, \"b\": 2}}")
                .hash();

        assertThat(Records.read("{\"stats\": {\"b\": 2, \"a\": 1}, \"title\": \"t\", \"id\": \"r-1\"}")
                        .hash())
                .isEqualTo(hash);
        assertThat(Records.read("{\"id\": \"r-1\", \"title\": \"t\", \"stats\": {\"a\": 1, \"b\": 3}}")
                        .hash())
                .isNotEqualTo(hash);
    }
}
