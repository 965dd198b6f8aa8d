package io.hindsight.http.callers;

import io.hindsight.http.Roles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The tokens that are good now: those of the tokens file, and the administrator's of the settings. The file is looked at
 * once a second at most, and whenever a token is not known, so that a new one is good at once; it is read again when it
 * has changed. A file that cannot be used changes nothing: who could call before still can, and the log says what is wrong.
 * Without a file nobody can.
 */
@Component
class KnownTokens {
    private static final Logger log = LoggerFactory.getLogger(KnownTokens.class);
    private static final long LOOK_EVERY_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Pattern BEARER = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private final Path file;
    private final Optional<TokenList.Entry> administrator;
    private long lookedAt;
    private Stamp stamp;
    private Map<String, TokenList.Entry> byHash = Map.of();

    KnownTokens(
            @Value("${hindsight.tokens:${hindsight.data:./data}/tokens.yml}") Path file,
            @Value("${hindsight.admin-token:}") String adminToken) {
        this.file = file;
        this.administrator = adminToken.isBlank() ? Optional.empty() : Optional.of(administrator(adminToken));
        look();
    }

    private static TokenList.Entry administrator(String token) {
        if (!BEARER.matcher(token).matches()) {
            throw new IllegalArgumentException(
                    "hindsight.admin-token (HINDSIGHT_ADMIN_TOKEN) cannot be sent as a bearer "
                            + "token: it may hold letters, digits and . _ ~ + / - only");
        }
        return new TokenList.Entry("admin", Token.sha256(token), Roles.ALL, null);
    }

    /** The entry of a token, expired or not. */
    Optional<TokenList.Entry> find(String token) {
        String hash = Token.sha256(token);
        return administrator.filter(entry -> entry.sha256().equals(hash)).or(() -> Optional.ofNullable(inFile(hash)));
    }

    private synchronized TokenList.Entry inFile(String hash) {
        if (!byHash.containsKey(hash) || System.nanoTime() - lookedAt >= LOOK_EVERY_NANOS) {
            look();
        }
        return byHash.get(hash);
    }

    private synchronized void look() {
        lookedAt = System.nanoTime();
        try {
            Stamp now = Stamp.of(file);
            if (now.equals(stamp)) {
                return;
            }
            // Remembered before reading: a broken file is complained of once, not every second.
            stamp = now;
            byHash = TokensFile.read(file).tokens().stream()
                    .collect(Collectors.toUnmodifiableMap(TokenList.Entry::sha256, Function.identity()));
            log.info("{} tokens in {}", byHash.size(), file);
        } catch (IOException e) {
            log.error("{} The {} tokens known before stay good.", e.getMessage(), byHash.size());
        }
    }

    /** What tells one state of a file from the next; a file replaced within its clock's tick has another key. */
    private record Stamp(FileTime modified, long size, Object key) {
        static Stamp of(Path file) throws IOException {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
            } catch (NoSuchFileException e) {
                return new Stamp(FileTime.fromMillis(0), 0, null);
            }
        }
    }
}
