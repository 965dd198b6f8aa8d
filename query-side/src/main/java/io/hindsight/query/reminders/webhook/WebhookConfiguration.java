package io.hindsight.query.reminders.webhook;

import io.hindsight.query.PublicUrl;
import io.hindsight.query.reminders.Channel;
import io.hindsight.query.reminders.Channels;
import io.hindsight.query.reminders.Owed;
import io.hindsight.query.reminders.ReminderSettings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One channel for each webhook of the settings. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

    @Bean(destroyMethod = "close")
    WebhookClient webhookClient(ReminderSettings settings) {
        return new WebhookClient(settings.allowedAddresses());
    }

    @Bean
    Channels webhookChannels(
            ReminderSettings settings, Owed owed, WebhookClient http, PublicUrl publicUrl, Clock clock) {
        return new Channels(settings.webhooks().stream()
                .<Channel>map(endpoint -> new WebhookChannel(endpoint, owed, http, publicUrl.toString(), clock))
                .toList());
    }
}
