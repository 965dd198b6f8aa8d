package io.hindsight.command.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.hindsight.command.decision.Policy;
import io.hindsight.command.policy.PolicyHistory.PolicyChange;
import io.hindsight.eventstore.EventPositions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The policy at hand: how old it may be, and what it costs to ask. */
class PolicyInForceTest {
    private final PolicyHistory history = mock(PolicyHistory.class);
    private final EventPositions store = mock(EventPositions.class);
    private final AtomicLong nanos = new AtomicLong();
    private final PolicyInForce inForce = new PolicyInForce(history, store, nanos::get);

    private void changedElsewhere() {
        Policy after = Policy.DEFAULT.with(policy -> policy.quorum = 7);
        when(store.version(anyString())).thenReturn(1L);
        when(history.changes())
                .thenReturn(List.of(new PolicyChange(
                        1,
                        Instant.EPOCH,
                        "ada",
                        null,
                        "policy-quorum-changed",
                        "change-quorum",
                        null,
                        Policy.DEFAULT,
                        after)));
    }

    @Test
    void the_store_is_asked_once_a_second_and_read_only_after_a_change() {
        for (int i = 0; i < 1_000; i++) {
            inForce.atLeast(0);
        }
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        inForce.atLeast(0);

        verify(store, times(2)).version(anyString());
        verify(history, times(0)).changes();
    }

    @Test
    void what_another_command_side_changed_holds_here_after_a_second() {
        assertThat(inForce.atLeast(0).version()).isZero();
        changedElsewhere();

        assertThat(inForce.atLeast(0).version()).isZero();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(inForce.atLeast(0).policy().quorum()).isEqualTo(7);
    }

    @Test
    void who_knows_of_a_newer_version_has_it_at_once() {
        inForce.atLeast(0);
        changedElsewhere();

        assertThat(inForce.atLeast(1).policy().quorum()).isEqualTo(7);
        assertThat(inForce.atLeast(0).version()).isEqualTo(1);
    }

    @Test
    void a_version_that_is_not_there_is_not_made_up() {
        assertThatThrownBy(() -> inForce.atLeast(1)).isInstanceOf(IllegalStateException.class);
    }
}
