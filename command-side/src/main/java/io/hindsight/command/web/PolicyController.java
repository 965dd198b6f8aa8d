package io.hindsight.command.web;

import io.hindsight.command.decision.Policies.InForce;
import io.hindsight.command.policy.ChangePolicy;
import io.hindsight.command.policy.PolicyHistory;
import io.hindsight.command.policy.PolicyHistory.PolicyChange;
import io.hindsight.command.policy.PolicyInForce;
import io.hindsight.command.policy.PolicyRequests;
import io.hindsight.command.postmortem.Ids;
import io.hindsight.events.PolicyEvent;
import io.hindsight.eventstore.EventPositions;
import io.hindsight.http.Problem;
import io.hindsight.http.Roles;
import io.hindsight.http.Violation;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The policy of the process: what it is and was, who changed it, and changing it. */
@RestController
@RequestMapping("/api/policy")
class PolicyController {
    private static final int MOST = 200;

    private final PolicyInForce inForce;
    private final PolicyHistory history;
    private final PolicyRequests requests;
    private final CommandReader reader;
    private final EventPositions positions;
    private final Ids ids;
    private final JsonMapper json;

    PolicyController(
            PolicyInForce inForce,
            PolicyHistory history,
            PolicyRequests requests,
            CommandReader reader,
            EventPositions positions,
            Ids ids,
            JsonMapper json) {
        this.inForce = inForce;
        this.history = history;
        this.requests = requests;
        this.reader = reader;
        this.positions = positions;
        this.ids = ids;
        this.json = json;
    }

    /**
     * The policy in force, or as it stood; 404 {@code version-not-found}.
     *
     * @param version after that many changes
     */
    @GetMapping
    @RolesAllowed(Roles.READER)
    ResponseEntity<PolicyDocument> policy(@RequestParam(required = false) Long version) {
        InForce wanted = version == null ? inForce.atLeast(0) : atVersion(version);
        return ResponseEntity.ok()
                .eTag(String.valueOf(wanted.version()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .body(PolicyDocument.of(wanted));
    }

    private InForce atVersion(long version) {
        if (version == 0) {
            return InForce.DEFAULT;
        }
        List<PolicyChange> changes = history.changes();
        if (version < 0 || version > changes.size()) {
            throw new Problem(404, "version-not-found", "The policy has no version %d.".formatted(version));
        }
        return changes.get((int) version - 1).inForce();
    }

    /** Who changed what of the policy when and why, newest first. */
    @GetMapping("/history")
    @RolesAllowed(Roles.READER)
    PolicyHistoryPage history(
            @RequestParam(defaultValue = "50") int size, @RequestParam(required = false) String cursor) {
        if (size < 1 || size > MOST) {
            throw badParameter("size", "must be from 1 to " + MOST);
        }
        if (cursor != null && !cursor.matches("[1-9][0-9]{0,17}")) {
            throw badParameter("cursor", "takes nextCursor of an answer to the same question");
        }
        return PolicyHistoryPage.of(
                history.changes(), cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor), size, json);
    }

    private static Problem badParameter(String name, String message) {
        return new Problem(400, "invalid-parameters", "The query cannot be taken: see the violations.")
                .violation(Violation.ofField(name, message));
    }

    /**
     * The policy's version after the command.
     *
     * @param version the number of changes, from 1
     */
    record PolicyAnswer(long version) {}

    /**
     * Changes the policy; what is still owed on postmortems under way follows. The same change again changes nothing.
     *
     * @param ifMatch the version that the policy has to be at, as an ETag says it, or several; a weak one never matches
     */
    @PostMapping("/commands/{command}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    ResponseEntity<PolicyAnswer> change(
            @PathVariable String command,
            @RequestBody(required = false) JsonNode body,
            @RequestHeader(name = "If-Match", required = false) String ifMatch) {
        JsonNode fields = body == null ? JsonNodeFactory.instance.objectNode() : body;
        ChangePolicy.Instruction instruction = reader.readPolicy(command, fields, "");
        long version = requests.send(new ChangePolicy(
                List.of(instruction),
                Actors.current(),
                Conditions.of(ifMatch, null).versions(),
                ids.next()));
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().eTag(String.valueOf(version));
        if (version > 0) {
            answer.header(
                    "Event-Position",
                    positions.after(PolicyEvent.POLICY_ID, version).toString());
        }
        return answer.body(new PolicyAnswer(version));
    }
}
