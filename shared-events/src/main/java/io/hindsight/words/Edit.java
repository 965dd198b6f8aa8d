package io.hindsight.words;

import java.time.Instant;

/**
 * A change of what reviewers have read.
 *
 * @param version the postmortem's version with it
 * @param at when it was recorded
 * @param by who made it; null where it came with an earlier request than the event that names it
 * @param action the stored name of its event
 */
public record Edit(long version, Instant at, String by, String action) {}
