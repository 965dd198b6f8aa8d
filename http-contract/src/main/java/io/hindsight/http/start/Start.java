package io.hindsight.http.start;

import io.hindsight.http.callers.TokenCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * How every application starts: quietly, on the loopback interface unless SERVER_ADDRESS says otherwise, and saying where it
 * listens once it does. {@code token …} as the command line makes a token instead ({@link TokenCommand}), {@code --help} says what
 * else there is.
 */
public final class Start {
    /** Axon's only switch for an advertisement it logs at every start. */
    private static final String NO_ADVERTISEMENT = "disable-axoniq-console-message";

    private Start() {}

    /**
     * What a {@code main} does.
     *
     * @param switches the application's own options that take no value
     */
    public static void main(SpringApplication application, Set<String> switches, String... arguments) {
        if (TokenCommand.asked(arguments)) {
            System.exit(TokenCommand.run(System.out, System.err, arguments));
        }
        CommandLine.answer(switches, System.out, System.err, arguments).ifPresent(System::exit);
        application.run(arguments);
    }

    /** An application with the defaults of all; any other source of settings overrides them. */
    public static SpringApplicationBuilder application(Class<?> configuration) {
        System.setProperty(NO_ADVERTISEMENT, "true");
        return new SpringApplicationBuilder(configuration)
                .properties(defaults())
                .listeners(new WhereItListens(configuration.getSimpleName()));
    }

    /** Defaults and not a property source of the configuration: that one comes after logging and the server are set up. */
    private static Properties defaults() {
        try {
            return PropertiesLoaderUtils.loadProperties(new ClassPathResource("start.properties", Start.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
