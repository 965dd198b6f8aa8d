package io.hindsight.command.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.hindsight.command.decision.RuleMessage;
import io.hindsight.command.postmortem.Answer;
import io.hindsight.command.postmortem.Answer.MadePart;
import java.util.List;
import java.util.Map;

/**
 * What an accepted request is answered.
 *
 * @param id the postmortem's
 * @param version the number of its events, from 1
 * @param warnings rules that are not met and only warn
 * @param made of a single command: the id of the part that it made, under its name ({@code entryId}, {@code itemId})
 * @param results of several commands: those that made a part, in order, each with that part's id
 */
record CommandAnswer(
        String id,
        long version,
        List<RuleMessage> warnings,
        @JsonAnyGetter Map<String, String> made,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<CommandResult> results) {

    record CommandResult(String command, @JsonAnyGetter Map<String, String> made) {}

    static CommandAnswer ofOne(Answer answer) {
        Map<String, String> made = answer.made().isEmpty()
                ? Map.of()
                : CommandAnswer.made(answer.made().get(0));
        return new CommandAnswer(answer.id(), answer.version(), answer.warnings(), made, null);
    }

    static CommandAnswer ofSeveral(Answer answer) {
        List<CommandResult> results = answer.made().stream()
                .map(part -> new CommandResult(part.command(), made(part)))
                .toList();
        return new CommandAnswer(answer.id(), answer.version(), answer.warnings(), Map.of(), results);
    }

    private static Map<String, String> made(MadePart part) {
        return Map.of(part.name(), part.id());
    }
}
