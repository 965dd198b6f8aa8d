package io.hindsight.query.reminders;

import java.time.Instant;
import java.util.Locale;

/** Which of its reminders it is: an obligation has one of each for every time at which it is due. */
public enum Stage {
    /** Before the deadline, as long before as the settings say. */
    DUE_SOON,
    /** At the deadline. */
    DUE;

    /** Whether it is too late for it: once the deadline is there, only that one is to be told of. */
    public boolean isPast(Instant dueAt, Instant now) {
        return this == DUE_SOON && !now.isBefore(dueAt);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
