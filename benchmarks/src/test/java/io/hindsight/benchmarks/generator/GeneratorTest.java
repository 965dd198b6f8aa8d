package io.hindsight.benchmarks.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.words.Severity;
import io.hindsight.words.Status;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class GeneratorTest {
    private static final Instant END = Instant.parse("2026-06-30T00:00:00Z");

    private final Generator generator = new Generator(7, END);

    @Test
    void the_same_seed_makes_the_same_postmortems_in_whatever_order_they_are_asked_for() {
        Generator other = new Generator(7, END);
        MadeUpPostmortem asked = other.postmortem(5);
        assertThat(generator.postmortems(6).toList().get(5)).isEqualTo(asked);
    }

    @Test
    void another_seed_makes_other_postmortems() {
        assertThat(new Generator(8, END).postmortem(5)).isNotEqualTo(generator.postmortem(5));
    }

    @Test
    void every_status_and_every_severity_is_there() {
        List<MadeUpPostmortem> all = generator.postmortems(300).toList();
        assertThat(all).extracting(MadeUpPostmortem::status).contains(Status.values());
        assertThat(all).extracting(MadeUpPostmortem::severity).contains(Severity.values());
    }

    @Test
    void timelines_and_lists_of_action_items_are_as_long_as_real_ones() {
        assertThat(median(postmortem -> postmortem.entries().size())).isCloseTo(6, Offset.offset(1));
        assertThat(median(postmortem -> postmortem.items().size())).isCloseTo(2, Offset.offset(1));
    }

    @Test
    void an_incident_is_over_before_the_period_ends() {
        assertThat(generator.postmortems(2_000))
                .allSatisfy(postmortem -> assertThat(postmortem.startedAt().toInstant())
                        .isBeforeOrEqualTo(postmortem.resolvedAt().toInstant())
                        .isAfter(END.minusSeconds(Shape.DAYS * 86_400L)))
                .allSatisfy(postmortem ->
                        assertThat(postmortem.resolvedAt().toInstant()).isBefore(END));
    }

    @Test
    void a_draw_is_below_each_quantile_as_often_as_the_quantile_says() {
        Quantiles quantiles = new Quantiles(0, 10, 20, 30, 40, 50, 60, 70, 80);
        SplittableRandom random = new SplittableRandom(3);
        List<Integer> draws =
                IntStream.range(0, 20_000).mapToObj(i -> quantiles.draw(random)).toList();
        assertThat(draws.stream().filter(drawn -> drawn < 30).count() / 20_000.0)
                .isCloseTo(0.5, Offset.offset(0.03));
        assertThat(draws.stream().filter(drawn -> drawn < 50).count() / 20_000.0)
                .isCloseTo(0.9, Offset.offset(0.03));
    }

    private int median(ToIntFunction<MadeUpPostmortem> figure) {
        int[] sorted = generator.postmortems(2_000).mapToInt(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
