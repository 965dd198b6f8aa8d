package io.hindsight.query.reminders;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Reminders. Settings {@code hindsight.reminders.*}; what is not given has the default named here.
 *
 * @param zone the zone of local days and times, UTC
 * @param at when the digest goes out on a working day: 08:00
 * @param daysOff days of the week without reminders: Saturday and Sunday; an empty list for none
 * @param holidays other days without reminders: none
 * @param before how long before a deadline to remind: 24 hours
 * @param late for how long after a deadline to still remind of it, at least {@code lookEvery}: one day, days off left out
 * @param lookEvery how often to look for what is due: 30 seconds
 * @param lease how long one instance keeps a queue for itself without a word: one minute
 * @param attempts how often to attempt a delivery: 10
 * @param firstRetry how long to wait before the second attempt, each next one three times longer, up to 6 hours: 30 seconds
 * @param allowedAddresses networks ({@code 10.1.0.0/16}) and addresses that webhooks may reach though they are not public
 * @param webhooks where to send events
 * @param mail what e-mails need beside {@code spring.mail.*}
 */
@ConfigurationProperties("hindsight.reminders")
public record ReminderSettings(
        ZoneId zone,
        LocalTime at,
        Set<DayOfWeek> daysOff,
        Set<LocalDate> holidays,
        Duration before,
        Duration late,
        Duration lookEvery,
        Duration lease,
        Integer attempts,
        Duration firstRetry,
        List<String> allowedAddresses,
        List<WebhookEndpoint> webhooks,
        MailSettings mail) {
    private static final Duration LONGEST = Duration.ofDays(30);

    public ReminderSettings {
        zone = Objects.requireNonNullElse(zone, ZoneId.of("UTC"));
        at = Objects.requireNonNullElse(at, LocalTime.of(8, 0));
        daysOff = Objects.requireNonNullElse(daysOff, EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        holidays = Objects.requireNonNullElse(holidays, Set.of());
        before = Objects.requireNonNullElse(before, Duration.ofHours(24));
        late = Objects.requireNonNullElse(late, Duration.ofDays(1));
        lookEvery = Objects.requireNonNullElse(lookEvery, Duration.ofSeconds(30));
        lease = Objects.requireNonNullElse(lease, Duration.ofMinutes(1));
        attempts = Objects.requireNonNullElse(attempts, 10);
        firstRetry = Objects.requireNonNullElse(firstRetry, Duration.ofSeconds(30));
        allowedAddresses = Objects.requireNonNullElse(allowedAddresses, List.of());
        webhooks = Objects.requireNonNullElse(webhooks, List.of());
        mail = Objects.requireNonNullElse(mail, new MailSettings(null, null));
        if (daysOff.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("hindsight.reminders.days-off leaves no day to remind on");
        }
        checkDuration("before", before, "0", Duration.ZERO);
        // A shorter one could be over before the first look after a deadline.
        checkDuration("late", late, "look-every (%s)".formatted(lookEvery), lookEvery);
        if (webhooks.stream()
                        .map(WebhookEndpoint::name)
                        .collect(Collectors.toSet())
                        .size()
                < webhooks.size()) {
            throw new IllegalArgumentException("Two of hindsight.reminders.webhooks have the same name");
        }
    }

    private static void checkDuration(String name, Duration duration, String least, Duration shortest) {
        if (duration.compareTo(shortest) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("hindsight.reminders.%s is from %s to 30 days".formatted(name, least));
        }
    }

    ReminderTimes times() {
        return new ReminderTimes(zone, at, daysOff, holidays, before, late);
    }

    /**
     * E-mails.
     *
     * @param from the address they come from; without it none are sent
     * @param unassigned the people who are told of what nobody has: none
     */
    public record MailSettings(String from, List<String> unassigned) {
        public MailSettings {
            unassigned = Objects.requireNonNullElse(unassigned, List.of());
        }
    }
}
