package io.hindsight.query.document;

import io.hindsight.http.Roles;
import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.fold.PostmortemDocument.Obligation;
import io.hindsight.query.projection.ReadPoint;
import io.hindsight.query.projection.ReadsFrom;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One postmortem, as it stands or as it once stood. */
@RestController
class DocumentController {
    private final Documents documents;
    private final Clock clock;

    DocumentController(Documents documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * The whole document, as it stands or as it stood; 404 {@code postmortem-not-found}.
     *
     * @param version with that many events; what was overdue then is told as of the last of them
     * @param at at that instant; not together with version
     */
    @GetMapping("/api/postmortems/{id}")
    @RolesAllowed(Roles.READER)
    ResponseEntity<PostmortemDocument> postmortem(
            @ReadsFrom(Documents.NAME) ReadPoint views,
            @PathVariable String id,
            @RequestParam(required = false) Long version,
            @RequestParam(required = false) Instant at) {
        PostmortemDocument found = documents.of(views, id, version, at);
        PostmortemDocument document = found.asOf(asOf(views, found, version, at));
        return ResponseEntity.ok().eTag(etag(document)).body(document);
    }

    /** Once it is the past, whether something is overdue is asked of that time, not of now. */
    private Instant asOf(ReadPoint views, PostmortemDocument found, Long version, Instant at) {
        if (at != null) {
            return at;
        }
        boolean past = version != null && version < documents.version(views, found.id());
        return past ? found.updatedAt() : clock.instant();
    }

    /** The version alone would hide that something fell overdue, which is no event. */
    private static String etag(PostmortemDocument document) {
        long overdue =
                document.obligations().stream().filter(Obligation::overdue).count();
        return overdue == 0 ? "" + document.version() : document.version() + "-" + overdue;
    }
}
