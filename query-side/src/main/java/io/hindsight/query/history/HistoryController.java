package io.hindsight.query.history;

import io.hindsight.http.Roles;
import io.hindsight.query.document.Documents;
import io.hindsight.query.lists.BadParameter;
import io.hindsight.query.lists.Listing;
import io.hindsight.query.lists.Order;
import io.hindsight.query.lists.Page;
import io.hindsight.query.projection.ReadPoint;
import io.hindsight.query.projection.ReadsFrom;
import io.hindsight.query.projection.ViewJson;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what when and why, newest first: of one postmortem, and over everything. */
@RestController
class HistoryController {
    private static final Order NEWEST_FIRST = new Order(HistoryProjection.POSITION, true);
    private static final int MOST = 200;

    private final Documents documents;

    HistoryController(Documents documents) {
        this.documents = documents;
    }

    /**
     * What happened to one postmortem, newest first: who, when, what changed, and why; 404 {@code postmortem-not-found}.
     *
     * @param actor who did it
     * @param action the command's name, {@code write-section}
     * @param path a field of the document that changed, or what it is a part of: {@code timeline}
     * @param from recorded then or later
     * @param to recorded before
     * @param size rows of a page, 1 to 200
     * @param cursor {@code nextCursor} of the page before
     */
    @GetMapping("/api/postmortems/{id}/history")
    @RolesAllowed(Roles.READER)
    Page<HistoryEntry> ofOne(
            @ReadsFrom({HistoryProjection.NAME, Documents.NAME}) ReadPoint views,
            @PathVariable String id,
            @RequestParam(required = false) List<String> actor,
            @RequestParam(required = false) List<String> action,
            @RequestParam(required = false) String path,
            @RequestParam(required = false) Instant from,
            @RequestParam(required = false) Instant to,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) String cursor) {
        BadParameter.checkRange("size", size, 1, MOST);
        long last = documents.version(views, id);
        return new OnePostmortem(views.of(HistoryProjection.NAME), id)
                .page(
                        new HistoryFilter(actor, action, path, from, to),
                        cursor == null ? last : Math.min(last, version(cursor)),
                        size);
    }

    /**
     * The audit trail of all postmortems, newest first.
     *
     * @param actor who did it
     * @param action the command's name, {@code write-section}
     * @param path a field of the document that changed, or what it is a part of: {@code timeline}
     * @param postmortem ids of postmortems
     * @param from recorded then or later
     * @param to recorded before
     * @param size rows of a page, 1 to 200
     * @param cursor {@code nextCursor} of the page before
     */
    @GetMapping("/api/history")
    @RolesAllowed(Roles.READER)
    Page<HistoryEntry> ofAll(
            @ReadsFrom(HistoryProjection.NAME) ReadPoint views,
            @RequestParam(required = false) List<String> actor,
            @RequestParam(required = false) List<String> action,
            @RequestParam(required = false) String path,
            @RequestParam(required = false) List<String> postmortem,
            @RequestParam(required = false) Instant from,
            @RequestParam(required = false) Instant to,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) String cursor) {
        return new Listing()
                .oneOf("postmortemId", postmortem)
                .where(new HistoryFilter(actor, action, path, from, to).bson())
                .page(
                        views.of(HistoryProjection.NAME),
                        NEWEST_FIRST,
                        size,
                        cursor,
                        entry -> ViewJson.fromBson(entry, HistoryEntry.class),
                        HistoryProjection.PATHS);
    }

    private static long version(String cursor) {
        if (!cursor.matches("[1-9][0-9]{0,17}")) {
            throw BadParameter.of("cursor", "takes nextCursor of an answer to the same question");
        }
        return Long.parseLong(cursor);
    }
}
