package io.hindsight.words;

/**
 * A word or phrase that a text does better without.
 *
 * @param word in any case and as whole words
 * @param instead what says the same more gently
 */
public record GentlerPhrase(String word, String instead) {}
