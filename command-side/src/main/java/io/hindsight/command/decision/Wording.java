package io.hindsight.command.decision;

import io.hindsight.words.GentlerPhrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds words in what people write. */
public final class Wording {
    private static final int MOST_FINDINGS = 100;

    /** A text and the field of the command that it is; null where it was not given. */
    public record Text(String field, String text) {}

    private Wording() {}

    /**
     * Where the words or phrases stand in the texts, as whole words and in any case, across line breaks and with either kind of
     * apostrophe; the first hundred places.
     */
    static List<Finding> found(List<GentlerPhrase> phrases, Text... texts) {
        List<Finding> found = new ArrayList<>();
        if (phrases.isEmpty()) {
            return found;
        }
        // Where one begins with another, the longer one is meant.
        List<GentlerPhrase> longestFirst = phrases.stream()
                .sorted(Comparator.comparing(
                        (GentlerPhrase phrase) -> -phrase.word().length()))
                .toList();
        Pattern pattern = pattern(longestFirst);
        for (Text text : texts) {
            if (text.text() != null) {
                Matcher matcher = pattern.matcher(text.text());
                while (found.size() < MOST_FINDINGS && matcher.find()) {
                    found.add(finding(longestFirst, text, matcher));
                }
            }
        }
        return found;
    }

    private static Finding finding(List<GentlerPhrase> phrases, Text text, Matcher matcher) {
        int which = 0;
        while (matcher.group(which + 1) == null) {
            which++;
        }
        GentlerPhrase phrase = phrases.get(which);
        return new Finding(
                text.field(), matcher.start(), matcher.end() - matcher.start(), phrase.word(), phrase.instead());
    }

    /** One group for each phrase, in their order. */
    private static Pattern pattern(List<GentlerPhrase> phrases) {
        return Pattern.compile(
                phrases.stream()
                        .map(phrase -> "(" + asWritten(phrase.word()) + ")")
                        .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String asWritten(String phrase) {
        return Pattern.compile("\\s+")
                .splitAsStream(phrase.strip())
                .map(word -> Pattern.compile("['’]")
                        .splitAsStream(word)
                        .map(Pattern::quote)
                        .collect(Collectors.joining("['’]")))
                .collect(Collectors.joining("\\s+"));
    }
}
