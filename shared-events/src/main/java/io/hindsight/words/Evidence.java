package io.hindsight.words;

/**
 * Where the data of a timeline entry comes from (rule {@code timeline.evidence}); at least one part is given.
 *
 * @param url a link to a graph, a search, a log, a post; may be null
 * @param label how to call it; may be null
 * @param query the query or command that was used; may be null
 */
public record Evidence(String url, String label, String query) {}
