package io.hindsight.query.suggestions;

import com.mongodb.client.model.Filters;
import io.hindsight.http.Roles;
import io.hindsight.query.document.Documents;
import io.hindsight.query.lists.Listing;
import io.hindsight.query.lists.Order;
import io.hindsight.query.lists.Page;
import io.hindsight.query.projection.ReadPoint;
import io.hindsight.query.projection.ReadsFrom;
import io.hindsight.query.projection.ViewJson;
import io.hindsight.words.SuggestionKind;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What imports suggest for one postmortem, in the order of time. */
@RestController
class SuggestionController {
    private static final Order BY_TIME = new Order(SuggestionProjection.PLACE, false);

    private final Documents documents;

    SuggestionController(Documents documents) {
        this.documents = documents;
    }

    /**
     * What imports suggest for one postmortem, by the time at which it was said; 404 {@code postmortem-not-found}.
     *
     * @param state whether it was taken or dismissed, or is still open
     * @param kind what it could become
     * @param byBot whether a program said it
     * @param size rows of a page, 1 to 200
     * @param cursor {@code nextCursor} of the page before
     */
    @GetMapping("/api/postmortems/{id}/suggestions")
    @RolesAllowed(Roles.READER)
    Page<SuggestionRow> suggestions(
            @ReadsFrom({SuggestionProjection.NAME, Documents.NAME}) ReadPoint views,
            @PathVariable String id,
            @RequestParam(required = false) List<SuggestionRow.State> state,
            @RequestParam(required = false) List<SuggestionKind> kind,
            @RequestParam(required = false) Boolean byBot,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) String cursor) {
        documents.version(views, id);
        Listing listing = new Listing()
                .where(Filters.eq("postmortemId", id))
                .oneOf("state", state)
                .oneOf("kind", kind);
        if (byBot != null) {
            listing.where(Filters.eq("byBot", byBot));
        }
        return listing.page(
                views.of(SuggestionProjection.NAME),
                BY_TIME,
                size,
                cursor,
                row -> ViewJson.fromBson(row, SuggestionRow.class));
    }
}
