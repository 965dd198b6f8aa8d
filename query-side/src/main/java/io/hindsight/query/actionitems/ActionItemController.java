package io.hindsight.query.actionitems;

import com.mongodb.client.model.Filters;
import io.hindsight.http.Roles;
import io.hindsight.query.lists.Listing;
import io.hindsight.query.lists.Page;
import io.hindsight.query.projection.ReadPoint;
import io.hindsight.query.projection.ReadsFrom;
import io.hindsight.words.ActionItemKind;
import io.hindsight.words.Priority;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The action items of all postmortems. */
@RestController
class ActionItemController {
    private final Clock clock;

    ActionItemController(Clock clock) {
        this.clock = clock;
    }

    /**
     * Action items of all postmortems, what is due first on top.
     *
     * @param open whether there is still something to do; of a waived postmortem there is not
     * @param owner owners of its own
     * @param assignee whom it falls to: its owner, else the postmortem's
     * @param overdue whether it is open and its time is up
     * @param tag the postmortem's or the item's, {@code sev1} for one
     * @param service one that the incident affected
     * @param size rows of a page, 1 to 200
     * @param cursor {@code nextCursor} of the page before
     */
    @GetMapping("/api/action-items")
    @RolesAllowed(Roles.READER)
    Page<ActionItemRow> actionItems(
            @ReadsFrom(ActionItems.NAME) ReadPoint views,
            @RequestParam(required = false) Boolean open,
            @RequestParam(required = false) List<String> owner,
            @RequestParam(required = false) List<String> assignee,
            @RequestParam(required = false) Boolean overdue,
            @RequestParam(required = false) List<ActionItemKind> kind,
            @RequestParam(required = false) List<Priority> priority,
            @RequestParam(required = false) List<String> tag,
            @RequestParam(required = false) List<String> service,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) String cursor) {
        Instant now = clock.instant();
        Listing listing = new Listing()
                .oneOf("owner", owner)
                .oneOf("assignee", assignee)
                .oneOf("kind", kind)
                .oneOf("priority", priority)
                .oneOf("services", service);
        if (tag != null && !tag.isEmpty()) {
            listing.where(Filters.or(Filters.in("tags", tag), Filters.in("postmortemTags", tag)));
        }
        if (open != null) {
            listing.where(Filters.eq("open", open));
        }
        if (overdue != null) {
            listing.where(ActionItems.overdue(overdue, now));
        }
        return ActionItems.page(views.of(ActionItems.NAME), listing, now, size, cursor);
    }
}
