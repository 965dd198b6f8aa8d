package io.hindsight.query;

import io.hindsight.eventstore.EventStoreConfiguration;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The query side's projections and the event store. */
@Configuration(proxyBeanMethods = false)
@Import(EventStoreConfiguration.class)
@ComponentScan(
        excludeFilters = {
            @Filter({RestController.class, RestControllerAdvice.class}),
            @Filter(
                    type = FilterType.ASSIGNABLE_TYPE,
                    classes = {WebMvcConfigurer.class, QuerySideConfiguration.class, QuerySide.class})
        })
public class WithoutWeb {

    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }
}
