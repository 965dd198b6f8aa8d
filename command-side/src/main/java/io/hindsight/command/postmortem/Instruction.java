package io.hindsight.command.postmortem;

import io.hindsight.command.decision.Command;

/**
 * One command of a request.
 *
 * @param name its name in the API, {@code add-timeline-entry}
 * @param reason why, in the caller's words; may be null
 */
public record Instruction(String name, Command command, String reason) {}
