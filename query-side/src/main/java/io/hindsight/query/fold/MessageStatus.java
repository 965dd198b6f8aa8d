package io.hindsight.query.fold;

import java.util.Locale;

/**
 * How far the external message is; {@code drafted}: not approved as it stands. Written as {@link #toString()} says it.
 */
public enum MessageStatus {
    DRAFTED,
    APPROVED,
    POSTED,
    DECLINED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
