package io.hindsight.http.json;

import io.hindsight.http.Violation;
import java.util.List;

/**
 * What came of reading a body, or a piece of one.
 *
 * @param value what was read; where something is wrong, the rest of it, for a look at what else is; null where there is no rest
 * @param violations all that is wrong: what cannot be read, in the order of the body, then what does not keep to its constraints, by
 *     field; of very many the first
 */
public record Reading<T>(T value, List<Violation> violations) {}
