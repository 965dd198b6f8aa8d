package io.hindsight.words;

import java.time.Instant;

/**
 * What was owed on a postmortem where an export of it was made.
 *
 * @param subject the id of the action item; null for the obligations that a postmortem has once
 * @param dueAt the first instant that is too late
 * @param doneAt when it was done; null where it was not
 * @param rule the id of the rule that set the deadline
 */
public record Owed(ObligationKind kind, String subject, Instant dueAt, Instant doneAt, String rule) {}
