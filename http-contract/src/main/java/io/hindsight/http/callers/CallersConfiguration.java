package io.hindsight.http.callers;

import io.hindsight.http.Problem;
import io.hindsight.http.SignedRequests;
import io.hindsight.http.problems.ProblemWriter;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Everything but health needs a known caller, by a token or, on a path of its own, by a signature; what a caller may do is up to each endpoint's role. */
@Configuration(proxyBeanMethods = false)
class CallersConfiguration {

    @Bean
    SecurityFilterChain everythingNeedsACaller(
            HttpSecurity http,
            AuthenticationEntryPoint nobodyKnown,
            ObjectProvider<SignedRequests> signedRequests,
            ProblemWriter writer) {
        signedRequests.forEach(signed ->
                http.addFilterBefore(new SignatureFilter(signed, writer), BearerTokenAuthenticationFilter.class));
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/actuator/health")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(
                        server -> server.authenticationEntryPoint(nobodyKnown).opaqueToken(Customizer.withDefaults()))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(nobodyKnown))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // A token in a header cannot be sent by another site's page, and there is no session to forge.
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        // Kept by the reader's own cache only, and asked again each time: answers carry ETags.
                        .addHeaderWriter(new StaticHeadersWriter("Cache-Control", "private, no-cache")))
                .build();
    }

    /** 401. The reason is our own sentence when a token was shown, and says how to show one when none was. */
    @Bean
    AuthenticationEntryPoint nobodyKnown(ProblemWriter writer) {
        return (request, response, refused) -> {
            boolean shown = refused instanceof InvalidBearerTokenException;
            String detail = shown ? refused.getMessage() : "Send a token: \"Authorization: Bearer <token>\".";
            writer.write(
                    response,
                    new Problem(401, "unauthenticated", detail)
                            .header("WWW-Authenticate", shown ? "Bearer error=\"invalid_token\"" : "Bearer"));
        };
    }

    /** What the firewall refuses: {@code ;}, {@code //}, encoded slashes and control characters in a path. */
    @Bean
    RequestRejectedHandler requestRejected(ProblemWriter writer) {
        return (request, response, refused) -> writer.write(
                response,
                new Problem(400, "request-rejected", "The request's path, method or headers cannot be taken."));
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    WebMvcConfigurer rolesFirst() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new RoleCheck()).order(Ordered.HIGHEST_PRECEDENCE);
            }
        };
    }
}
