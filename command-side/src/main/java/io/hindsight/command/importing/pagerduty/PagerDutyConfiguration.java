package io.hindsight.command.importing.pagerduty;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Reads the settings of PagerDuty's webhooks. */
@Configuration(proxyBeanMethods = false)
class PagerDutyConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(PagerDutyConfiguration.class);

    @Bean
    PagerDutySettings pagerDutySettings(Environment environment) {
        PagerDutySettings settings = Binder.get(environment)
                .bind("hindsight.pagerduty", PagerDutySettings.class)
                .orElse(PagerDutySettings.DEFAULT);
        // Whoever calls is told nothing of it: to them each signature is just not right.
        if (settings.secret().isEmpty()) {
            LOG.info("PagerDuty's webhooks are refused: no secret is set (HINDSIGHT_PAGERDUTY_SECRET)");
        }
        return settings;
    }
}
