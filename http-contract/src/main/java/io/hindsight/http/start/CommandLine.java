package io.hindsight.http.start;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;

/**
 * What may stand on the command line of an application that starts: settings ({@code --server.port=8081}) and its switches.
 * Anything else is refused: {@code --dmeo} would start an application that somebody takes for the demonstration.
 */
final class CommandLine {
    private static final String HELP = "--help";
    /** Spring Boot's own, for more in the log. */
    private static final Set<String> LOGGING = Set.of("--debug", "--trace");

    private CommandLine() {}

    /**
     * Answers what asks for no start.
     *
     * @param switches what this application knows beside settings
     * @return the process's exit code; empty where the application is to start
     */
    static OptionalInt answer(Set<String> switches, PrintStream out, PrintStream err, String... arguments) {
        if (Arrays.asList(arguments).contains(HELP)) {
            out.print(usage());
            return OptionalInt.of(0);
        }
        for (String argument : arguments) {
            boolean setting = argument.startsWith("--") && argument.indexOf('=') > 2;
            if (!setting && !switches.contains(argument) && !LOGGING.contains(argument)) {
                err.printf("There is no %s here; %s says what there is.%n", argument, HELP);
                return OptionalInt.of(1);
            }
        }
        return OptionalInt.empty();
    }

    private static String usage() {
        try {
            return new ClassPathResource("usage.txt", CommandLine.class).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
