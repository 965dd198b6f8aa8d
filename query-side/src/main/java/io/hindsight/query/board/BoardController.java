package io.hindsight.query.board;

import com.mongodb.client.model.Filters;
import io.hindsight.http.Roles;
import io.hindsight.query.lists.BadParameter;
import io.hindsight.query.lists.Listing;
import io.hindsight.query.lists.Order;
import io.hindsight.query.lists.Page;
import io.hindsight.query.projection.ReadPoint;
import io.hindsight.query.projection.ReadsFrom;
import io.hindsight.query.projection.ViewJson;
import io.hindsight.words.Severity;
import io.hindsight.words.Status;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of all postmortems. */
@RestController
class BoardController {
    private static final List<String> SORTS = List.of("openedAt", "severity", "title", "status", "dueAt");
    private static final String DUE_AT = BoardProjection.SORT + ".dueAt";
    private static final String OPENED_AT = BoardProjection.SORT + ".openedAt";

    private final Clock clock;

    BoardController(Clock clock) {
        this.clock = clock;
    }

    /**
     * Lists postmortems.
     *
     * @param overdue whether something they owe is overdue
     * @param from opened then or later
     * @param to opened before
     * @param q words that all must be in it
     * @param sort a field, with {@code -} in front for the highest first
     */
    @GetMapping("/api/postmortems")
    @RolesAllowed(Roles.READER)
    Page<BoardRow> postmortems(
            @ReadsFrom(BoardProjection.NAME) ReadPoint views,
            @RequestParam(required = false) List<Status> status,
            @RequestParam(required = false) List<Severity> severity,
            @RequestParam(required = false) List<String> owner,
            @RequestParam(required = false) List<String> service,
            @RequestParam(required = false) List<String> tag,
            @RequestParam(required = false) Boolean overdue,
            @RequestParam(required = false) Instant from,
            @RequestParam(required = false) Instant to,
            @RequestParam(required = false) String q,
            @RequestParam(defaultValue = "-openedAt") String sort,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) String cursor) {
        Instant now = clock.instant();
        Listing listing = new Listing()
                .oneOf("status", status)
                .oneOf("severity", severity)
                .oneOf("owner", owner)
                .oneOf("incident.services", service)
                .oneOf("tags", tag);
        if (overdue != null) {
            listing.where(overdue ? Filters.lte(DUE_AT, Date.from(now)) : Filters.gt(DUE_AT, Date.from(now)));
        }
        if (from != null) {
            listing.where(Filters.gte(OPENED_AT, Date.from(from)));
        }
        if (to != null) {
            listing.where(Filters.lt(OPENED_AT, Date.from(to)));
        }
        Set<String> terms = Terms.of(q);
        if (!terms.isEmpty()) {
            listing.where(Filters.all(BoardProjection.TERMS, terms));
        }
        return listing.page(
                views.of(BoardProjection.NAME),
                order(sort),
                size,
                cursor,
                row -> ViewJson.fromBson(row, BoardRow.class).asOf(now),
                BoardProjection.TERMS);
    }

    private static Order order(String sort) {
        boolean descending = sort.startsWith("-");
        String field = descending ? sort.substring(1) : sort;
        if (!SORTS.contains(field)) {
            throw BadParameter.of(
                    "sort", "is one of " + String.join(", ", SORTS) + ", with - in front for the highest first");
        }
        return new Order(BoardProjection.SORT + "." + field, descending);
    }
}
