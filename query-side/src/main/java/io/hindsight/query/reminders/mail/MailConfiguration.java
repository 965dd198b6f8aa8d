package io.hindsight.query.reminders.mail;

import io.hindsight.query.PublicUrl;
import io.hindsight.query.directory.Directory;
import io.hindsight.query.reminders.Channels;
import io.hindsight.query.reminders.Deliveries;
import io.hindsight.query.reminders.Owed;
import io.hindsight.query.reminders.ReminderSettings;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** The channel for e-mail, where {@code spring.mail.host} and {@code hindsight.reminders.mail.from} are set. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean
    Channels mailChannels(
            ReminderSettings settings,
            ObjectProvider<JavaMailSender> mail,
            Owed owed,
            Deliveries deliveries,
            Directory directory,
            PublicUrl publicUrl,
            Clock clock) {
        JavaMailSender sender = mail.getIfAvailable();
        if (sender == null || settings.mail().from() == null) {
            return new Channels(List.of());
        }
        Letters letters = new Letters(sender, settings.mail().from(), clock);
        return new Channels(
                List.of(new MailChannel(settings, owed, deliveries, directory, letters, publicUrl.toString(), clock)));
    }
}
