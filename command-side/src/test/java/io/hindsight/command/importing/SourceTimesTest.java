package io.hindsight.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.words.Incident;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule {@code timeline.times}, on the start of an incident. */
class SourceTimesTest {

    private static ImportPostmortem startedAt(String time, String zone) {
        return Records.map(Records.json("'startedAt': '" + time + "'"), zone);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T08:24:00Z, 2026-03-01T08:24Z",
        "2026-03-01T08:24:00+01:00, 2026-03-01T08:24+01:00",
        "2026-03-01T08:24-08, 2026-03-01T08:24-08:00",
        "2026-03-01T08:24:00.123Z, 2026-03-01T08:24:00.123Z"
    })
    void a_time_with_an_offset_is_understood_and_keeps_its_offset(String said, OffsetDateTime expected) {
        ImportPostmortem command = startedAt(said, null);

        assertThat(command.incident().startedAt()).isEqualTo(expected);
        assertThat(command.incident().startedAt().getOffset()).isEqualTo(expected.getOffset());
        assertThat(command.imported().notUnderstood()).isEmpty();
        assertThat(command.imported().otherFields()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, the time of day is missing",
        "2026-03-01T08:24:00, the time zone is missing",
        "20202-01-16 12:00, cannot be read",
        "+20202-01-16T12:00:00Z, year cannot be meant",
        "0001-01-01T00:00:00Z, year cannot be meant",
        "2026-02-30T08:24:00Z, cannot be read",
        "2026-03-01T25:00:00Z, cannot be read",
        "2026-03-01T08:24:00Zebra, cannot be read",
        "last Sunday, cannot be read"
    })
    void what_names_no_instant_is_reported_and_left_unknown(String said, String why) {
        ImportPostmortem command = startedAt(said, null);

        assertThat(command.incident()).isEqualTo(Incident.UNKNOWN);
        assertThat(command.imported().notUnderstood()).singleElement().satisfies(reported -> {
            assertThat(reported.field()).isEqualTo("startedAt");
            assertThat(reported.value()).isEqualTo(said);
            assertThat(reported.message()).containsIgnoringCase(why);
        });
    }

    @Test
    void the_zone_that_the_importer_names_makes_local_times_instants() {
        assertThat(startedAt("2026-03-01T08:24:00", "Europe/Berlin").incident().startedAt())
                .isEqualTo(OffsetDateTime.parse("2026-03-01T08:24+01:00"));
        assertThat(startedAt("2026-07-01T08:24:00", "Europe/Berlin").incident().startedAt())
                .isEqualTo(OffsetDateTime.parse("2026-07-01T08:24+02:00"));
    }

    @Test
    void the_zone_does_not_move_a_time_that_has_an_offset() {
        assertThat(startedAt("2026-03-01T08:24:00Z", "Europe/Berlin").incident().startedAt())
                .isEqualTo(OffsetDateTime.parse("2026-03-01T08:24Z"));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29T02:30:00, no such time", "2026-10-25T02:30:00, was twice", "2026-03-01, time of day"})
    void a_time_that_the_zone_does_not_settle_is_not_guessed(String said, String why) {
        ImportPostmortem command = startedAt(said, "Europe/Berlin");

        assertThat(command.incident().startedAt()).isNull();
        assertThat(command.imported().notUnderstood())
                .singleElement()
                .satisfies(reported -> assertThat(reported.message()).contains(why));
    }

    @Test
    void what_is_finer_than_a_millisecond_is_cut_and_kept_beside() {
        ImportPostmortem command = startedAt("2026-03-01T08:24:00.123456Z", null);

        assertThat(command.incident().startedAt()).isEqualTo(OffsetDateTime.parse("2026-03-01T08:24:00.123Z"));
        assertThat(command.imported().otherFields()).singleElement().satisfies(kept -> assertThat(kept.value())
                .isEqualTo("2026-03-01T08:24:00.123456Z"));
    }
}
