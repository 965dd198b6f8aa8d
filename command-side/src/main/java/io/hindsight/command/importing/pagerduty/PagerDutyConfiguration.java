package io.hindsight.command.importing.pagerduty;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Reads the settings of PagerDuty's webhooks. */
@Configuration(proxyBeanMethods = false)
class PagerDutyConfiguration {
    @Bean
    PagerDutySettings pagerDutySettings(Environment environment) {
        return Binder.get(environment)
                .bind("hindsight.pagerduty", PagerDutySettings.class)
                .orElse(PagerDutySettings.DEFAULT);
    }
}
