package io.hindsight.http.callers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenCommandTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void a_token_is_printed_once_and_only_its_hash_is_kept() throws IOException {
        assertThat(run("--name", "ana", "--roles", "responder,coordinator")).isZero();
        String token = text(out).strip();
        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        assertThat(Files.readString(file())).doesNotContain(token).contains(Token.sha256(token));
        assertThat(new KnownTokens(file(), "").find(token).orElseThrow().roles())
                .containsExactly("coordinator", "responder");
    }

    @Test
    void the_tokens_that_were_there_stay() throws IOException {
        run("--name", "ana", "--roles", "reader", "--expires", "2027-01-01T01:00:00+01:00");
        String first = text(out).strip();
        run("--name", "ben", "--roles", "reader");
        KnownTokens tokens = new KnownTokens(file(), "");
        assertThat(tokens.find(first).orElseThrow().expires()).hasToString("2027-01-01T00:00:00Z");
        assertThat(tokens.find(text(out).lines().toList().get(1)).orElseThrow().name())
                .isEqualTo("ben");
    }

    @Test
    void only_its_owner_may_read_the_file_and_nothing_but_its_lock_is_left_behind() throws IOException {
        run("--name", "ana", "--roles", "reader");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(file(), folder.resolve("tokens.yml.lock"));
        }
    }

    @Test
    void tokens_that_are_made_at_once_by_one_application_are_all_known() {
        List<String> made = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return TokenCommand.add(file(), "caller-" + i, Set.of("reader"), null);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        KnownTokens tokens = new KnownTokens(file(), "");
        assertThat(made).hasSize(8).allSatisfy(token -> assertThat(tokens.find(token))
                .isPresent());
    }

    @Test
    void tokens_that_are_made_at_once_by_several_commands_are_all_known() throws Exception {
        List<Process> commands = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            commands.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            SeveralTokens.class.getName(),
                            file().toString(),
                            "command-" + i)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        }

        List<String> made = new ArrayList<>();
        for (Process command : commands) {
            made.addAll(new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        }

        KnownTokens tokens = new KnownTokens(file(), "");
        assertThat(made).hasSize(4 * SeveralTokens.EACH).allSatisfy(token -> assertThat(tokens.find(token))
                .isPresent());
    }

    /** Makes one token after the other, in a process of its own. */
    static final class SeveralTokens {
        private static final int EACH = 10;

        private SeveralTokens() {}

        public static void main(String[] arguments) {
            for (int i = 0; i < EACH; i++) {
                String name = arguments[1] + "-" + i;
                TokenCommand.run(
                        System.out, System.err, "token", "--name", name, "--roles", "reader", "--file", arguments[0]);
            }
        }
    }

    @Test
    void the_file_is_named_where_the_command_line_does_not_name_it() {
        Path data = folder.resolve("new/data");

        int code = TokenCommand.run(
                Map.of("HINDSIGHT_DATA", data.toString()),
                print(out),
                print(err),
                "token",
                "--name",
                "ana",
                "--roles",
                "reader");

        assertThat(code).isZero();
        assertThat(text(out)).matches("[A-Za-z0-9_-]{43}\\R");
        assertThat(text(err)).contains("Added to " + data.resolve("tokens.yml").toAbsolutePath());
        assertThat(data).satisfies(TokenCommandTest::onlyItsOwnerMayEnter);
    }

    private static void onlyItsOwnerMayEnter(Path made) throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
    }

    @Test
    void help_is_no_refusal() {
        assertThat(TokenCommand.run(print(out), print(err), "token", "--help")).isZero();
        assertThat(text(out)).startsWith("Usage: token");
    }

    @Test
    void a_name_that_has_a_token_is_refused() {
        run("--name", "ana", "--roles", "reader");
        assertThat(run("--name", "ana", "--roles", "responder")).isEqualTo(1);
        assertThat(text(err)).startsWith("ana has a token already.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --name ana --roles boss                        | there is no role boss
                    --name ana --roles Reader                      | there is no role Reader
                    --name ana                                     | Usage: token
                    --roles reader                                 | Usage: token
                    --name ana --roles reader --expires soon       | --expires must be an instant with an offset
                    --name ana --roles                             | Usage: token
                    --nom ana --roles reader                       | Usage: token
                    """)
    void what_is_wrong_is_said_and_nothing_is_written(String arguments, String words) {
        assertThat(run(arguments.split(" "))).isEqualTo(1);
        assertThat(text(err)).startsWith(words);
        assertThat(text(out)).isEmpty();
        assertThat(file()).doesNotExist();
    }

    @Test
    void a_broken_file_is_not_overwritten() throws IOException {
        Files.writeString(file(), "tokens: [{name: ana}]");
        assertThat(run("--name", "ben", "--roles", "reader")).isEqualTo(1);
        assertThat(text(err)).contains("cannot be used", "the sha256 of ana");
        assertThat(file()).hasContent("tokens: [{name: ana}]");
    }

    @Test
    void the_file_is_the_one_that_the_applications_read() {
        assertThat(TokenCommand.defaultFile(Map.of())).isEqualTo("./data/tokens.yml");
        assertThat(TokenCommand.defaultFile(Map.of("HINDSIGHT_DATA", "/srv"))).isEqualTo("/srv/tokens.yml");
        assertThat(TokenCommand.defaultFile(Map.of("HINDSIGHT_DATA", "/srv", "HINDSIGHT_TOKENS", "/etc/t.yml")))
                .isEqualTo("/etc/t.yml");
    }

    private Path file() {
        return folder.resolve("tokens.yml");
    }

    private int run(String... options) {
        String[] arguments = Stream.of(Stream.of("token"), Stream.of(options), Stream.of("--file", file().toString()))
                .flatMap(each -> each)
                .toArray(String[]::new);
        return TokenCommand.run(print(out), print(err), arguments);
    }

    private static PrintStream print(ByteArrayOutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
