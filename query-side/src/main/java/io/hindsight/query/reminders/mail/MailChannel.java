package io.hindsight.query.reminders.mail;

import io.hindsight.query.directory.Directory;
import io.hindsight.query.obligations.ObligationRow;
import io.hindsight.query.reminders.Channel;
import io.hindsight.query.reminders.Deliveries;
import io.hindsight.query.reminders.Delivery;
import io.hindsight.query.reminders.Owed;
import io.hindsight.query.reminders.Reminder;
import io.hindsight.query.reminders.ReminderSettings;
import io.hindsight.query.reminders.Unsent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * E-mail: a digest to each person on a working day on which there is something new to tell, which also lists what they owe
 * besides. Never more than one a day. What nobody has goes to the people whom the settings name for it.
 */
final class MailChannel implements Channel {
    private static final String NAME = "mail";

    private final ReminderSettings settings;
    private final Owed owed;
    private final Deliveries deliveries;
    private final Directory directory;
    private final Letters letters;
    private final String publicUrl;
    private final Clock clock;

    MailChannel(
            ReminderSettings settings,
            Owed owed,
            Deliveries deliveries,
            Directory directory,
            Letters letters,
            String publicUrl,
            Clock clock) {
        this.settings = settings;
        this.owed = owed;
        this.deliveries = deliveries;
        this.directory = directory;
        this.letters = letters;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Not at night either: what comes late comes in the next digest. */
    @Override
    public boolean isOpen(Instant now) {
        return owed.isDigestTime(now);
    }

    @Override
    public List<Delivery> due(Instant now) {
        LocalDate today = owed.day(now);
        Map<String, List<Delivery>> late =
                deliveries.queuedBefore(NAME, today).stream().collect(Collectors.groupingBy(Delivery::to));
        Set<String> people = peopleWithNews(now);
        people.addAll(late.keySet());
        Set<String> toldToday = deliveries.known(people.stream()
                .map(person -> Delivery.digestId(NAME, person, today))
                .toList());
        List<Delivery> digests = new ArrayList<>();
        for (String person : people) {
            if (!toldToday.contains(Delivery.digestId(NAME, person, today))) {
                Set<Reminder> news = news(person, late.getOrDefault(person, List.of()), now);
                if (!news.isEmpty()) {
                    boolean maybeTold = !Collections.disjoint(news, deliveries.maybeToldTo(NAME, person));
                    digests.add(Delivery.digest(NAME, person, today, news, maybeTold, now));
                }
            }
        }
        return digests;
    }

    private Set<String> peopleWithNews(Instant now) {
        return owed.nearDeadline(Owed.all(), now).stream()
                .filter(row -> owed.digestStageAt(row, now).isPresent())
                .flatMap(this::recipients)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * What is to be told to a person who was not told before, and who may know of it; with what digests of earlier days still
     * wait to tell, since this one comes in their place.
     */
    private Set<Reminder> news(String person, List<Delivery> late, Instant now) {
        Set<Reminder> news = new LinkedHashSet<>();
        owed.nearDeadline(Owed.person(person), now).stream()
                .filter(row -> recipients(row).anyMatch(person::equals))
                .flatMap(row -> owed.digestStageAt(row, now).stream().map(stage -> Reminder.of(row, stage)))
                .forEach(news::add);
        late.stream()
                .flatMap(digest -> digest.reminders().stream())
                .filter(reminder -> mayBeLeft(reminder, person))
                .forEach(news::add);
        news.removeAll(deliveries.toldTo(NAME, person));
        return news;
    }

    private boolean mayBeLeft(Reminder reminder, String person) {
        try {
            return owed.still(reminder, Owed.person(person)).isPresent();
        } catch (Unsent e) {
            // The attempt will tell.
            return true;
        }
    }

    private Stream<String> recipients(ObligationRow row) {
        return row.assignee() == null ? settings.mail().unassigned().stream() : Stream.of(row.assignee());
    }

    @Override
    public boolean send(Delivery delivery) throws Unsent {
        String person = delivery.to();
        boolean anythingLeft = false;
        for (Reminder reminder : delivery.reminders()) {
            anythingLeft |= owed.still(reminder, Owed.person(person)).isPresent();
        }
        if (!anythingLeft || deliveries.isFollowed(delivery)) {
            return false;
        }
        Instant now = clock.instant();
        if (delivery.day().isBefore(owed.day(now))) {
            // Midnight passed, or somebody had it tried again, since the day's digests were made.
            throw Unsent.refused("It is late and comes in the next digest.");
        }
        String address = directory
                .addressOf(person)
                .orElseThrow(() -> Unsent.inVain("The directory has no address for %s.".formatted(person)));
        List<ObligationRow> rows = owed.forDigest(Owed.person(person), now).stream()
                .filter(row -> recipients(row).anyMatch(person::equals))
                .toList();
        letters.send(delivery, address, new Digest(rows, now, settings.zone(), publicUrl));
        return true;
    }
}
