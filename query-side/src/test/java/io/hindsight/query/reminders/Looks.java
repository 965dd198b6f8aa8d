package io.hindsight.query.reminders;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import io.hindsight.query.Stores;
import io.hindsight.query.WithoutWeb;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The query side with reminders whose looks are made by the test, one after the other. */
public final class Looks implements AutoCloseable {
    public final Stores stores;
    public final MovingClock clock;
    private final List<Channel> channels;

    public Looks(Map<String, String> settings, Class<?>... more) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("hindsight.reminders.look-every", "PT1H");
        List<Class<?>> components = new ArrayList<>(List.of(WithoutWeb.class, MovingClock.Instead.class));
        components.addAll(List.of(more));
        stores = Stores.with(all, components.toArray(Class<?>[]::new));
        stores.get(ReminderSchedule.class).stop();
        clock = stores.get(MovingClock.class);
        channels = stores.all(Channels.class).stream()
                .flatMap(some -> some.all().stream())
                .toList();
    }

    /** Looks at each channel once, at a time. */
    public void lookAt(String time) {
        clock.moveTo(time);
        channels.forEach(channel -> stores.get(Sender.class).run(channel, () -> true));
    }

    public List<Delivery> deliveries() {
        return stores.database()
                .getCollection("reminders")
                .find()
                .map(Deliveries::delivery)
                .into(new ArrayList<>());
    }

    public void add(Delivery delivery) {
        stores.get(Deliveries.class).addMissing(List.of(delivery));
    }

    /** Starts as it does with the application, and stops. */
    public void restart() {
        ReminderSchedule schedule = stores.get(ReminderSchedule.class);
        schedule.start();
        await().until(() -> channels.stream()
                .map(Channel::name)
                .toList()
                .containsAll(stores.get(Deliveries.class).channelsWaitedFor()));
        schedule.stop();
    }

    /** Queues again what was given up. */
    public void retry(Delivery failed) {
        stores.get(Deliveries.class).retry(failed.id(), clock.instant());
    }

    /** Forgets what was sent. */
    public void forget() {
        stores.database().getCollection("reminders").deleteMany(Filters.empty());
    }

    @Override
    public void close() {
        stores.close();
    }
}
