package io.hindsight.command.web;

import io.hindsight.command.decision.Command;
import io.hindsight.command.policy.ChangePolicy;
import io.hindsight.command.policy.PolicyCommand;
import io.hindsight.command.policy.PolicyCommands;
import io.hindsight.command.postmortem.CommandRegistry;
import io.hindsight.command.postmortem.Instruction;
import io.hindsight.http.Problem;
import io.hindsight.http.Violation;
import io.hindsight.http.json.JsonProblems;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a command from the body of a request: the fields of its record and {@code reason}; nothing else may be there. The
 * mapper is the web's, which refuses unknown fields and wrong types.
 */
@Component
class CommandReader {
    static final int LONGEST_REASON = 1_000;

    private final JsonMapper json;
    private final Validator validator;

    CommandReader(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * @param name the command's name in the API
     * @param at where the body stands in the request, for messages: empty, or {@code [3].}
     */
    Instruction read(String name, JsonNode body, String at) {
        Class<? extends Command> type = CommandRegistry.all().get(name);
        if (type == null) {
            throw new Problem(404, "command-unknown", "There is no command " + name);
        }
        Given<Command> given = read(type, body, at, Command::needsReason, command -> Map.of());
        return new Instruction(name, given.command(), given.reason());
    }

    /** The policy's command of this name. */
    ChangePolicy.Instruction readPolicy(String name, JsonNode body, String at) {
        Class<? extends PolicyCommand> type = PolicyCommands.all().get(name);
        if (type == null) {
            throw new Problem(404, "command-unknown", "There is no command " + name);
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
            throw malformed(List.of(Violation.ofField(at.isEmpty() ? "" : at, "A command is a JSON object")));
        }
        ObjectNode fields = object.deepCopy();
        String reason = reason(fields.remove("reason"), at);
        C command = value(fields, type, at);
        List<Violation> violations = new ArrayList<>();
        // In an order of their own: the validator has none, and the same body is to be answered the same.
        validator.validate(command).stream()
                .map(violation -> Violation.ofField(at + violation.getPropertyPath(), violation.getMessage()))
                .sorted(Comparator.comparing(Violation::field))
                .forEach(violations::add);
        if (violations.isEmpty()) {
            malformed
                    .apply(command)
                    .forEach((field, message) -> violations.add(Violation.ofField(at + field, message)));
        }
        if (needsReason.test(command) && reason == null) {
            violations.add(Violation.ofField(at + "reason", "This needs a reason"));
        }
        if (!violations.isEmpty()) {
            throw malformed(violations);
        }
        return new Given<>(command, reason);
    }

    private String reason(JsonNode given, String at) {
        String reason = given == null ? null : value(given, String.class, at + "reason");
        if (reason == null || reason.isBlank()) {
            return null;
        }
        if (reason.length() > LONGEST_REASON) {
            throw malformed(
                    List.of(Violation.ofField(at + "reason", "A reason has up to " + LONGEST_REASON + " characters")));
        }
        return reason;
    }

    private <T> T value(JsonNode given, Class<T> type, String at) {
        try {
            return json.treeToValue(given, type);
        } catch (JacksonException refused) {
            List<Violation> placed = new ArrayList<>();
            for (Violation violation : JsonProblems.of(refused).violations()) {
                placed.add(Violation.ofField(at + violation.field(), violation.message()));
            }
            throw malformed(placed);
        }
    }

    private static Problem malformed(List<Violation> violations) {
        return new Problem(400, "invalid-body", "The body cannot be taken: see the violations.").violations(violations);
    }
}
