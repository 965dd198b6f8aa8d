package io.hindsight.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.query.history.WordDiff.Op;
import io.hindsight.query.history.WordDiff.TextRun;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WordDiffTest {

    @Test
    void what_differs_is_told_word_by_word() {
        assertThat(new WordDiff().of("A slow query made checkout slow.", "A slow query made the whole checkout slow!"))
                .containsExactly(
                        new TextRun(Op.SAME, "A slow query made"),
                        new TextRun(Op.ADDED, " the whole"),
                        new TextRun(Op.SAME, " checkout "),
                        new TextRun(Op.REMOVED, "slow."),
                        new TextRun(Op.ADDED, "slow!"));
    }

    @Property(tries = 200)
    void both_texts_can_be_put_together_from_it(
            @ForAll @StringLength(max = 60) String before, @ForAll @StringLength(max = 60) String after) {
        List<TextRun> runs = new WordDiff().of(before, after);

        assertThat(without(runs, Op.ADDED)).isEqualTo(before);
        assertThat(without(runs, Op.REMOVED)).isEqualTo(after);
    }

    @Test
    @Timeout(20)
    void the_longest_texts_with_nothing_in_common_take_no_time_to_speak_of() {
        String before = words(1, 60_000, "\n");
        String after = words(2, 60_000, "\n");
        assertThat(new WordDiff().of(before, after))
                .containsExactly(new TextRun(Op.REMOVED, before), new TextRun(Op.ADDED, after));

        String fewer = words(3, 3_900, " ");
        String others = words(4, 3_900, " ");
        assertThat(without(new WordDiff().of(fewer, others), Op.ADDED)).isEqualTo(fewer);
    }

    @Test
    void many_long_texts_of_one_answer_take_no_longer_than_one() {
        WordDiff words = new WordDiff();
        String before = words(5, 3_900, " ");
        String after = words(6, 3_900, " ");
        assertThat(words.of(before, after)).hasSizeGreaterThan(2);
        assertThat(words.of(before, after))
                .containsExactly(new TextRun(Op.REMOVED, before), new TextRun(Op.ADDED, after));
        assertThat(words.of("A slow query", "A quick query")).hasSize(4);
    }

    private static String words(int seed, int count, String separator) {
        Random random = new Random(seed);
        return IntStream.range(0, count).mapToObj(i -> "" + random.nextLong()).collect(Collectors.joining(separator));
    }

    private static String without(List<TextRun> runs, Op op) {
        return runs.stream().filter(run -> run.op() != op).map(TextRun::text).collect(Collectors.joining());
    }
}
