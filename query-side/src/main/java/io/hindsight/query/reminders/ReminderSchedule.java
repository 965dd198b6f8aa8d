package io.hindsight.query.reminders;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Looks at each channel again and again, each on a thread of its own: a slow one holds up no other. */
final class ReminderSchedule implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ReminderSchedule.class);
    /** As long as an attempt takes at most. */
    private static final int PATIENCE_SECONDS = 30;

    private final List<Channel> channels;
    private final Sender sender;
    private final Deliveries deliveries;
    private final ReminderSettings settings;
    private final Clock clock;
    private volatile ThreadPoolTaskScheduler scheduler;
    private volatile boolean stopping;
    private LocalDate tidiedOn;

    ReminderSchedule(
            List<Channel> channels, Sender sender, Deliveries deliveries, ReminderSettings settings, Clock clock) {
        this.channels = channels;
        this.sender = sender;
        this.deliveries = deliveries;
        this.settings = settings;
        this.clock = clock;
    }

    /** Where no channel is configured reminders are off, here at least: nothing is scheduled, and what waits goes on waiting. */
    @Override
    public void start() {
        if (channels.isEmpty()) {
            log.info(
                    "Reminders are off: neither e-mail (spring.mail.host and hindsight.reminders.mail.from) nor a webhook"
                            + " (hindsight.reminders.webhooks) is set");
            return;
        }
        stopping = false;
        tidiedOn = null;
        ThreadPoolTaskScheduler threads = new ThreadPoolTaskScheduler();
        threads.setPoolSize(channels.size());
        threads.setThreadNamePrefix("reminders-");
        threads.setDaemon(true);
        threads.setWaitForTasksToCompleteOnShutdown(true);
        threads.setAwaitTerminationSeconds(PATIENCE_SECONDS);
        threads.initialize();
        channels.forEach(channel -> threads.scheduleWithFixedDelay(() -> look(channel), settings.lookEvery()));
        scheduler = threads;
        log.info("Reminders go through {}", channels.stream().map(Channel::name).toList());
    }

    private void look(Channel channel) {
        try {
            tidyOnceADay();
            sender.run(channel, () -> !stopping);
        } catch (RuntimeException e) {
            log.warn("Reminders through {} could not be looked after; looking again", channel.name(), e);
        }
    }

    private synchronized void tidyOnceADay() {
        LocalDate today = settings.times().day(clock.instant());
        if (!today.equals(tidiedOn)) {
            deliveries.prepare();
            deliveries.sweep(clock.instant());
            boolean allEnded =
                    sender.endRemoved(channels.stream().map(Channel::name).collect(Collectors.toSet()));
            tidiedOn = allEnded ? today : null;
        }
    }

    /** An attempt that is under way is waited for. */
    @Override
    public void stop() {
        stopping = true;
        ThreadPoolTaskScheduler running = scheduler;
        if (running != null) {
            running.shutdown();
            scheduler = null;
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
