package io.hindsight.benchmarks.generator;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Text of words that are in no language, a few of them frequent and most of them rare, as in any. */
final class MadeUpWords {
    private static final String[] SYLLABLES = {
        "ba", "bel", "cor", "dan", "del", "esk", "far", "gol", "hin", "ilo", "jar", "kem", "lo", "mir", "nes", "ol",
        "pra", "quin", "ro", "sal", "tev", "ulm", "vor", "wen", "xi", "yar", "zu"
    };
    private static final int WORDS = 4_000;
    /** Makes the first words of the list the frequent ones. */
    private static final double SKEW = 2.5;

    private static final List<String> VOCABULARY = vocabulary();

    private final RandomGenerator random;

    MadeUpWords(RandomGenerator random) {
        this.random = random;
    }

    String word() {
        return VOCABULARY.get((int) (WORDS * Math.pow(random.nextDouble(), SKEW)));
    }

    /** Sentences of that many characters together; at least one. */
    String text(int length) {
        StringBuilder text = new StringBuilder(length + 16);
        int left = 0;
        while (text.length() < length) {
            if (left == 0) {
                left = 5 + random.nextInt(12);
                text.append(text.isEmpty() ? "" : ". ").append(capital(word()));
            } else {
                text.append(' ').append(word());
            }
            left--;
        }
        text.setLength(Math.max(1, length));
        // A text that ended in a space would not be what a person typed.
        return text.charAt(text.length() - 1) == ' ' ? text + word() : text.toString();
    }

    /** A heading of that many characters at most. */
    String line(int length) {
        return text(length).replace(". ", " ").strip();
    }

    /** A Markdown list of texts. */
    static String list(List<String> items) {
        return items.stream().map(item -> "- " + item).collect(Collectors.joining("\n"));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static List<String> vocabulary() {
        SplittableRandom random = new SplittableRandom(1);
        return IntStream.range(0, WORDS)
                .mapToObj(number -> IntStream.rangeClosed(0, 1 + random.nextInt(2))
                        .mapToObj(syllable -> SYLLABLES[random.nextInt(SYLLABLES.length)])
                        .collect(Collectors.joining()))
                .toList();
    }
}
