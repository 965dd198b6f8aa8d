package io.hindsight.command.lifecycle;

import static io.hindsight.command.postmortem.Commands.OWNER;
import static io.hindsight.command.postmortem.Commands.agreed;
import static io.hindsight.command.postmortem.Commands.approve;
import static io.hindsight.command.postmortem.Commands.complete;
import static io.hindsight.command.postmortem.Commands.held;
import static io.hindsight.command.postmortem.Commands.inReview;
import static io.hindsight.command.postmortem.Commands.item;
import static io.hindsight.command.postmortem.Commands.open;
import static io.hindsight.command.postmortem.Commands.own;
import static io.hindsight.command.postmortem.Commands.schedule;
import static io.hindsight.command.postmortem.Commands.ticketed;
import static io.hindsight.command.postmortem.Commands.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.command.actionitem.ActionItemCommand.DeclineActionItem;
import io.hindsight.command.actionitem.ActionItemCommand.LinkTicket;
import io.hindsight.command.decision.Command;
import io.hindsight.command.factor.FactorCommand.RetractContributingFactor;
import io.hindsight.command.impact.ImpactCommand;
import io.hindsight.command.lifecycle.LifecycleCommand.Close;
import io.hindsight.command.lifecycle.LifecycleCommand.FinishReview;
import io.hindsight.command.lifecycle.LifecycleCommand.Reopen;
import io.hindsight.command.lifecycle.LifecycleCommand.ReturnToDraft;
import io.hindsight.command.lifecycle.LifecycleCommand.SubmitForReview;
import io.hindsight.command.lifecycle.LifecycleCommand.Waive;
import io.hindsight.command.meeting.MeetingCommand;
import io.hindsight.command.meeting.MeetingCommand.CancelMeeting;
import io.hindsight.command.ownership.OwnershipCommand.UnassignOwner;
import io.hindsight.command.postmortem.Scenario;
import io.hindsight.events.LifecycleEvent.PostmortemClosed;
import io.hindsight.events.LifecycleEvent.PostmortemReopened;
import io.hindsight.events.LifecycleEvent.PostmortemReturnedToDraft;
import io.hindsight.events.LifecycleEvent.PostmortemSubmittedForReview;
import io.hindsight.events.LifecycleEvent.PostmortemWaived;
import io.hindsight.events.LifecycleEvent.ReviewFinished;
import io.hindsight.words.Deadline;
import io.hindsight.words.ObligationKind;
import io.hindsight.words.Section;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The way from opened to closed, the ways back, and what each step needs. */
class LifecycleTest {
    private static final ReviewFinished FINISHED = new ReviewFinished(3, List.of(OWNER, "ben", "mia"), true);

    @Test
    void a_sev_1_goes_from_opened_to_closed() {
        Scenario.postmortem()
                .given(complete())
                .by(OWNER, "reader")
                .when(new SubmitForReview())
                .then(new PostmortemSubmittedForReview())
                .given(approve())
                .by("ben", "reader", "responder")
                .given(approve())
                .by("mia", "reader", "manager")
                .given(approve())
                .by(Scenario.COORDINATOR)
                .given(held())
                .when(new FinishReview())
                .then(FINISHED)
                .thenWarnedBy()
                .by(OWNER, "reader")
                .when(new Close())
                .then(new PostmortemClosed());
    }

    @Test
    void submitted_too_early_every_unmet_rule_is_listed_at_once_with_what_would_satisfy_it() {
        Scenario scenario = Scenario.postmortem().given(open()).when(new SubmitForReview());

        scenario.thenRefusedBy(Collections.nCopies(9, "status.in-review").toArray(String[]::new));
        assertThat(String.join(
                        "\n",
                        scenario.refusal().unmet().stream()
                                .map(unmet -> unmet.message())
                                .toList()))
                .contains(
                        "assign-owner",
                        "write-section overview",
                        "write-section what-happened",
                        "write-section resolution",
                        "add-contributing-factor",
                        "record-impact",
                        "incident-started",
                        "incident-resolved",
                        "schedule-meeting");
        assertThat(scenario.refusal()).hasMessage("9 rules are not met");
    }

    @Test
    void a_written_impact_does_as_well_as_figures_and_a_meeting_that_was_held_as_one_that_is_planned() {
        Scenario.postmortem()
                .given(Arrays.stream(complete())
                        .filter(command -> !(command instanceof ImpactCommand) && !(command instanceof MeetingCommand))
                        .toArray(Command[]::new))
                .given(write(Section.IMPACT), held())
                .when(new SubmitForReview())
                .then(new PostmortemSubmittedForReview());
    }

    @Test
    void what_was_not_shared_is_submitted_with_a_warning() {
        Scenario.postmortem()
                .given(Arrays.copyOf(complete(), complete().length - 1))
                .when(new SubmitForReview())
                .thenWarnedBy("review.shared-before-meeting");
    }

    @Test
    void what_is_asked_for_twice_is_so_already() {
        inReview().when(new SubmitForReview()).thenNothingHappens();
        Scenario.postmortem().given(open()).when(new ReturnToDraft()).thenNothingHappens();
        Scenario.postmortem().given(open()).when(new Reopen()).thenNothingHappens();
        agreed().given(new FinishReview()).when(new FinishReview()).thenNothingHappens();
        agreed().given(new Close()).when(new Close()).thenNothingHappens();
        Scenario.postmortem().given(open(), new Waive()).when(new Waive()).thenNothingHappens();
    }

    @Test
    void finished_too_early_every_unmet_rule_is_listed_at_once() {
        inReview().when(new FinishReview()).thenRefusedBy("status.reviewed", "review.quorum", "review.quorum");
    }

    @Test
    void what_was_emptied_after_it_was_submitted_is_not_agreed_upon() {
        agreed().given(new RetractContributingFactor("f-1"), new UnassignOwner())
                .when(new FinishReview())
                .thenRefusedBy("status.in-review", "status.in-review", "review.quorum", "review.quorum");
    }

    @Test
    void it_closes_from_in_review_when_the_review_could_be_finished() {
        agreed().by(OWNER, "reader").when(new Close()).then(FINISHED, new PostmortemClosed());
    }

    @Test
    void closing_from_in_review_is_no_way_around_the_reviewers() {
        inReview()
                .given(item("a-1"))
                .when(new Close())
                .thenRefusedBy("status.reviewed", "review.quorum", "review.quorum", "status.closed");
    }

    @Test
    void a_topic_keeps_it_from_closing_and_a_ticket_or_a_declined_item_does_not() {
        Scenario scenario = agreed().given(new FinishReview(), item("a-1"), item("a-2"), ticketed("a-3"));

        scenario.when(new Close()).thenRefusedBy("status.closed");
        assertThat(scenario.refusal().unmet().get(0).message()).contains("link-ticket", "Limit the retries");
        scenario.given(new LinkTicket("a-1", "https://tickets.example/1"), new DeclineActionItem("a-2"))
                .when(new Close())
                .then(new PostmortemClosed());
    }

    @Test
    void a_draft_is_neither_reviewed_nor_closed() {
        Scenario draft = Scenario.postmortem().given(complete());
        draft.when(new Close());
        assertThat(draft.refusal().unmet())
                .anyMatch(unmet ->
                        unmet.rule().equals("status.flow") && unmet.message().contains("submit-for-review"));
        draft.when(new FinishReview());
        assertThat(draft.refusal().unmet()).anyMatch(unmet -> unmet.rule().equals("status.flow"));
    }

    @Test
    void what_is_closed_owes_nothing_but_its_action_items() {
        Scenario scenario = inReview()
                .given(ticketed("a-1"))
                .by(OWNER, "responder")
                .given(approve())
                .by("ben", "responder")
                .given(approve())
                .by("mia", "manager")
                .given(approve())
                .by(Scenario.COORDINATOR)
                .given(held())
                .when(new Close());

        assertThat(scenario.deadlines()).isEmpty();
    }

    @Test
    void it_goes_back_to_draft_from_in_review_and_from_reviewed() {
        inReview().when(new ReturnToDraft()).then(new PostmortemReturnedToDraft());
        agreed().given(new FinishReview()).when(new ReturnToDraft()).then(new PostmortemReturnedToDraft());
        agreed().given(new Close()).when(new ReturnToDraft()).thenRefusedBy("status.flow");
    }

    @Test
    void what_is_closed_or_waived_can_be_reopened_and_what_is_in_review_goes_back() {
        agreed().given(new Close()).when(new Reopen()).then(new PostmortemReopened());
        inReview().when(new Reopen()).thenRefusedBy("status.flow");
    }

    @Test
    void who_asks_for_the_wrong_way_back_is_told_the_right_one_rather_than_one_to_go_first() {
        String back =
                "to reopen it it has to be closed or waived: send it back instead (return-to-draft, with a reason)";
        assertThat(refused(inReview(), new Reopen())).isEqualTo("The postmortem is in-review; " + back);
        assertThat(refused(agreed().given(new FinishReview()), new Reopen()))
                .isEqualTo("The postmortem is reviewed; " + back);
        assertThat(refused(agreed().given(new Close()), new ReturnToDraft()))
                .isEqualTo("The postmortem is closed; to return it to draft it has to be in-review or reviewed: "
                        + "reopen it instead (reopen, with a reason)");
    }

    private static String refused(Scenario scenario, Command command) {
        scenario.when(command).thenRefusedBy("status.flow");
        return scenario.refusal().unmet().get(0).message();
    }

    @Test
    void a_waived_postmortem_owes_nothing_and_everything_again_when_it_is_reopened() {
        Scenario scenario = Scenario.postmortem().given(open(), item("a-1")).when(new Waive());
        scenario.then(new PostmortemWaived());
        assertThat(scenario.deadlines()).hasSize(4).allMatch(deadline -> deadline.dueAt() == null);

        scenario.when(new Reopen()).then(new PostmortemReopened());
        assertThat(scenario.deadlines())
                .extracting(Deadline::kind)
                .containsExactlyInAnyOrder(
                        ObligationKind.OWN,
                        ObligationKind.SCHEDULE_MEETING,
                        ObligationKind.HOLD_MEETING,
                        ObligationKind.ACTION_ITEM);
        assertThat(scenario.deadlines()).allMatch(deadline -> deadline.dueAt() != null);
    }

    @Test
    void what_is_reviewed_or_closed_is_not_waived() {
        agreed().given(new FinishReview())
                .when(new Waive())
                .thenRefusedBy("status.flow")
                .given(new Close())
                .when(new Waive())
                .thenRefusedBy("status.flow");
    }

    @Test
    void a_cancelled_meeting_has_to_be_scheduled_before_the_review_is_finished() {
        inReview()
                .given(new CancelMeeting())
                .when(new FinishReview())
                .thenRefusedBy("status.in-review", "status.reviewed", "review.quorum", "review.quorum");
    }

    @Test
    void an_owner_and_a_meeting_from_the_start_leave_only_what_is_still_owed() {
        Scenario scenario =
                Scenario.postmortem().given(open(), own(), schedule()).when(new Waive());

        assertThat(scenario.deadlines())
                .extracting(Deadline::kind)
                .containsExactlyInAnyOrder(ObligationKind.HOLD_MEETING, ObligationKind.SHARE_FOR_REVIEW);
    }
}
