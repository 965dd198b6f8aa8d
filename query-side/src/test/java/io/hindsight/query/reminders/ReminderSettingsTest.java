package io.hindsight.query.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused when an application starts. */
class ReminderSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT29.999S", "PT-1H"})
    void a_deadline_must_be_reminded_of_for_long_enough_to_be_looked_at_once(Duration late) {
        assertThatThrownBy(() -> settings(late))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hindsight.reminders.late is from look-every (PT30S) to 30 days");
    }

    @Test
    void from_one_look_to_the_next_is_long_enough() {
        assertThat(settings(Duration.ofSeconds(30)).late()).isEqualTo(Duration.ofSeconds(30));
    }

    private static ReminderSettings settings(Duration late) {
        return new ReminderSettings(
                null, null, null, null, null, late, Duration.ofSeconds(30), null, null, null, null, null, null);
    }
}
