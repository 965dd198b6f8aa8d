package io.hindsight.query.fold;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Times as the document shows them: UTC, to the millisecond, which is what every store keeps. */
final class Utc {
    private Utc() {}

    static Instant of(OffsetDateTime time) {
        return time == null ? null : time.toInstant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The time as it was given, where its offset is not UTC's; else null. */
    static String asGiven(OffsetDateTime time) {
        return time == null || time.getOffset().equals(ZoneOffset.UTC) ? null : time.toString();
    }
}
