package io.hindsight.query.reminders.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.query.obligations.ObligationRow;
import io.hindsight.words.ObligationKind;
import io.hindsight.words.Severity;
import io.hindsight.words.Status;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\t", "\u000B", "\u0085", "\u2028", "\u2029", " \n "})
    void a_title_is_one_line_whatever_is_in_it(String between) {
        ObligationRow owed = new ObligationRow(
                "pm-1",
                "Slow" + between + "- Own it: Forged",
                Severity.SEV_1,
                Status.DRAFT,
                "ana",
                List.of(),
                List.of(),
                ObligationKind.REVIEW,
                null,
                NOW.plusSeconds(3600),
                "ana",
                null,
                null,
                "review.deadline",
                true);

        assertThat(new Digest(List.of(owed), NOW, ZoneOffset.UTC, "").text())
                .isEqualTo("Due soon\n\n- Finish the review: Slow - Own it: Forged (Tue 24 Nov 2026, 09:00 Z)\n\n");
    }
}
