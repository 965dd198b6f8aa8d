package io.hindsight.query.history;

/**
 * One field before and after an event.
 *
 * @param path where it is in the document; an element of a list goes by its id, {@code timeline[e1].text}, and {@code
 *     contributingFactors.order} is the ids in the order in which people put them
 * @param before the JSON value; null where there was none, like after
 */
record DocumentChange(String path, Object before, Object after) {}
