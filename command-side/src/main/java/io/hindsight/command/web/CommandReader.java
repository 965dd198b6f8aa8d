package io.hindsight.command.web;

import io.hindsight.command.decision.Command;
import io.hindsight.command.policy.ChangePolicy;
import io.hindsight.command.policy.PolicyCommand;
import io.hindsight.command.policy.PolicyCommands;
import io.hindsight.command.postmortem.CommandRegistry;
import io.hindsight.command.postmortem.Instruction;
import io.hindsight.http.Problem;
import io.hindsight.http.Violation;
import io.hindsight.http.json.BodyReader;
import io.hindsight.http.json.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a command from the body of a request: the fields of its record and {@code reason}; nothing else may be there. All that is
 * wrong is said at once.
 */
@Component
class CommandReader {
    static final int LONGEST_REASON = 1_000;
    static final int MOST_COMMANDS = 500;

    private static final String OPEN = "open";
    private static final String REASON = "reason";
    /** More would be an answer that nobody reads. */
    private static final int MOST_VIOLATIONS = 100;

    private final BodyReader bodies;

    CommandReader(BodyReader bodies) {
        this.bodies = bodies;
    }

    /** The command that opens a postmortem. */
    Instruction readOpen(JsonNode body) {
        return read(OPEN, CommandRegistry.all().get(OPEN), body, "");
    }

    /**
     * One command.
     *
     * @param name its name in the API
     */
    Instruction read(String name, JsonNode body) {
        return read(name, body, "");
    }

    /** Several commands, each an object that names its own. */
    List<Instruction> readSeveral(JsonNode body) {
        if (!(body instanceof ArrayNode commands) || commands.isEmpty() || commands.size() > MOST_COMMANDS) {
            throw new Problem(400, "invalid-body", "Several commands are an array of 1 to " + MOST_COMMANDS);
        }
        List<Instruction> instructions = new ArrayList<>();
        List<Problem> refused = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            try {
                instructions.add(readNamed(commands.get(i), "[" + i + "]"));
            } catch (Problem problem) {
                refused.add(problem);
            }
        }
        if (!refused.isEmpty()) {
            throw together(refused);
        }
        return instructions;
    }

    private Instruction readNamed(JsonNode each, String at) {
        JsonNode name = each.get("command");
        if (!(each instanceof ObjectNode) || name == null || !name.isString()) {
            throw malformed(List.of(Violation.ofField(
                    at + ".command",
                    "must be the name of the command that the object is, such as add-timeline-entry")));
        }
        ObjectNode fields = (ObjectNode) each.deepCopy();
        fields.remove("command");
        return read(name.asString(), fields, at);
    }

    private Instruction read(String name, JsonNode body, String at) {
        Class<? extends Command> type = CommandRegistry.all().get(name);
        String field = at.isEmpty() ? "command" : at + ".command";
        if (OPEN.equals(name)) {
            String instead = "A postmortem is opened by POST /api/postmortems";
            throw new Problem(404, "command-unknown", instead).violation(Violation.ofField(field, instead));
        }
        if (type == null) {
            throw CommandNames.unknown(name, CommandRegistry.all().keySet(), field);
        }
        return read(name, type, body, at);
    }

    private Instruction read(String name, Class<? extends Command> type, JsonNode body, String at) {
        Given<Command> given = read(type, body, at, Command::needsReason, command -> Map.of());
        return new Instruction(name, given.command(), given.reason());
    }

    /**
     * The policy's command of this name.
     *
     * @param at where it stands in the request: empty, or {@code [3]}
     */
    ChangePolicy.Instruction readPolicy(String name, JsonNode body, String at) {
        Class<? extends PolicyCommand> type = PolicyCommands.all().get(name);
        if (type == null) {
            throw CommandNames.unknown(name, PolicyCommands.all().keySet(), at.isEmpty() ? "command" : at + ".command");
        }
        Given<PolicyCommand> given = read(type, body, at, command -> false, PolicyCommand::malformed);
        return new ChangePolicy.Instruction(name, given.command(), given.reason());
    }

    private record Given<C>(C command, String reason) {}

    private <C> Given<C> read(
            Class<? extends C> type,
            JsonNode body,
            String at,
            Predicate<C> needsReason,
            Function<C, Map<String, String>> malformed) {
        if (!(body instanceof ObjectNode object)) {
            throw malformed(List.of(Violation.ofField(at.isEmpty() ? "body" : at, "must be an object")));
        }
        ObjectNode fields = object.deepCopy();
        Reading<String> reason = reason(fields.remove(REASON), below(at, REASON));
        Reading<? extends C> reading = bodies.read(fields, type, at, Set.of(REASON));
        C command = reading.value();
        List<Violation> violations = new ArrayList<>(reading.violations());
        violations.addAll(reason.violations());
        if (violations.isEmpty()) {
            malformed
                    .apply(command)
                    .forEach((field, message) -> violations.add(Violation.ofField(below(at, field), message)));
        }
        if (command != null
                && needsReason.test(command)
                && reason.value() == null
                && reason.violations().isEmpty()) {
            violations.add(Violation.ofField(below(at, REASON), "must not be left out: this needs a reason"));
        }
        if (!violations.isEmpty()) {
            throw malformed(violations);
        }
        return new Given<>(command, reason.value());
    }

    private Reading<String> reason(JsonNode given, String at) {
        if (given == null) {
            return new Reading<>(null, List.of());
        }
        Reading<String> reason = bodies.read(given, String.class, at, Set.of());
        if (reason.value() == null || reason.value().isBlank()) {
            return new Reading<>(null, reason.violations());
        }
        return reason.value().length() <= LONGEST_REASON
                ? reason
                : new Reading<>(
                        null, List.of(Violation.ofField(at, "must have up to " + LONGEST_REASON + " characters")));
    }

    private static String below(String at, String field) {
        return at.isEmpty() ? field : at + "." + field;
    }

    /** All that is wrong with several commands; where all else is right, that some are not known. */
    private static Problem together(List<Problem> refused) {
        List<Violation> violations = refused.stream()
                .flatMap(each -> each.violations().stream())
                .limit(MOST_VIOLATIONS)
                .toList();
        boolean onlyUnknown = refused.stream().allMatch(each -> each.status() == 404);
        return onlyUnknown
                ? new Problem(404, "command-unknown", "There are commands that are not known: see the violations.")
                        .violations(violations)
                : malformed(violations);
    }

    private static Problem malformed(List<Violation> violations) {
        return new Problem(400, "invalid-body", "The body cannot be taken: see the violations.").violations(violations);
    }
}
