package io.hindsight.query.fold;

import java.util.Locale;

/** How far an action item is; {@code topic}: still to be decided, without a ticket. Written as {@link #toString()} says it. */
public enum ActionItemStatus {
    TOPIC,
    TICKETED,
    DONE,
    DECLINED;

    /** Whether there is still something to do. */
    public boolean open() {
        return this == TOPIC || this == TICKETED;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
