package io.hindsight.http.callers;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The {@code token} command of every application: makes a token, adds its hash to the tokens file and prints the token,
 * once. Running applications know it within a second.
 */
public final class TokenCommand {
    /** The first argument that asks for this command. */
    public static final String NAME = "token";

    private static final String USAGE =
            """
            Usage: token --name <name> --roles <role>[,<role>...] [--expires <instant>] [--file <tokens file>]
            Makes a token, adds its SHA-256 to the tokens file and prints the token, once.
              --expires  the first instant at which it is no longer good, such as 2027-01-01T00:00:00Z; never by default
              --file     HINDSIGHT_TOKENS by default, else tokens.yml in HINDSIGHT_DATA, else ./data/tokens.yml""";

    private static final Set<String> OPTIONS = Set.of("--name", "--roles", "--expires", "--file");

    private TokenCommand() {}

    /** Whether the command line asks for this command. */
    public static boolean asked(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(NAME);
    }

    /**
     * Runs the command.
     *
     * @param arguments the whole command line, {@value #NAME} first
     * @return the process's exit code: 0, or 1 when it was refused, with the reason on {@code err}
     */
    public static int run(PrintStream out, PrintStream err, String... arguments) {
        return run(System.getenv(), out, err, arguments);
    }

    static int run(Map<String, String> environment, PrintStream out, PrintStream err, String... arguments) {
        if (List.of(arguments).contains("--help")) {
            out.println(USAGE);
            return 0;
        }
        try {
            Map<String, String> options = options(arguments);
            Path file = Path.of(options.getOrDefault("--file", defaultFile(environment)));
            out.println(add(file, options.get("--name"), roles(options.get("--roles")), expiry(options)));
            if (!options.containsKey("--file")) {
                // Beside the token and not with it: what reads the token from the output wants nothing else there.
                err.printf("Added to %s%n", file.toAbsolutePath().normalize());
            }
            return 0;
        } catch (IllegalArgumentException | IOException refused) {
            err.println(refused.getMessage());
            return 1;
        }
    }

    /**
     * Makes a token and adds it to the file.
     *
     * @param expires null for never
     * @return the token, which is kept nowhere
     * @throws IllegalArgumentException when there is already a token of that name, or a role that there is not
     * @throws IOException when the file cannot be read, is no list of tokens, or cannot be replaced
     */
    public static String add(Path file, String name, Set<String> roles, Instant expires) throws IOException {
        String token = Token.make();
        TokenList.Entry added = new TokenList.Entry(name, Token.sha256(token), roles, expires);
        TokensFile.change(file, list -> {
            if (list.tokens().stream().anyMatch(entry -> entry.name().equals(name))) {
                throw new IllegalArgumentException(
                        name + " has a token already. To replace it, delete its entry in " + file + " first.");
            }
            List<TokenList.Entry> entries = new ArrayList<>(list.tokens());
            entries.add(added);
            return new TokenList(entries);
        });
        return token;
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i < arguments.length; i += 2) {
            if (!OPTIONS.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException(USAGE);
            }
            options.put(arguments[i], arguments[i + 1]);
        }
        if (!options.containsKey("--name") || !options.containsKey("--roles")) {
            throw new IllegalArgumentException(USAGE);
        }
        return options;
    }

    private static Set<String> roles(String list) {
        return new TreeSet<>(List.of(list.split(",")));
    }

    private static Instant expiry(Map<String, String> options) {
        String text = options.get("--expires");
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "--expires must be an instant with an offset, such as 2027-01-01T00:00:00Z", e);
        }
    }

    static String defaultFile(Map<String, String> environment) {
        String file = environment.get("HINDSIGHT_TOKENS");
        return file == null ? environment.getOrDefault("HINDSIGHT_DATA", "./data") + "/tokens.yml" : file;
    }
}
