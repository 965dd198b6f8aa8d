package io.hindsight.http.json;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Sets the web's mapper, and reads parameters and path variables as the mapper reads fields. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration implements WebMvcConfigurer {

    /** Last, so that no other setting loosens it by accident. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    JsonMapperBuilderCustomizer strictJson() {
        return StrictJson::strict;
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, Instant.class, Texts::instant);
        registry.addConverter(String.class, OffsetDateTime.class, Texts::offsetDateTime);
        registry.addConverter(String.class, LocalDate.class, Texts::date);
        registry.addConverter(String.class, Duration.class, Texts::duration);
        registry.addConverterFactory(new Constants());
    }

    private static final class Constants implements ConverterFactory<String, Enum<?>> {
        @Override
        public <T extends Enum<?>> Converter<String, T> getConverter(Class<T> type) {
            return text -> Texts.constant(type, text);
        }
    }
}
