package io.hindsight.benchmarks;

import io.hindsight.command.CommandSide;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the product's own applications in this JVM, on a free port. */
final class Applications {
    static final String TOKEN = "benchmark";

    private Applications() {}

    static ConfigurableApplicationContext commandSide(Map<String, Object> settings) {
        return start(CommandSide.class, settings);
    }

    static ConfigurableApplicationContext bothSides(Map<String, Object> settings) {
        return start(BothSides.class, settings);
    }

    private static ConfigurableApplicationContext start(Class<?> application, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("server.port", "0");
        all.put("spring.main.banner-mode", "off");
        all.put("hindsight.admin-token", TOKEN);
        return new SpringApplicationBuilder(application).properties(all).run();
    }
}
