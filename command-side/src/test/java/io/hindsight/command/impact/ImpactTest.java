package io.hindsight.command.impact;

import static io.hindsight.command.postmortem.Commands.agreed;
import static io.hindsight.command.postmortem.Commands.open;
import static io.hindsight.command.postmortem.Commands.usersAffected;

import io.hindsight.command.impact.ImpactCommand.FigureChanges;
import io.hindsight.command.impact.ImpactCommand.RecordImpact;
import io.hindsight.command.lifecycle.LifecycleCommand.FinishReview;
import io.hindsight.command.postmortem.Scenario;
import io.hindsight.events.ImpactEvent.ImpactRecorded;
import io.hindsight.words.ImpactFigures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImpactTest {
    private final Scenario scenario = Scenario.postmortem().given(open());

    @Test
    void a_figure_left_out_stays_and_one_set_to_null_is_unknown_again() {
        scenario.given(usersAffected(120))
                .when(figures(Optional.of(Duration.ofMinutes(20)), null))
                .then(recorded(Duration.ofMinutes(20), 120L))
                .when(figures(null, Optional.empty()))
                .then(recorded(Duration.ofMinutes(20), null));
    }

    @Test
    void zero_is_known_and_not_the_same_as_unknown() {
        scenario.when(usersAffected(0))
                .then(recorded(null, 0L))
                .when(usersAffected(0))
                .thenNothingHappens();
    }

    @Test
    void the_links_to_support_requests_are_replaced_as_a_whole() {
        scenario.when(new RecordImpact(null, List.of("https://support.example/1")))
                .then(new ImpactRecorded(ImpactFigures.UNKNOWN, List.of("https://support.example/1")))
                .when(new RecordImpact(null, List.of()))
                .then(new ImpactRecorded(ImpactFigures.UNKNOWN, List.of()));
    }

    @Test
    void recording_nothing_changes_nothing() {
        scenario.given(usersAffected(1)).when(new RecordImpact(null, null)).thenNothingHappens();
    }

    @Test
    void what_was_agreed_upon_is_not_edited() {
        agreed().given(new FinishReview()).when(usersAffected(7)).thenRefusedBy("status.flow");
    }

    private static RecordImpact figures(Optional<Duration> timeInSev1, Optional<Long> users) {
        return new RecordImpact(new FigureChanges(timeInSev1, null, null, null, null, users, null), null);
    }

    private static ImpactRecorded recorded(Duration timeInSev1, Long users) {
        return new ImpactRecorded(new ImpactFigures(timeInSev1, null, null, null, null, users, null), List.of());
    }
}
