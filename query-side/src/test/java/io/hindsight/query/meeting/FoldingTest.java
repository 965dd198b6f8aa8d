package io.hindsight.query.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "会", "😀", "a😀", "aé会😀"})
    void no_line_is_longer_than_75_octets_and_no_character_is_torn(String letters) {
        String unfolded = "SUMMARY:" + letters.repeat(60) + "\r\nLOCATION:" + letters.repeat(90) + "\r\n";

        String folded = Folding.of(unfolded);

        assertThat(folded.split("\r\n")).hasSizeGreaterThan(2).allSatisfy(line -> assertThat(
                        line.getBytes(StandardCharsets.UTF_8).length)
                .isBetween(1, 75));
        assertThat(new String(folded.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(folded);
        assertThat(folded.replace("\r\n ", "")).isEqualTo(unfolded);
    }

    @Property
    void what_is_short_stays_as_it_is(@ForAll @StringLength(max = 18) String text) {
        assertThat(Folding.of(text)).isEqualTo(text);
    }
}
