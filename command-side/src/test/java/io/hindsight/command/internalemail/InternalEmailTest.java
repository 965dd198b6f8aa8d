package io.hindsight.command.internalemail;

import static io.hindsight.command.postmortem.Commands.agreed;
import static io.hindsight.command.postmortem.Commands.held;
import static io.hindsight.command.postmortem.Commands.open;
import static io.hindsight.command.postmortem.Commands.schedule;
import static io.hindsight.words.InternalEmailKind.INCIDENT;
import static io.hindsight.words.InternalEmailKind.RESULTS;

import io.hindsight.command.internalemail.InternalEmailCommand.RecordInternalEmail;
import io.hindsight.command.lifecycle.LifecycleCommand.Close;
import io.hindsight.command.postmortem.Scenario;
import io.hindsight.events.InternalEmailEvent.InternalEmailSent;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class InternalEmailTest {
    private static final List<String> ALL = List.of("all@example.org");
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-23T10:00:00Z");

    @Test
    void what_was_sent_is_recorded_with_when_and_to_whom() {
        RecordInternalEmail recorded = new RecordInternalEmail(INCIDENT, NOW.minusHours(1), ALL);
        Scenario.postmortem()
                .given(open())
                .when(recorded)
                .then(new InternalEmailSent(INCIDENT, NOW.minusHours(1), ALL))
                .when(recorded)
                .thenNothingHappens()
                .when(new RecordInternalEmail(INCIDENT, null, List.of("support@example.org")))
                .then(new InternalEmailSent(INCIDENT, NOW, List.of("support@example.org")));
    }

    @Test
    void nothing_was_sent_in_the_future() {
        Scenario.postmortem()
                .given(open())
                .when(new RecordInternalEmail(INCIDENT, NOW.plusSeconds(1), ALL))
                .thenRefusedBy("comms.internal");
    }

    @Test
    void telling_the_results_before_the_meeting_warns() {
        RecordInternalEmail results = new RecordInternalEmail(RESULTS, null, ALL);
        Scenario.postmortem().given(open()).when(results).thenWarnedBy("comms.internal");
        agreed().when(results).thenWarnedBy();
    }

    @Test
    void what_was_sent_before_the_meeting_told_nothing_of_what_it_found() {
        OffsetDateTime held = NOW.truncatedTo(ChronoUnit.MINUTES);
        agreed().when(new RecordInternalEmail(RESULTS, held.minusSeconds(1), ALL))
                .thenWarnedBy("comms.internal")
                .when(new Close())
                .thenWarnedBy("comms.internal");
        agreed().given(new RecordInternalEmail(RESULTS, held, ALL))
                .when(new Close())
                .thenWarnedBy();
    }

    @Test
    void results_are_told_after_the_meeting_also_where_that_is_recorded_as_held_only_later() {
        Scenario.postmortem()
                .given(open(), schedule(NOW.plusHours(1)))
                .at("2026-11-23T12:00:00Z")
                .given(held())
                .when(new RecordInternalEmail(RESULTS, NOW.plusMinutes(90), ALL))
                .thenWarnedBy()
                .when(new RecordInternalEmail(RESULTS, NOW.plusMinutes(59), ALL))
                .thenWarnedBy("comms.internal");
    }

    @Test
    void closing_before_the_results_are_told_warns() {
        agreed().when(new Close()).thenWarnedBy("comms.internal");
        agreed().given(new RecordInternalEmail(RESULTS, null, ALL))
                .when(new Close())
                .thenWarnedBy();
    }
}
