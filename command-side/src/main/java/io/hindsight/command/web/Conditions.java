package io.hindsight.command.web;

import io.hindsight.http.Problem;
import io.hindsight.http.Violation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The headers that a command can be made conditional with.
 *
 * @param version what {@code If-Match} says the postmortem has to be at; null for any
 * @param key the {@code Idempotency-Key}; null for none
 */
record Conditions(Long version, String key) {
    /** A version, or the tag of a read, which says after the version how many obligations were overdue. */
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})(-\\d+)?\"");

    private static final Pattern KEY = Pattern.compile("[ -~]{1,128}");

    static Conditions of(String ifMatch, String idempotencyKey) {
        return new Conditions(version(ifMatch), key(idempotencyKey));
    }

    private static Long version(String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw malformed("If-Match", "A version in quotes, as an ETag says it: \"12\"");
        }
        return Long.valueOf(tag.group(1));
    }

    private static String key(String idempotencyKey) {
        if (idempotencyKey != null && !KEY.matcher(idempotencyKey).matches()) {
            throw malformed("Idempotency-Key", "1 to 128 printable characters");
        }
        return idempotencyKey;
    }

    private static Problem malformed(String header, String message) {
        return new Problem(400, "invalid-parameters", "The header " + header + " cannot be taken")
                .violation(Violation.ofField(header, message));
    }

    /** SHA-256 in hex: tells apart two requests that come with the same key. */
    static String hash(String... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                sha.update(part.getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JVM has SHA-256", impossible);
        }
    }
}
