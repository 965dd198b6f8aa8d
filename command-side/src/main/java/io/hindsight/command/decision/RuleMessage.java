package io.hindsight.command.decision;

/**
 * A rule that is not met, in a warning or a refusal.
 *
 * @param rule the rule's id
 * @param message in plain words and on one line, what would satisfy it
 */
public record RuleMessage(String rule, String message) {

    /** What people wrote may be quoted in it, line breaks included. */
    public RuleMessage {
        message = message.replaceAll("\\R", " ");
    }
}
