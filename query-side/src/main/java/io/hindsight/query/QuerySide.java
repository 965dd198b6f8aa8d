package io.hindsight.query;

import io.hindsight.http.start.Start;
import java.util.Set;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The query side as an application of its own. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(QuerySideConfiguration.class)
public class QuerySide {

    /** Starts, or makes a token ({@code token …}). */
    public static void main(String[] arguments) {
        Start.main(Start.application(QuerySide.class).build(), Set.of(), arguments);
    }
}
