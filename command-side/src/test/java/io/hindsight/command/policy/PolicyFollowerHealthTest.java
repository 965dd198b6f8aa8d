package io.hindsight.command.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.command.policy.PolicyFollower.Place;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.actuate.endpoint.SimpleStatusAggregator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class PolicyFollowerHealthTest {
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");
    private Optional<Place> place = Optional.empty();
    private long head = 10;

    private final PolicyFollowerHealth health = new PolicyFollowerHealth(() -> place, () -> head, new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    });

    @Test
    void all_is_well_where_another_command_side_follows() {
        Health found = health.health();

        assertThat(found.getStatus()).isEqualTo(Status.UP);
        assertThat(found.getDetails()).containsEntry("followedBy", "another command side");
    }

    @Test
    void it_is_failing_while_an_event_keeps_it_from_going_on_and_says_which_error() {
        place = Optional.of(new Place(4, new IllegalStateException("No such event")));

        Health found = health.health();

        assertThat(found.getStatus()).isEqualTo(PolicyFollowerHealth.FAILING);
        assertThat(found.getDetails())
                .containsEntry("position", 4L)
                .containsEntry("head", 10L)
                .extractingByKey("error")
                .asString()
                .contains("No such event");
    }

    @Test
    void it_is_behind_once_it_has_not_moved_for_a_minute_though_there_are_events() {
        place = Optional.of(new Place(4, null));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        now = now.plusSeconds(59);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        now = now.plusSeconds(1);
        assertThat(health.health().getStatus()).isEqualTo(PolicyFollowerHealth.BEHIND);

        place = Optional.of(new Place(5, null));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void it_is_not_behind_where_nothing_happens() {
        place = Optional.of(new Place(10, null));
        health.health();
        now = now.plusSeconds(3600);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        now = now.plusSeconds(3600);
        head = 11;
        assertThat(health.health().getStatus())
                .as("of an event that nobody looked for in the hour before")
                .isEqualTo(Status.UP);
    }

    @Test
    void an_application_whose_follower_is_stuck_is_up_all_the_same() {
        SimpleStatusAggregator all = new SimpleStatusAggregator();

        assertThat(all.getAggregateStatus(Status.UP, PolicyFollowerHealth.FAILING))
                .isEqualTo(Status.UP);
        assertThat(all.getAggregateStatus(Status.UP, PolicyFollowerHealth.BEHIND))
                .isEqualTo(Status.UP);
    }
}
