package io.hindsight.query.projection;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How a projection is doing.
 *
 * @param revision that of the shape of its documents; 0 where it was built before there were any
 * @param position the place in the event store up to which it is built
 * @param head the place of the last event
 * @param lag the places between the two; some may be empty
 * @param state {@code live}, or {@code failing} while something keeps it from going on: it tries again by itself
 * @param error what keeps it, as far as this process knows
 * @param rebuild the rebuild under way, if any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProjectionStatus(
        String name,
        long generation,
        int revision,
        long position,
        long head,
        long lag,
        String state,
        String error,
        RebuildStatus rebuild) {}
