package io.hindsight.query.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * How a rebuild is doing.
 *
 * @param state {@code running}, {@code done} or {@code cancelled}
 * @param done places of the event store that are behind it, of {@code total}
 * @param percent 0 to 100
 * @param error what keeps it from going on; it tries again until it is cancelled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RebuildStatus(
        String id,
        String projection,
        long generation,
        String state,
        long done,
        long total,
        int percent,
        Instant startedAt,
        Instant finishedAt,
        String error) {}
