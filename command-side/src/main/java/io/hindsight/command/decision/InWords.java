package io.hindsight.command.decision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A length of time as a sentence has it: 24 hours, 1 hour 30 minutes. */
public final class InWords {
    private InWords() {}

    public static String of(Duration length) {
        List<String> words = new ArrayList<>();
        count(words, length.toHours(), "hour");
        count(words, length.toMinutesPart(), "minute");
        count(words, length.toSecondsPart(), "second");
        return words.isEmpty() ? "0 minutes" : String.join(" ", words);
    }

    private static void count(List<String> words, long number, String unit) {
        if (number > 0) {
            words.add(number + " " + unit + (number == 1 ? "" : "s"));
        }
    }
}
