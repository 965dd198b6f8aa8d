package io.hindsight.query.history;

/**
 * One field before and after an event.
 *
 * @param path where it is in the document; an element of a list goes by its id, {@code timeline[e1].text}
 * @param before the JSON value; null where there was none, like after
 */
record Change(String path, Object before, Object after) {}
