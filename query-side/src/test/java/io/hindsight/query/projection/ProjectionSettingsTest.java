package io.hindsight.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is refused when an application starts. */
class ProjectionSettingsTest {

    @Test
    void what_is_not_given_has_its_default() {
        assertThat(new ProjectionSettings(null, null))
                .isEqualTo(new ProjectionSettings(Duration.ofSeconds(10), Duration.ofSeconds(5)));
    }

    @Test
    void a_process_that_lives_keeps_its_claims_and_a_reader_what_it_reads() {
        assertThatThrownBy(() -> new ProjectionSettings(Duration.ofMillis(2999), null))
                .hasMessage("hindsight.projections.claim-timeout is PT3S or more");
        assertThatThrownBy(() -> new ProjectionSettings(null, Duration.ofMillis(999)))
                .hasMessage("hindsight.projections.grace is PT1S or more");
    }
}
