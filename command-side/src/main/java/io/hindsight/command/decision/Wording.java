package io.hindsight.command.decision;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Finds words in what people write. */
public final class Wording {
    private Wording() {}

    /** Which of the words or phrases stand in one of the texts, as whole words and in any case. */
    public static List<String> found(Collection<String> words, String... texts) {
        List<String> lowered = Arrays.stream(texts)
                .filter(Objects::nonNull)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .toList();
        return words.stream()
                .filter(word -> lowered.stream().anyMatch(text -> holds(text, word.toLowerCase(Locale.ROOT))))
                .toList();
    }

    private static boolean holds(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            if (begins && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }
}
