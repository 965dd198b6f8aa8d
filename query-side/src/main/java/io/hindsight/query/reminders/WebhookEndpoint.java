package io.hindsight.query.reminders;

import com.standardwebhooks.Webhook;
import io.hindsight.words.ObligationKind;
import java.net.URI;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where to send events.
 *
 * @param name what administrators call it, the name of its queue; a new name is a new queue
 * @param url https or http, without credentials in it
 * @param secret {@code whsec_} and the Base64 of at least 24 random bytes, which the far end knows too
 * @param kinds the obligations to tell of; all where none is named
 * @param restricted whether it is also told of restricted postmortems: no
 */
public record WebhookEndpoint(String name, URI url, String secret, Set<ObligationKind> kinds, Boolean restricted) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");
    private static final String SECRET_PREFIX = "whsec_";
    private static final int SECRET_BYTES = 24;

    public WebhookEndpoint {
        kinds = kinds == null || kinds.isEmpty() ? Set.of(ObligationKind.values()) : Set.copyOf(kinds);
        restricted = Objects.requireNonNullElse(restricted, false);
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A webhook of hindsight.reminders.webhooks needs a name of 1 to 40 of a-z, 0-9 and -");
        }
        if (url == null || url.getHost() == null || !Set.of("http", "https").contains(lowerCase(url.getScheme()))) {
            throw new IllegalArgumentException("The url of the webhook %s must be https or http".formatted(name));
        }
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "The url of the webhook %s must have neither credentials nor a fragment".formatted(name));
        }
        if (!strong(secret)) {
            throw new IllegalArgumentException(
                    "The secret of the webhook %s must be %s and the Base64 of at least %d random bytes"
                            .formatted(name, SECRET_PREFIX, SECRET_BYTES));
        }
    }

    private static String lowerCase(String scheme) {
        return String.valueOf(scheme).toLowerCase(Locale.ROOT);
    }

    private static boolean strong(String secret) {
        if (secret == null || !secret.startsWith(SECRET_PREFIX)) {
            return false;
        }
        try {
            return Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length())).length >= SECRET_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** What signs for it. */
    public Webhook signer() {
        return new Webhook(secret);
    }

    /** Without the secret, and without the url, which is one where it carries a key. */
    @Override
    public String toString() {
        return "webhook " + name;
    }
}
