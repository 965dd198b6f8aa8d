package io.hindsight.http.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void help_says_what_there_is_instead_of_a_start() {
        assertThat(answer("--server.port=0", "--help")).hasValue(0);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Usage:", "token", "--demo", "HINDSIGHT_DATA");
        assertThat(err.size()).isZero();
    }

    @Test
    void the_environment_that_help_names_is_that_of_the_readme() throws IOException {
        answer("--help");

        Set<String> readme = variables(Files.readString(Path.of("../README.md")));
        assertThat(readme).hasSizeGreaterThan(5);
        assertThat(variables(out.toString(StandardCharsets.UTF_8))).isEqualTo(readme);
    }

    private static Set<String> variables(String text) {
        return Pattern.compile("HINDSIGHT_[A-Z_]+")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--dmeo", "demo", "-h", "tokens", "--", "--=1", "--server.port"})
    void what_is_neither_a_setting_nor_known_is_refused(String argument) {
        assertThat(answer(argument)).hasValue(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("There is no " + argument + " here", "--help");
        assertThat(out.size()).isZero();
    }

    @Test
    void settings_and_the_switches_of_the_application_start_it() {
        assertThat(answer("--demo", "--server.port=0", "--debug", "--hindsight.policy="))
                .isEmpty();
        assertThat(answer()).isEmpty();
    }

    private OptionalInt answer(String... arguments) {
        return CommandLine.answer(
                Set.of("--demo"),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                arguments);
    }
}
