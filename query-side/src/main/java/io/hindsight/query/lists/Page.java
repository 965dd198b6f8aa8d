package io.hindsight.query.lists;

import java.util.List;

/**
 * A part of a list.
 *
 * @param nextCursor what asks for the next part; null at the end
 */
public record Page<T>(List<T> items, String nextCursor) {}
