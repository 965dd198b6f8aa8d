package io.hindsight.command.importing.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hindsight.words.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PagerDutySignatureTest {
    private static final Path SAMPLES = Path.of("..", "..", "shared", "data", "formats");
    private static final byte[] BODY = "The quick brown fox jumps over the lazy dog".getBytes(StandardCharsets.UTF_8);
    /** HMAC-SHA256 of that sentence under the key "key". */
    private static final String RIGHT = "v1=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8";

    private static PagerDutySignature with(String... secrets) {
        return new PagerDutySignature(new PagerDutySettings(List.of(secrets), null, null));
    }

    @Test
    void the_signature_is_the_hmac_of_the_exact_body() {
        assertThat(with("key").isSigned(RIGHT, BODY)).isTrue();
        byte[] other = BODY.clone();
        other[0]++;
        assertThat(with("key").isSigned(RIGHT, other)).isFalse();
        assertThat(with("another").isSigned(RIGHT, BODY)).isFalse();
    }

    @Test
    void while_a_secret_is_replaced_one_right_signature_for_one_of_the_secrets_is_enough() {
        assertThat(with("old", "key").isSigned("v1=00, " + RIGHT, BODY)).isTrue();
        assertThat(with("old", "older").isSigned("v1=00," + RIGHT, BODY)).isFalse();
    }

    @Test
    void without_a_secret_nothing_is_signed() {
        assertThat(with().isSigned(RIGHT, BODY)).isFalse();
        assertThat(with("", " ").isSigned(RIGHT, BODY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "v1=",
                "v0=f7bc83f4",
                "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8",
                "é"
            })
    void what_is_no_signature_is_not_right(String signature) {
        assertThat(with("key").isSigned(signature, BODY)).isFalse();
    }

    @Test
    void priorities_stand_for_severities_and_settings_add_to_that_and_secrets_are_not_shown() {
        PagerDutySettings settings =
                new PagerDutySettings(List.of("hush"), Map.of("critical", Severity.SEV_1, "p2", Severity.SEV_3), null);

        assertThat(settings.severityOf("P1")).isEqualTo(Severity.SEV_1);
        assertThat(settings.severityOf("Critical")).isEqualTo(Severity.SEV_1);
        assertThat(settings.severityOf("P2")).isEqualTo(Severity.SEV_3);
        assertThat(settings.severityOf("Urgent")).isNull();
        assertThat(settings.severityOf(null)).isNull();
        assertThat(settings.toString()).doesNotContain("hush");
    }

    @Test
    void every_sample_is_signed_as_it_says() throws IOException {
        Path signatures = SAMPLES.resolve("pagerduty-signatures.json");
        assumeTrue(Files.exists(signatures), "Skipped: there are no samples at " + SAMPLES + " beside the repository");
        JsonNode said = new JsonMapper().readTree(Files.readString(signatures));
        PagerDutySignature signature = with(said.get("secret").asString());

        assertThat(said.get("files").properties()).hasSize(10).allSatisfy(file -> {
            byte[] body = Files.readAllBytes(SAMPLES.resolve(file.getKey()));
            assertThat(signature.isSigned(
                            file.getValue().get(signature.header()).asString(), body))
                    .isTrue();
        });
    }
}
