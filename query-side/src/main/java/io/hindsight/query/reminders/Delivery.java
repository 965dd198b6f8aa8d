package io.hindsight.query.reminders;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Something to be sent through one channel, and how that goes.
 *
 * @param id made of what it is about, so that it is there once whoever adds it; it goes along, so that the far end can tell
 *     a repetition
 * @param to the person a digest is for; null for a webhook
 * @param day the day of a digest; null for a webhook
 * @param attempts how often it was attempted
 * @param possibleDuplicate an earlier attempt, or an earlier digest of the same, may have reached the far end without our
 *     knowing
 * @param lastError what went wrong at the last attempt that failed
 * @param endedAt when it was sent, given up or found obsolete
 */
public record Delivery(
        String id,
        String channel,
        String to,
        LocalDate day,
        List<Reminder> reminders,
        DeliveryState state,
        Instant createdAt,
        Instant nextAttemptAt,
        int attempts,
        boolean possibleDuplicate,
        String lastError,
        Instant endedAt) {

    /** One reminder for a webhook. */
    public static Delivery of(String channel, Reminder reminder, Instant now) {
        return queued(idOf(channel, reminder.key()), channel, null, null, List.of(reminder), false, now);
    }

    /**
     * What a person is told on a day.
     *
     * @param maybeTold an earlier digest that was to tell of some of it may have arrived
     */
    public static Delivery digest(
            String channel, String to, LocalDate day, Collection<Reminder> news, boolean maybeTold, Instant now) {
        return queued(digestId(channel, to, day), channel, to, day, List.copyOf(news), maybeTold, now);
    }

    /** A person has one digest a day. */
    public static String digestId(String channel, String to, LocalDate day) {
        return idOf(channel, day + " " + to);
    }

    private static Delivery queued(
            String id,
            String channel,
            String to,
            LocalDate day,
            List<Reminder> reminders,
            boolean maybeTold,
            Instant now) {
        return new Delivery(id, channel, to, day, reminders, DeliveryState.QUEUED, now, now, 0, maybeTold, null, null);
    }

    private static String idOf(String channel, String about) {
        return UUID.nameUUIDFromBytes((channel + " " + about).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
