package io.hindsight.command.web;

import io.hindsight.command.decision.Limits;
import io.hindsight.command.postmortem.PostmortemRequests;
import io.hindsight.command.readiness.AskReadiness;
import io.hindsight.command.readiness.Readiness;
import io.hindsight.eventstore.EventPositions;
import io.hindsight.http.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What is still to do. */
@RestController
class ReadinessController {
    private final PostmortemRequests requests;
    private final EventPositions positions;

    ReadinessController(PostmortemRequests requests, EventPositions positions) {
        this.requests = requests;
        this.positions = positions;
    }

    /**
     * Every rule: met, warned or unmet, with what would satisfy it; the owner's ten steps, ticked by what happened; and the
     * next step. 404 {@code postmortem-not-found}. It is asked of the events themselves, so that it is never behind.
     */
    @GetMapping("/api/postmortems/{id}/readiness")
    @RolesAllowed(Roles.READER)
    ResponseEntity<Readiness> readiness(
            @PathVariable @Pattern(regexp = Limits.ID, message = Limits.ID_MESSAGE) String id) {
        Readiness readiness = requests.ask(new AskReadiness(id, Actors.current()));
        return ResponseEntity.ok()
                // The version alone would hide that a deadline passed, which is no event.
                .eTag(DigestUtils.md5DigestAsHex(readiness.toString().getBytes(StandardCharsets.UTF_8)))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(
                        "Event-Position",
                        positions.after(id, readiness.version()).toString())
                .body(readiness);
    }
}
