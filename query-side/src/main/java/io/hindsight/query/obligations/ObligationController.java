package io.hindsight.query.obligations;

import com.mongodb.client.model.Filters;
import io.hindsight.http.Roles;
import io.hindsight.query.lists.Listing;
import io.hindsight.query.lists.Page;
import io.hindsight.query.projection.ReadPoint;
import io.hindsight.query.projection.ReadsFrom;
import io.hindsight.words.ObligationKind;
import io.hindsight.words.Severity;
import io.hindsight.words.Status;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who owes what by when, over all postmortems. */
@RestController
class ObligationController {
    private final Clock clock;

    ObligationController(Clock clock) {
        this.clock = clock;
    }

    /**
     * Who owes what by when: what is open, the most overdue first.
     *
     * @param overdue only what is overdue now, or only what is not
     * @param assignee people who owe it
     * @param kind what is owed
     * @param dueBefore due before that instant
     * @param status the postmortem's
     * @param severity the incident's
     * @param owner owners of the postmortem
     * @param service one that the incident affected
     * @param tag the postmortem's or the action item's, {@code sev1} for one
     * @param size rows of a page, 1 to 200
     * @param cursor {@code nextCursor} of the page before
     */
    @GetMapping("/api/obligations")
    @RolesAllowed(Roles.READER)
    Page<ObligationRow> obligations(
            @ReadsFrom(Obligations.NAME) ReadPoint views,
            @RequestParam(required = false) Boolean overdue,
            @RequestParam(required = false) List<String> assignee,
            @RequestParam(required = false) List<ObligationKind> kind,
            @RequestParam(required = false) Instant dueBefore,
            @RequestParam(required = false) List<Status> status,
            @RequestParam(required = false) List<Severity> severity,
            @RequestParam(required = false) List<String> owner,
            @RequestParam(required = false) List<String> service,
            @RequestParam(required = false) List<String> tag,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) String cursor) {
        Instant now = clock.instant();
        Listing listing = new Listing()
                .oneOf("assignee", assignee)
                .oneOf("kind", kind)
                .oneOf("status", status)
                .oneOf("severity", severity)
                .oneOf("owner", owner)
                .oneOf("services", service)
                .oneOf("tags", tag);
        if (overdue != null) {
            listing.where(overdue ? Obligations.overdue(now) : Filters.gt("dueAt", Date.from(now)));
        }
        if (dueBefore != null) {
            listing.where(Filters.lt("dueAt", Date.from(dueBefore)));
        }
        return Obligations.open(views.of(Obligations.NAME), listing, now, size, cursor);
    }
}
