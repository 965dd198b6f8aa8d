package io.hindsight.events;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Reads an event that was stored in an older shape: turns the JSON object of revision {@code fromRevision} of the event
 * {@code name} into that of the next one. The object holds what JSON holds: {@code Map}, {@code List}, {@code String},
 * {@code Number}, {@code Boolean} and null. The stored event stays as it is.
 *
 * @param toName the stored name from the next revision on, usually the same
 */
public record Upcast(String name, int fromRevision, String toName, UnaryOperator<Map<String, Object>> change) {}
