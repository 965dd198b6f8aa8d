package io.hindsight.command.policy;

import static io.hindsight.command.postmortem.Commands.STARTED;
import static io.hindsight.command.postmortem.Commands.agreed;
import static io.hindsight.command.postmortem.Commands.held;
import static io.hindsight.command.postmortem.Commands.inReview;
import static io.hindsight.command.postmortem.Commands.item;
import static io.hindsight.command.postmortem.Commands.open;
import static io.hindsight.command.postmortem.Commands.own;
import static io.hindsight.command.postmortem.Commands.redate;
import static io.hindsight.command.postmortem.Commands.retitle;
import static io.hindsight.command.postmortem.Commands.schedule;
import static io.hindsight.command.postmortem.Commands.startedAt;
import static io.hindsight.command.postmortem.Commands.ticketed;
import static io.hindsight.command.postmortem.Scenario.postmortem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hindsight.command.actionitem.ActionItemCommand.CompleteActionItem;
import io.hindsight.command.actionitem.ActionItemCommand.LinkTicket;
import io.hindsight.command.actionitem.ActionItemCommand.ReopenActionItem;
import io.hindsight.command.decision.Policy.Days;
import io.hindsight.command.incident.IncidentCommand.ChangeSeverity;
import io.hindsight.command.lifecycle.LifecycleCommand.Close;
import io.hindsight.command.lifecycle.LifecycleCommand.FinishReview;
import io.hindsight.command.lifecycle.LifecycleCommand.Reopen;
import io.hindsight.command.lifecycle.LifecycleCommand.Waive;
import io.hindsight.command.postmortem.Scenario;
import io.hindsight.events.EventMetadata;
import io.hindsight.events.IncidentEvent.SeverityChanged;
import io.hindsight.words.DayKind;
import io.hindsight.words.Deadline;
import io.hindsight.words.ObligationKind;
import io.hindsight.words.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is still owed follows a change of the policy; what is past stays as it was decided. */
class PolicySettlingTest {

    private static Scenario laterMeetings(Scenario scenario) {
        return scenario.changed(policy -> policy.meetingWithin = Map.of(Severity.SEV_1, new Days(4, DayKind.CALENDAR)));
    }

    @Test
    void a_deadline_that_is_still_open_follows_said_by_whoever_changed_the_policy() {
        Scenario settled = laterMeetings(postmortem().given(open(), own())).whenSettled();

        assertThat(settled.deadlines())
                .extracting(Deadline::kind, Deadline::dueAt)
                .containsExactly(tuple(ObligationKind.HOLD_MEETING, Instant.parse("2026-11-28T00:00:00Z")));
        assertThat(new HashMap<String, Object>(settled.lastMetadata()))
                .containsEntry(EventMetadata.ACTOR, "ada")
                .containsEntry(EventMetadata.ON_BEHALF_OF, "olga")
                .containsEntry(EventMetadata.COMMAND, "settle-deadlines")
                .containsEntry(EventMetadata.REASON, "The policy is at version 1: because")
                .containsEntry(EventMetadata.POLICY_VERSION, "1");
    }

    @Test
    void settling_again_changes_nothing() {
        laterMeetings(postmortem().given(open())).whenSettled().whenSettled().thenNothingHappens();
    }

    @Test
    void a_change_that_touches_nothing_owed_here_is_no_event() {
        postmortem()
                .given(open(Severity.SEV_2))
                .changed(policy -> policy.quorum = 5)
                .whenSettled()
                .thenNothingHappens();
    }

    @Test
    void whether_it_is_required_stays_as_it_was_decided_until_its_severity_changes() {
        Scenario opened = postmortem()
                .changed(policy -> policy.requiredFor = Set.of())
                .given(open())
                .changed(policy -> policy.requiredFor = Set.of(Severity.SEV_1, Severity.SEV_2));

        opened.whenSettled().thenNothingHappens();
        opened.when(new ChangeSeverity(Severity.SEV_2));

        assertThat(opened.events()).contains(new SeverityChanged(Severity.SEV_2, true));
    }

    @Test
    void what_is_met_stays_met() {
        laterMeetings(postmortem().given(open(), own(), schedule(), held()))
                .whenSettled()
                .thenNothingHappens();
    }

    @Test
    void a_postmortem_that_is_past_stays_as_it_is() {
        postmortem()
                .given(open(), item("i-1"), new Waive())
                .changed(policy -> {
                    policy.zone = ZoneId.of("Europe/Berlin");
                    policy.unownedFor = Duration.ofHours(9);
                })
                .whenSettled()
                .thenNothingHappens();
    }

    @Test
    void work_on_one_action_item_of_a_closed_postmortem_moves_no_other() {
        Scenario closed = agreed(inReview().given(startedAt(STARTED), ticketed("a-1"), ticketed("a-2")))
                .given(new FinishReview(), new Close(), new CompleteActionItem("a-2"))
                .changed(policy -> policy.zone = ZoneId.of("Pacific/Kiritimati"));

        closed.when(retitle("a-1", "Cap the retries"));
        assertThat(closed.events()).hasSize(1);

        closed.when(new LinkTicket("a-1", "https://tickets.example/9"));
        assertThat(closed.events()).hasSize(1);

        closed.when(new ReopenActionItem("a-2"));
        assertThat(closed.deadlines()).extracting(Deadline::subject).containsExactly("a-2");

        closed.when(redate("a-1", LocalDate.parse("2027-02-01")));
        assertThat(closed.deadlines())
                .extracting(Deadline::subject, Deadline::dueAt)
                .containsExactly(tuple("a-1", Instant.parse("2027-02-01T10:00:00Z")));

        closed.when(redate("a-1", null));
        assertThat(closed.deadlines())
                .extracting(Deadline::subject, Deadline::dueAt)
                .containsExactly(tuple("a-1", null));
    }

    @Test
    void what_is_reopened_follows_the_policy_as_it_is_by_then() {
        Scenario reopened = agreed(inReview().given(ticketed("a-1")))
                .given(new FinishReview(), new Close())
                .changed(policy -> policy.zone = ZoneId.of("Pacific/Kiritimati"))
                .when(new Reopen());

        assertThat(reopened.deadlines()).extracting(Deadline::subject).contains("a-1");
    }

    @Test
    void another_zone_moves_the_end_of_every_day_that_is_still_to_come() {
        Scenario settled = postmortem()
                .given(open(), own(), schedule(), item("i-1"))
                .changed(policy -> policy.zone = ZoneId.of("Pacific/Kiritimati"))
                .whenSettled();

        assertThat(settled.deadlines())
                .extracting(Deadline::kind)
                .containsExactlyInAnyOrder(ObligationKind.HOLD_MEETING, ObligationKind.ACTION_ITEM);
    }

    @Test
    void every_event_says_which_version_of_the_policy_it_was_decided_under() {
        Scenario scenario = postmortem().given(open());
        assertThat(scenario.lastMetadata().get(EventMetadata.POLICY_VERSION)).isEqualTo("0");

        scenario.changed(policy -> policy.quorum = 5).given(own());
        assertThat(scenario.lastMetadata().get(EventMetadata.POLICY_VERSION)).isEqualTo("1");
    }
}
