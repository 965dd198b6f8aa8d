package io.hindsight.query.me;

import com.mongodb.client.model.Filters;
import io.hindsight.http.Caller;
import io.hindsight.http.Roles;
import io.hindsight.query.actionitems.ActionItemRow;
import io.hindsight.query.actionitems.ActionItems;
import io.hindsight.query.lists.Listing;
import io.hindsight.query.obligations.ObligationRow;
import io.hindsight.query.obligations.Obligations;
import io.hindsight.query.projection.ReadPoint;
import io.hindsight.query.projection.ReadsFrom;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller, and what is on their plate. */
@RestController
class MeController {
    private static final int MOST = 50;

    private final Clock clock;

    MeController(Clock clock) {
        this.clock = clock;
    }

    /** Who the caller is and what is on their plate. */
    @GetMapping("/api/me")
    @RolesAllowed(Roles.READER)
    Me me(@ReadsFrom({Obligations.NAME, ActionItems.NAME}) ReadPoint views) {
        Caller caller = Caller.current();
        Instant now = clock.instant();
        List<String> mine = List.of(caller.onBehalfOf().orElse(caller.name()));
        Listing openItems = new Listing().oneOf("assignee", mine).where(Filters.eq("open", true));
        return new Me(
                caller.name(),
                new TreeSet<>(caller.roles()),
                Obligations.open(views.of(Obligations.NAME), new Listing().oneOf("assignee", mine), now, MOST, null)
                        .items(),
                ActionItems.page(views.of(ActionItems.NAME), openItems, now, MOST, null)
                        .items());
    }

    /**
     * The answer.
     *
     * @param obligations what the caller owes, the most overdue first; the first 50
     * @param actionItems the open action items that fall to the caller, owned or of a postmortem of theirs, what is due first on top; the first 50
     */
    record Me(String name, Set<String> roles, List<ObligationRow> obligations, List<ActionItemRow> actionItems) {}
}
