package io.hindsight.http.requests;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What is refused about a request before its handler sees it. */
@Configuration(proxyBeanMethods = false)
class RequestsConfiguration implements WebMvcConfigurer {
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new WholeValues((ConversionService) registry));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new DeclaredBodyLimit());
        registry.addInterceptor(new KnownParameters());
    }
}
