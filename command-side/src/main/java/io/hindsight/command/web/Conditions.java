package io.hindsight.command.web;

import io.hindsight.http.Problem;
import io.hindsight.http.Violation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.ETag;

/**
 * The headers that a command can be made conditional with.
 *
 * @param versions those that {@code If-Match} says what is changed has to be at one of: none where it names only what can be
 *     none, such as a weak tag; null for any
 * @param key the {@code Idempotency-Key}; null for none
 */
record Conditions(Set<Long> versions, String key) {
    /** A version, or the tag of a read, which says after the version how many obligations were overdue. */
    private static final Pattern VERSION = Pattern.compile("(0|[1-9]\\d{0,17})(-\\d+)?");

    private static final String TAG = "(W/)?\"[!#-~\\x80-\\uffff]*+\"";
    /** As RFC 9110 has it: Spring takes what it can make out. */
    private static final Pattern TAGS = Pattern.compile(TAG + "(\\s*,\\s*" + TAG + ")*+");

    private static final Pattern KEY = Pattern.compile("[ -~]{1,128}");

    static Conditions of(String ifMatch, String idempotencyKey) {
        return new Conditions(versions(ifMatch), key(idempotencyKey));
    }

    private static Set<Long> versions(String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        if (!TAGS.matcher(ifMatch.strip()).matches()) {
            throw malformed("If-Match", "A version in quotes, as an ETag says it: \"12\"");
        }
        return ETag.parse(ifMatch).stream()
                .filter(tag -> !tag.weak())
                .map(tag -> VERSION.matcher(tag.tag()))
                .filter(Matcher::matches)
                .map(version -> Long.valueOf(version.group(1)))
                .collect(Collectors.toUnmodifiableSet());
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
