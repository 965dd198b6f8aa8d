package io.hindsight.standalone;

import io.hindsight.command.CommandSideConfiguration;
import io.hindsight.http.start.Start;
import io.hindsight.query.QuerySideConfiguration;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * Both sides in one JVM, on stores that live in one folder: what a newcomer starts. {@code --demo} fills an empty store with
 * made-up postmortems; {@code token …} as the command line makes a token instead.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({CommandSideConfiguration.class, QuerySideConfiguration.class, Demo.class, FirstToken.class})
public class Hindsight {

    /** Starts, or makes a token. */
    public static void main(String[] arguments) {
        Start.main(application(), Set.of("--" + Demo.OPTION), arguments);
    }

    static SpringApplication application() {
        return Start.application(Hindsight.class).initializers(new DataFolder()).build();
    }
}
