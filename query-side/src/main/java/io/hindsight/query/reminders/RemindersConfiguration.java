package io.hindsight.query.reminders;

import com.mongodb.client.MongoDatabase;
import io.hindsight.query.projection.CurrentViews;
import java.time.Clock;
import java.util.List;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.mongo.MongoLockProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** Reminders: off until a channel is configured, a webhook or e-mail. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReminderSettings.class)
@PropertySource("classpath:io/hindsight/query/reminders/reminders.properties")
class RemindersConfiguration {

    @Bean
    Deliveries deliveries(MongoDatabase database) {
        return new Deliveries(database);
    }

    @Bean
    Owed owed(CurrentViews views, ReminderSettings settings) {
        return new Owed(views, settings.times());
    }

    @Bean
    Sender reminderSender(Deliveries deliveries, MongoDatabase database, ReminderSettings settings, Clock clock) {
        LockProvider locks = new MongoLockProvider(database.getCollection("reminderLocks"));
        return new Sender(deliveries, locks, settings, clock);
    }

    @Bean
    ReminderSchedule reminderSchedule(
            ObjectProvider<Channels> channels,
            Sender sender,
            Deliveries deliveries,
            ReminderSettings settings,
            Clock clock) {
        List<Channel> all =
                channels.stream().flatMap(some -> some.all().stream()).toList();
        return new ReminderSchedule(all, sender, deliveries, settings, clock);
    }
}
