package io.hindsight.command;

import io.hindsight.http.start.Start;
import java.util.Set;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The command side as an application of its own. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(CommandSideConfiguration.class)
public class CommandSide {

    /** Starts, or makes a token ({@code token …}). */
    public static void main(String[] arguments) {
        Start.main(Start.application(CommandSide.class).build(), Set.of(), arguments);
    }
}
