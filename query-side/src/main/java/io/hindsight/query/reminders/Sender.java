package io.hindsight.query.reminders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import net.javacrumbs.shedlock.core.ClockProvider;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Empties the queue of a channel. One instance at a time does: it holds the channel's lock, and says again and again that
 * it lives. What it took before it died is queued again by the one that follows, marked as a possible duplicate.
 */
final class Sender {
    private static final Logger log = LoggerFactory.getLogger(Sender.class);
    private static final double SLOWER = 3;
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    private final Deliveries deliveries;
    private final LockProvider locks;
    private final ReminderSettings settings;
    private final ReminderTimes times;
    private final Clock clock;

    Sender(Deliveries deliveries, LockProvider locks, ReminderSettings settings, Clock clock) {
        this.deliveries = deliveries;
        this.locks = locks;
        this.settings = settings;
        this.times = settings.times();
        this.clock = clock;
    }

    /** Looks for what is due, and attempts what is queued, unless another instance does or it is no time for it. */
    void run(Channel channel, BooleanSupplier goOn) {
        Instant now = clock.instant();
        if (!times.isWorkingDay(now) || !channel.isOpen(now)) {
            return;
        }
        lock(channel.name()).ifPresent(held -> {
            Optional<SimpleLock> still = Optional.of(held);
            try {
                deliveries.requeueAbandoned(channel.name(), now);
                deliveries.addMissing(channel.due(now));
                while (goOn.getAsBoolean() && still.isPresent() && attemptNext(channel)) {
                    still = still.get().extend(settings.lease(), Duration.ZERO);
                }
            } finally {
                still.ifPresent(SimpleLock::unlock);
            }
        });
    }

    /**
     * Ends what waits for channels that the settings do not name any more; false where that has to be tried again, since another
     * instance sends through one of them or died of late while it did.
     */
    boolean endRemoved(Set<String> channels) {
        boolean all = true;
        for (String channel : deliveries.channelsWaitedFor()) {
            if (!channels.contains(channel)) {
                Optional<SimpleLock> lock = lock(channel);
                lock.ifPresent(held -> {
                    try {
                        // What was under way may have arrived: should it be due again, it says so.
                        deliveries.requeueAbandoned(channel, clock.instant());
                        deliveries.endWaiting(channel, clock.instant());
                    } finally {
                        held.unlock();
                    }
                });
                all &= lock.isPresent();
            }
        }
        return all;
    }

    private Optional<SimpleLock> lock(String channel) {
        return locks.lock(new LockConfiguration(ClockProvider.now(), channel, settings.lease(), Duration.ZERO));
    }

    /** False when nothing is left, or the far end did not take it: what comes behind it waits until the next look. */
    private boolean attemptNext(Channel channel) {
        Optional<Delivery> next = deliveries.next(channel.name(), clock.instant());
        return next.isPresent() && attempt(channel, next.get());
    }

    private boolean attempt(Channel channel, Delivery delivery) {
        boolean sent;
        try {
            sent = channel.send(delivery);
        } catch (Unsent e) {
            unsent(channel, delivery, e);
            return false;
        } catch (RuntimeException e) {
            log.error("Reminder {} through {} failed here", delivery.id(), channel.name(), e);
            unsent(channel, delivery, Unsent.unanswered("It failed here: see the log."));
            return false;
        }
        deliveries.ended(delivery, sent ? DeliveryState.SENT : DeliveryState.OBSOLETE, clock.instant());
        return true;
    }

    private void unsent(Channel channel, Delivery delivery, Unsent why) {
        boolean last = why.inVain() || delivery.attempts() >= settings.attempts();
        log.warn(
                "Reminder {} through {}, attempt {}: {}{}",
                delivery.id(),
                channel.name(),
                delivery.attempts(),
                why.getMessage(),
                last ? " Given up." : "");
        if (last) {
            deliveries.failed(delivery, why, clock.instant());
        } else {
            deliveries.retryAt(delivery, why, clock.instant().plus(waitAfter(delivery.attempts())));
        }
    }

    private Duration waitAfter(int attempts) {
        ExponentialBackOff backOff =
                new ExponentialBackOff(settings.firstRetry().toMillis(), SLOWER);
        backOff.setMaxInterval(LONGEST_WAIT.toMillis());
        backOff.setJitter(settings.firstRetry().toMillis() / 5);
        BackOffExecution waits = backOff.start();
        long millis = 0;
        for (int i = 0; i < attempts; i++) {
            millis = waits.nextBackOff();
        }
        return Duration.ofMillis(millis);
    }
}
