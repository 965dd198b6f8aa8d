package io.hindsight.http;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/**
 * What both sides answer alike: callers and roles, problem documents, strict JSON, size limits. An application imports
 * it; the settings beside it are defaults that any other source overrides.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@PropertySource("classpath:io/hindsight/http/http-contract.properties")
public class HttpContractConfiguration {
    /** UTC, in whole milliseconds: what is stored and what is answered never differ in digits. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }
}
