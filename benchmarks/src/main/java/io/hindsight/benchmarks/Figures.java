package io.hindsight.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The same figure of several rounds, by its median and its spread. */
final class Figures {
    private final List<Double> values = new ArrayList<>();

    static Figures ratios(Figures of, Figures to) {
        Figures ratios = new Figures();
        IntStream.range(0, of.values.size()).forEach(round -> ratios.add(of.values.get(round) / to.values.get(round)));
        return ratios;
    }

    void add(double value) {
        values.add(value);
    }

    double quantile(double share) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * share)));
    }

    double median() {
        return quantile(0.5);
    }

    /** {@code 4,120 (3,980–4,300)}: the median, the least and the most. */
    String text(String format) {
        String one = "%" + format;
        return String.format(
                Locale.ROOT,
                one + " (" + one + "–" + one + ")",
                median(),
                Collections.min(values),
                Collections.max(values));
    }
}
