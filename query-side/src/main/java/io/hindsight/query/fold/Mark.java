package io.hindsight.query.fold;

import io.hindsight.words.EntryKind;
import java.util.Locale;

/** An entry that marks where the incident starts, shown red, or is resolved, shown green (rule {@code timeline.marks}). */
public enum Mark {
    START,
    RESOLUTION;

    /** Null where an entry of this kind marks neither. */
    static Mark of(EntryKind kind) {
        if (kind == EntryKind.INCIDENT_STARTED) {
            return START;
        }
        return kind == EntryKind.INCIDENT_RESOLVED ? RESOLUTION : null;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
