package io.hindsight.command.web;

import io.hindsight.command.decision.Actor;
import io.hindsight.command.decision.Limits;
import io.hindsight.command.postmortem.Answer;
import io.hindsight.command.postmortem.Ids;
import io.hindsight.command.postmortem.Instruction;
import io.hindsight.command.postmortem.PostmortemRequests;
import io.hindsight.command.postmortem.Request;
import io.hindsight.eventstore.EventPositions;
import io.hindsight.http.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The commands of every subject, one endpoint for all. Who may give which is decided with the postmortem at hand, since its
 * owner and its incident commander may do more than their roles say: 403 {@code not-allowed}.
 */
@RestController
@RequestMapping("/api/postmortems")
class CommandController {
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

    /**
     * Opens a postmortem: 201 with its {@code Location}; 409 {@code id-in-use}.
     *
     * @param idempotencyKey the same key with the same body answers as the first time and changes nothing more; a request that changed
     *     nothing, or was refused, is decided anew
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @RolesAllowed(Roles.RESPONDER)
    ResponseEntity<CommandAnswer> open(
            @RequestBody JsonNode body,
            @RequestHeader(name = "Idempotency-Key", required = false) String idempotencyKey) {
        Instruction open = reader.readOpen(body);
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
                : Conditions.hash(actor.identity(), conditions.key()).substring(0, 32);
    }

    /**
     * One command: 200 with the postmortem's version after it.
     *
     * @param ifMatch the version that the postmortem has to be at, as an ETag says it, or several; a weak one never matches
     * @param idempotencyKey the same key with the same body answers as the first time and changes nothing more; a request that changed
     *     nothing, or was refused, is decided anew
     */
    @PostMapping("/{id}/commands/{command}")
    @RolesAllowed(Roles.READER)
    ResponseEntity<CommandAnswer> one(
            @PathVariable @Pattern(regexp = Limits.ID, message = Limits.ID_MESSAGE) String id,
            @PathVariable String command,
            @RequestBody(required = false) JsonNode body,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) String idempotencyKey) {
        JsonNode fields = body == null ? JsonNodeFactory.instance.objectNode() : body;
        Instruction instruction = reader.read(command, fields);
        Answer answer = requests.send(request(
                id,
                List.of(instruction),
                Actors.current(),
                Conditions.of(ifMatch, idempotencyKey),
                Conditions.hash(command, fields.toString())));
        return answered(ResponseEntity.ok(), answer, CommandAnswer.ofOne(answer));
    }

    /**
     * Several commands: all take effect, in order, or none does.
     *
     * @param ifMatch the version that the postmortem has to be at, as an ETag says it, or several; a weak one never matches
     * @param idempotencyKey the same key with the same body answers as the first time and changes nothing more; a request that changed
     *     nothing, or was refused, is decided anew
     */
    @PostMapping("/{id}/commands")
    @RolesAllowed(Roles.READER)
    ResponseEntity<CommandAnswer> several(
            @PathVariable @Pattern(regexp = Limits.ID, message = Limits.ID_MESSAGE) String id,
            @RequestBody JsonNode body,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) String idempotencyKey) {
        Answer answer = requests.send(request(
                id,
                reader.readSeveral(body),
                Actors.current(),
                Conditions.of(ifMatch, idempotencyKey),
                Conditions.hash("", body.toString())));
        return answered(ResponseEntity.ok(), answer, CommandAnswer.ofSeveral(answer));
    }

    private Request request(
            String id, List<Instruction> instructions, Actor actor, Conditions conditions, String hash) {
        return new Request(
                id,
                instructions,
                actor,
                conditions.versions(),
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
