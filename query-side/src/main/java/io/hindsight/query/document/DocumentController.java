package io.hindsight.query.document;

import com.mongodb.client.model.Filters;
import io.hindsight.http.Problem;
import io.hindsight.http.Roles;
import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.fold.PostmortemDocument.Obligation;
import io.hindsight.query.fold.PostmortemHistory;
import io.hindsight.query.lists.BadParameter;
import io.hindsight.query.projection.ReadPoint;
import io.hindsight.query.projection.ReadsFrom;
import io.hindsight.query.projection.ViewJson;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One postmortem, as it stands or as it once stood. */
@RestController
class DocumentController {
    private final PostmortemHistory history;
    private final Clock clock;

    DocumentController(PostmortemHistory history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    @GetMapping("/api/postmortems/{id}")
    @RolesAllowed(Roles.READER)
    ResponseEntity<PostmortemDocument> postmortem(
            @ReadsFrom(DocumentProjection.NAME) ReadPoint views,
            @PathVariable String id,
            @RequestParam(required = false) Long version,
            @RequestParam(required = false) Instant at) {
        BadParameter.checkId(id);
        PostmortemDocument found = find(views, id, version, at).orElseThrow(() -> notFound(id, version, at));
        // Once it is the past, whether something is overdue is asked of that time, not of now.
        PostmortemDocument document = found.asOf(at == null ? clock.instant() : at);
        return ResponseEntity.ok().eTag(etag(document)).body(document);
    }

    private Optional<PostmortemDocument> find(ReadPoint views, String id, Long version, Instant at) {
        if (version != null && at != null) {
            throw BadParameter.of("at", "does not go together with version");
        }
        if (version != null) {
            BadParameter.checkRange("version", version, 1, Long.MAX_VALUE);
            return history.atVersion(id, version);
        }
        if (at != null) {
            return history.at(id, at);
        }
        return Optional.ofNullable(views.of(DocumentProjection.NAME)
                        .find(Filters.eq("_id", id))
                        .first())
                .map(stored -> ViewJson.fromBson(stored, PostmortemDocument.class));
    }

    /** The version alone would hide that something fell overdue, which is no event. */
    private static String etag(PostmortemDocument document) {
        long overdue =
                document.obligations().stream().filter(Obligation::overdue).count();
        return overdue == 0 ? "" + document.version() : document.version() + "-" + overdue;
    }

    private static Problem notFound(String id, Long version, Instant at) {
        if (version != null) {
            return new Problem(
                    404, "postmortem-not-found", "There is no postmortem %s of version %d.".formatted(id, version));
        }
        if (at != null) {
            return new Problem(404, "postmortem-not-found", "There was no postmortem %s at %s.".formatted(id, at));
        }
        return new Problem(404, "postmortem-not-found", "There is no postmortem %s.".formatted(id));
    }
}
