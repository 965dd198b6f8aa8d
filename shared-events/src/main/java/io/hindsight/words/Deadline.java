package io.hindsight.words;

import java.time.Instant;

/**
 * When an obligation is due, as it was decided under the policy in force then.
 *
 * @param kind what is owed
 * @param subject the id of the action item; null for the obligations that a postmortem has once
 * @param dueAt the first instant that is too late; null where nothing is owed any more
 * @param countedFrom the instant that the deadline was counted from; null where it was given
 * @param rule the id of the rule that set it
 */
public record Deadline(ObligationKind kind, String subject, Instant dueAt, Instant countedFrom, String rule) {}
