package io.hindsight.query.obligations;

import io.hindsight.http.Roles;
import io.hindsight.query.lists.Page;
import io.hindsight.query.projection.ReadPoint;
import io.hindsight.query.projection.ReadsFrom;
import io.hindsight.words.ObligationKind;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
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
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) String cursor) {
        return Obligations.open(
                views.of(Obligations.NAME), clock.instant(), overdue, assignee, kind, dueBefore, size, cursor);
    }
}
