package io.hindsight.command.decision;

/**
 * A rule that is not met, in a warning or a refusal.
 *
 * @param rule the rule's id
 * @param message in plain words, what would satisfy it
 */
public record RuleMessage(String rule, String message) {}
