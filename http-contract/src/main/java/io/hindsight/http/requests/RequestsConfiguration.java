package io.hindsight.http.requests;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What is refused about a request before its handler sees it. */
@Configuration(proxyBeanMethods = false)
class RequestsConfiguration implements WebMvcConfigurer {
    private final ObjectProvider<ConversionService> conversions;

    /** @param conversions those that this configures, which are not there before it is */
    RequestsConfiguration(@Qualifier("mvcConversionService") ObjectProvider<ConversionService> conversions) {
        this.conversions = conversions;
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new WholeValues((ConversionService) registry));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new DeclaredBodyLimit());
        registry.addInterceptor(new KnownParameters(conversions.getObject()));
    }
}
