package io.hindsight.query.document;

import io.hindsight.http.Problem;
import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.fold.PostmortemHistory;
import io.hindsight.query.lists.BadParameter;
import io.hindsight.query.projection.ReadPoint;
import io.hindsight.query.projection.ViewJson;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * Postmortems as the caller may read them, also as they once stood; an endpoint reads {@link #NAME} for it. Whether there is
 * one for this caller goes by who may know of it now, whatever was so then: if not, 404 {@code postmortem-not-found}, as for
 * one that never was.
 */
@Component
public final class Documents {
    /** The read model of whole documents. */
    public static final String NAME = "document";
    /** Of the shape of its documents: see {@code Projection.revision}. */
    static final int REVISION = 5;

    private final PostmortemHistory history;

    Documents(PostmortemHistory history) {
        this.history = history;
    }

    /** The postmortem as it stands. */
    public PostmortemDocument now(ReadPoint views, String id) {
        return stored(views, id)
                .map(stored -> ViewJson.fromBson(stored, PostmortemDocument.class))
                .orElseThrow(() -> notFound("There is no postmortem %s.".formatted(id)));
    }

    /** The postmortem after this many of its events. */
    public PostmortemDocument atVersion(ReadPoint views, String id, long version) {
        BadParameter.checkRange("version", version, 1, Long.MAX_VALUE);
        return newest(views, id)
                .filter(known -> version <= known)
                .flatMap(known -> history.atVersion(id, version))
                .orElseThrow(() -> notFound("There is no postmortem %s of version %d.".formatted(id, version)));
    }

    /** The postmortem as it stood at that instant. */
    public PostmortemDocument at(ReadPoint views, String id, Instant instant) {
        return newest(views, id)
                .flatMap(known -> history.at(id, instant, known))
                .orElseThrow(() -> notFound("There was no postmortem %s at %s.".formatted(id, instant)));
    }

    /** The postmortem as it stands, or of the version or the instant where one is given. */
    public PostmortemDocument of(ReadPoint views, String id, Long version, Instant at) {
        if (version != null && at != null) {
            throw BadParameter.of("at", "does not go together with version");
        }
        if (version != null) {
            return atVersion(views, id, version);
        }
        return at == null ? now(views, id) : at(views, id, at);
    }

    /** The number of its events. */
    public long version(ReadPoint views, String id) {
        return newest(views, id).orElseThrow(() -> notFound("There is no postmortem %s.".formatted(id)));
    }

    /**
     * The newest version that this read includes; empty where the caller knows of none. The event store may be ahead of it,
     * and what it is ahead by may be what the caller must not read any more.
     */
    private static Optional<Long> newest(ReadPoint views, String id) {
        return stored(views, id).map(stored -> stored.getLong("version"));
    }

    private static Optional<Document> stored(ReadPoint views, String id) {
        BadParameter.checkId(id);
        return views.of(NAME).get(id);
    }

    private static Problem notFound(String detail) {
        return new Problem(404, "postmortem-not-found", detail);
    }
}
