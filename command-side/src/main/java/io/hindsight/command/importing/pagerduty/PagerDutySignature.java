package io.hindsight.command.importing.pagerduty;

import io.hindsight.http.SignedRequests;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * The signature of PagerDuty's V3 webhooks: {@code v1=} and the HMAC-SHA256 of the body in hex, several with commas between them
 * while a secret is being replaced. One that is right for one of our secrets is enough.
 */
@Component
final class PagerDutySignature implements SignedRequests {
    static final String CALLER = "pagerduty";

    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "v1=";
    /** More signatures than any rotation has. */
    private static final int MOST = 10;

    private final PagerDutySettings settings;

    PagerDutySignature(PagerDutySettings settings) {
        this.settings = settings;
    }

    @Override
    public String path() {
        return PagerDutyController.PATH;
    }

    @Override
    public String header() {
        return "X-PagerDuty-Signature";
    }

    @Override
    public String rightSignature() {
        return "v1= and the HMAC-SHA256 of the body's bytes in hex, under the secret of the webhook subscription,"
                + " which HINDSIGHT_PAGERDUTY_SECRET has to name";
    }

    @Override
    public String caller() {
        return CALLER;
    }

    @Override
    public boolean isSigned(String signature, byte[] body) {
        boolean signed = false;
        String[] given = signature.split(",", MOST + 1);
        for (String secret : settings.secret()) {
            byte[] right = (VERSION + HexFormat.of().formatHex(hmac(secret, body))).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < Math.min(given.length, MOST); i++) {
                signed |= MessageDigest.isEqual(right, given[i].strip().getBytes(StandardCharsets.UTF_8));
            }
        }
        return signed;
    }

    private static byte[] hmac(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JVM has " + ALGORITHM, impossible);
        }
    }
}
