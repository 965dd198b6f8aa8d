package io.hindsight.query.reminders;

import java.util.Locale;

/** How far a delivery is. */
public enum DeliveryState {
    /** Waits for its next attempt. */
    QUEUED,
    /** Is being attempted, or was when the process that did it ended. */
    SENDING,
    /** The far end took it. */
    SENT,
    /** Nothing was left to remind of, or its channel is none of the settings. Queued again if it is due once more. */
    OBSOLETE,
    /** Given up: the attempts are used up, or another one would be in vain. */
    FAILED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
