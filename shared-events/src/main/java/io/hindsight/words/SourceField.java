package io.hindsight.words;

/**
 * One field of an imported record, named by its path in the record ({@code timeline[3].at}).
 *
 * @param message why it was not understood; null for a field that has only no place of its own in the document
 */
public record SourceField(String field, String value, String message) {}
