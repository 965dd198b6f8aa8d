package io.hindsight.command.postmortem;

import io.hindsight.command.decision.RuleMessage;
import java.util.List;

/**
 * What an accepted request is answered.
 *
 * @param version the number of the postmortem's events after it
 * @param made the parts that it made, in order
 */
public record Answer(String id, long version, List<RuleMessage> warnings, List<MadePart> made) {

    /**
     * A part that a command made.
     *
     * @param command the command's name
     * @param name how the part's id is called: {@code entryId}
     */
    public record MadePart(String command, String name, String id) {}
}
