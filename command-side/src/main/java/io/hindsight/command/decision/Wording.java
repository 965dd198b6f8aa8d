package io.hindsight.command.decision;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.hindsight.words.GentlerPhrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the policy's words and phrases in what people write, as readers see it: characters that nobody sees, such as a soft
 * hyphen, hide none, and each finding says where it stands in the text as it was written.
 */
public final class Wording {
    /** Blanks of every kind, also those without a width, a hyphen, and the marks of Markdown around one of the words. */
    private static final String BETWEEN_WORDS = "[\\s\\p{Z}\\p{Pd}\\p{Cf}*_]+";
    /** Characters without a shape of their own: where a word may be hyphenated, or a line may break. */
    private static final String UNSEEN = "\\p{Cf}*+";

    private static final int MOST_FINDINGS = 100;
    /** A policy keeps its lists, and to make a pattern of one takes longer than to look through an entry with it. */
    private static final LoadingCache<List<GentlerPhrase>, Search> SEARCHES =
            Caffeine.newBuilder().weakKeys().build(Search::of);

    /** A text and the field of the command that it is; null where it was not given. */
    public record Text(String field, String text) {}

    private Wording() {}

    /**
     * Where the words or phrases stand in the texts, as whole words and in any case, across line breaks and with either kind of
     * apostrophe; the first hundred places.
     *
     * @param place before the names of the fields
     */
    static List<Finding> found(String place, List<GentlerPhrase> phrases, Text... texts) {
        List<Finding> found = new ArrayList<>();
        if (phrases.isEmpty()) {
            return found;
        }
        Search search = SEARCHES.get(phrases);
        for (Text text : texts) {
            if (text.text() != null) {
                Matcher matcher = search.pattern().matcher(text.text());
                while (found.size() < MOST_FINDINGS && matcher.find()) {
                    GentlerPhrase phrase = search.found(matcher);
                    found.add(new Finding(
                            place + text.field(),
                            matcher.start(),
                            matcher.end() - matcher.start(),
                            phrase.word(),
                            phrase.instead()));
                }
            }
        }
        return found;
    }

    /** One group of the pattern for each phrase, in their order. */
    private record Search(List<GentlerPhrase> phrases, Pattern pattern) {

        static Search of(List<GentlerPhrase> phrases) {
            // Where one begins with another, the longer one is meant.
            List<GentlerPhrase> longestFirst = phrases.stream()
                    .sorted(Comparator.comparing(
                            (GentlerPhrase phrase) -> -phrase.word().length()))
                    .toList();
            String any = longestFirst.stream()
                    .map(phrase -> "(" + asWritten(phrase.word()) + ")")
                    .collect(Collectors.joining(
                            "|", "(?<![\\p{L}\\p{N}]\\p{Cf}{0,3})(?:", ")(?!\\p{Cf}*+[\\p{L}\\p{N}])"));
            return new Search(longestFirst, Pattern.compile(any, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
        }

        GentlerPhrase found(Matcher matcher) {
            int group = 1;
            while (matcher.group(group) == null) {
                group++;
            }
            return phrases.get(group - 1);
        }
    }

    private static String asWritten(String phrase) {
        return Pattern.compile("\\s+")
                .splitAsStream(phrase.strip())
                .map(word -> word.codePoints()
                        .mapToObj(Character::toString)
                        .map(letter -> letter.matches("['’]") ? "['’]" : Pattern.quote(letter))
                        .collect(Collectors.joining(UNSEEN)))
                .collect(Collectors.joining(BETWEEN_WORDS));
    }
}
