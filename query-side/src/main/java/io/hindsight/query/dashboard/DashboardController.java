package io.hindsight.query.dashboard;

import io.hindsight.http.Roles;
import io.hindsight.query.lists.Listing;
import io.hindsight.query.obligations.ObligationRow;
import io.hindsight.query.obligations.Obligations;
import io.hindsight.query.projection.ReadPoint;
import io.hindsight.query.projection.ReadsFrom;
import io.hindsight.query.visibility.View;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How things stand over all postmortems. */
@RestController
class DashboardController {
    private static final int MOST_OVERDUE = 10;

    private final Clock clock;

    DashboardController(Clock clock) {
        this.clock = clock;
    }

    /** How it all stands: open ones by status, severity and age; what is overdue; what was closed in the last 30 days. */
    @GetMapping("/api/dashboard")
    @RolesAllowed(Roles.READER)
    Dashboard dashboard(@ReadsFrom({DashboardProjection.NAME, Obligations.NAME}) ReadPoint views) {
        Instant now = clock.instant();
        View obligations = views.of(Obligations.NAME);
        Listing overdue = new Listing().where(Obligations.overdue(now));
        List<ObligationRow> mostOverdue =
                Obligations.open(obligations, overdue, now, MOST_OVERDUE, null).items();
        return Dashboard.of(
                CounterDocument.read(views.of(DashboardProjection.NAME)),
                now,
                Obligations.overdueByKind(obligations, now),
                mostOverdue);
    }
}
