package io.hindsight.query.projection;

import java.time.Instant;
import org.bson.Document;

/**
 * One building of a projection anew.
 *
 * @param state {@code running}, {@code done} or {@code cancelled}
 * @param generation the generation that it builds
 * @param finishedAt null while it is running, or where nobody noted it
 */
record Rebuild(String id, String projection, long generation, String state, Instant startedAt, Instant finishedAt) {
    static final String RUNNING = "running";
    static final String DONE = "done";
    static final String CANCELLED = "cancelled";

    static Rebuild of(Document stored) {
        return ViewJson.fromBson(stored, Rebuild.class);
    }
}
