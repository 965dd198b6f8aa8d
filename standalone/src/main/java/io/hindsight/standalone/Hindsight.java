package io.hindsight.standalone;

import io.hindsight.command.CommandSideConfiguration;
import io.hindsight.http.callers.TokenCommand;
import io.hindsight.query.QuerySideConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/**
 * Both sides in one JVM, on stores that live in one folder: what a newcomer starts. {@code token …} as the command line
 * makes a token instead ({@link TokenCommand}).
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({CommandSideConfiguration.class, QuerySideConfiguration.class, WhereItListens.class})
public class Hindsight {

    /** Starts, or makes a token. */
    public static void main(String[] arguments) {
        if (TokenCommand.asked(arguments)) {
            System.exit(TokenCommand.run(System.out, System.err, arguments));
        }
        application().run(arguments);
    }

    static SpringApplication application() {
        return new SpringApplicationBuilder(Hindsight.class)
                .initializers(new DataFolder())
                .build();
    }
}
