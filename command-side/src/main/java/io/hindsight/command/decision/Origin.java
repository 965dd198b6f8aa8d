package io.hindsight.command.decision;

import java.time.Instant;

/**
 * When, by whom and why something was done where an export was made that tells it here; null is what the export does not say.
 */
public record Origin(Instant at, String person, String reason) {
    /** Of what is done here and now. */
    public static final Origin HERE = new Origin(null, null, null);
}
