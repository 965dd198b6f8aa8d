package io.hindsight.command.decision;

/**
 * A word in a text that the text does better without.
 *
 * @param field the field of the command; of several commands in one request with the place of the command before it:
 *     {@code [2].text}
 * @param offset where it stands in the text, from 0, in UTF-16 code units, as Java and JavaScript count
 * @param length of what stands there, in the same
 * @param word the word or phrase of the policy that it is
 * @param instead what says the same more gently
 */
public record Finding(String field, int offset, int length, String word, String instead) {

    /** On one line: what the policy says may be anything. */
    public Finding {
        word = word.replaceAll("\\s+", " ");
        instead = instead == null ? "" : instead.replaceAll("\\s+", " ");
    }
}
