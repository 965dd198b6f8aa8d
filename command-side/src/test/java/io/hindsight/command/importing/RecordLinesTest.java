package io.hindsight.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RecordLinesTest {

    private static RecordLines lines(String body) {
        return new RecordLines(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(RecordLines.Line line) {
        return new String(line.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void blank_lines_are_passed_over_and_counted() throws IOException {
        RecordLines lines = lines("\r\none\n\n \t\ntwo");

        RecordLines.Line first = lines.next();
        assertThat(first.number()).isEqualTo(2);
        assertThat(text(first)).isEqualTo("one");
        RecordLines.Line second = lines.next();
        assertThat(second.number()).isEqualTo(5);
        assertThat(text(second)).isEqualTo("two");
        assertThat(lines.next()).isNull();
    }

    @Test
    void a_line_as_long_as_a_record_may_be_is_whole_and_one_longer_is_passed_over_to_its_end() throws IOException {
        String longest = "x".repeat(RecordLines.LONGEST);
        RecordLines lines = lines(longest + "\n" + longest + "x\nnext\n");

        assertThat(text(lines.next())).isEqualTo(longest);
        assertThat(lines.next().bytes()).isNull();
        assertThat(text(lines.next())).isEqualTo("next");
        assertThat(lines.next()).isNull();
    }
}
