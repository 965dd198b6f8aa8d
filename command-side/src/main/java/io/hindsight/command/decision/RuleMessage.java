package io.hindsight.command.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A rule that is not met, in a warning or a refusal.
 *
 * @param rule the rule's id
 * @param message in plain words and on one line, what would satisfy it
 * @param findings of a rule about wording, where the words stand; the first hundred
 */
public record RuleMessage(
        String rule, String message, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Finding> findings) {

    /** What people wrote may be quoted in it, line breaks included. */
    public RuleMessage {
        message = message.replaceAll("\\R", " ");
        findings = findings == null ? List.of() : List.copyOf(findings);
    }

    public RuleMessage(String rule, String message) {
        this(rule, message, List.of());
    }
}
