package io.hindsight.words;

import java.math.BigDecimal;

/**
 * A figure of the impact beside the seven that everybody has (rule {@code impact.figures}), as the policy named it when it was
 * recorded.
 *
 * @param id by which commands call it
 * @param label how people call it
 * @param unit what it counts, {@code EUR} or {@code reports}
 */
public record CustomFigure(String id, String label, String unit, BigDecimal amount) {}
