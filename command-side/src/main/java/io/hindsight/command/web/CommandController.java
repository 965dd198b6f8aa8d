package io.hindsight.command.web;

import io.hindsight.command.decision.Actor;
import io.hindsight.command.decision.Limits;
import io.hindsight.command.postmortem.Answer;
import io.hindsight.command.postmortem.Ids;
import io.hindsight.command.postmortem.Instruction;
import io.hindsight.command.postmortem.PostmortemRequests;
import io.hindsight.command.postmortem.Request;
import io.hindsight.eventstore.EventPositions;
import io.hindsight.http.Problem;
import io.hindsight.http.Roles;
import io.hindsight.http.Violation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The commands of every subject, one endpoint for all. Who may give which is decided with the postmortem at hand, since its
 * owner and its incident commander may do more than their roles say: 403 {@code not-allowed}.
 */
@RestController
@RequestMapping("/api/postmortems")
class CommandController {
    private static final int MOST_COMMANDS = 500;

    private final CommandReader reader;
    private final PostmortemRequests requests;
    private final EventPositions positions;
    private final Ids ids;

    CommandController(CommandReader reader, PostmortemRequests requests, EventPositions positions, Ids ids) {
        this.reader = reader;
        this.requests = requests;
        this.positions = positions;
        this.ids = ids;
    }

    /** Opens a postmortem: 201 with its {@code Location}; 409 {@code id-in-use}. */
    @PostMapping
    @RolesAllowed(Roles.RESPONDER)
    ResponseEntity<CommandAnswer> open(
            @RequestBody JsonNode body,
            @RequestHeader(name = "Idempotency-Key", required = false) String idempotencyKey) {
        Instruction open = reader.read("open", body, "");
        Conditions conditions = Conditions.of(null, idempotencyKey);
        Actor actor = Actors.current();
        Answer answer = requests.send(request(
                idToOpen(body, conditions, actor),
                List.of(open),
                actor,
                conditions,
                Conditions.hash("open", body.toString())));
        return answered(
                ResponseEntity.created(URI.create("/api/postmortems/" + answer.id())),
                answer,
                CommandAnswer.ofOne(answer));
    }

    /** The same caller's same key has to find the postmortem that it opened the first time. */
    private String idToOpen(JsonNode body, Conditions conditions, Actor actor) {
        JsonNode given = body.get("id");
        if (given != null && !given.isNull()) {
            return given.asString();
        }
        return conditions.key() == null
                ? ids.next()
                : Conditions.hash(actor.name(), conditions.key()).substring(0, 32);
    }

    /** One command: 200 with the postmortem's version after it. */
    @PostMapping("/{id}/commands/{command}")
    @RolesAllowed(Roles.READER)
    ResponseEntity<CommandAnswer> one(
            @PathVariable @Pattern(regexp = Limits.ID) String id,
            @PathVariable String command,
            @RequestBody(required = false) JsonNode body,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) String idempotencyKey) {
        JsonNode fields = body == null ? JsonNodeFactory.instance.objectNode() : body;
        Instruction instruction = reader.read(notOpening(command), fields, "");
        Answer answer = requests.send(request(
                id,
                List.of(instruction),
                Actors.current(),
                Conditions.of(ifMatch, idempotencyKey),
                Conditions.hash(command, fields.toString())));
        return answered(ResponseEntity.ok(), answer, CommandAnswer.ofOne(answer));
    }

    /** Several commands: all take effect, in order, or none does. */
    @PostMapping("/{id}/commands")
    @RolesAllowed(Roles.READER)
    ResponseEntity<CommandAnswer> several(
            @PathVariable @Pattern(regexp = Limits.ID) String id,
            @RequestBody JsonNode body,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) String idempotencyKey) {
        Answer answer = requests.send(request(
                id,
                instructions(body),
                Actors.current(),
                Conditions.of(ifMatch, idempotencyKey),
                Conditions.hash("", body.toString())));
        return answered(ResponseEntity.ok(), answer, CommandAnswer.ofSeveral(answer));
    }

    private List<Instruction> instructions(JsonNode body) {
        if (!(body instanceof ArrayNode commands) || commands.isEmpty() || commands.size() > MOST_COMMANDS) {
            throw new Problem(400, "invalid-body", "Several commands are an array of 1 to " + MOST_COMMANDS);
        }
        List<Instruction> instructions = new ArrayList<>();
        for (JsonNode each : commands) {
            String at = "[" + instructions.size() + "]";
            JsonNode name = each.get("command");
            if (!(each instanceof ObjectNode) || name == null || !name.isString()) {
                throw new Problem(400, "invalid-body", "Each command is an object that names it")
                        .violation(
                                Violation.ofField(at + ".command", "The command's name, such as add-timeline-entry"));
            }
            ObjectNode fields = (ObjectNode) each.deepCopy();
            fields.remove("command");
            instructions.add(reader.read(notOpening(name.asString()), fields, at + "."));
        }
        return instructions;
    }

    private static String notOpening(String command) {
        if (command.equals("open")) {
            throw new Problem(404, "command-unknown", "A postmortem is opened by POST /api/postmortems");
        }
        return command;
    }

    private Request request(
            String id, List<Instruction> instructions, Actor actor, Conditions conditions, String hash) {
        return new Request(
                id,
                instructions,
                actor,
                conditions.version(),
                conditions.key(),
                conditions.key() == null ? null : hash,
                ids.next());
    }

    private ResponseEntity<CommandAnswer> answered(
            ResponseEntity.BodyBuilder builder, Answer answer, CommandAnswer body) {
        return builder.eTag(String.valueOf(answer.version()))
                .header(
                        "Event-Position",
                        positions.after(answer.id(), answer.version()).toString())
                .body(body);
    }
}
