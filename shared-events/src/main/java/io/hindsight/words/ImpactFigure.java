package io.hindsight.words;

/**
 * A figure that an organisation measures its impact by, beside those that all do (rule {@code impact.figures}).
 *
 * @param id how it is called in the document
 * @param label how people call it
 * @param unit what is counted, such as {@code orders} or {@code EUR}; null for a bare number
 */
public record ImpactFigure(String id, String label, String unit) {}
