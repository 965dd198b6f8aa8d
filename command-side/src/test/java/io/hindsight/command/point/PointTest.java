package io.hindsight.command.point;

import static io.hindsight.command.postmortem.Commands.agreed;
import static io.hindsight.command.postmortem.Commands.complete;
import static io.hindsight.command.postmortem.Commands.itemAnswering;
import static io.hindsight.command.postmortem.Commands.open;
import static io.hindsight.command.postmortem.Commands.wentBadly;

import io.hindsight.command.decision.Refusal;
import io.hindsight.command.lifecycle.LifecycleCommand.FinishReview;
import io.hindsight.command.lifecycle.LifecycleCommand.SubmitForReview;
import io.hindsight.command.point.PointCommand.AddWentBadly;
import io.hindsight.command.point.PointCommand.AddWentWell;
import io.hindsight.command.point.PointCommand.CorrectWentBadly;
import io.hindsight.command.point.PointCommand.CorrectWentWell;
import io.hindsight.command.point.PointCommand.RetractWentBadly;
import io.hindsight.command.point.PointCommand.RetractWentWell;
import io.hindsight.command.postmortem.Scenario;
import io.hindsight.events.PointEvent.WentBadlyAdded;
import io.hindsight.events.PointEvent.WentBadlyCorrected;
import io.hindsight.events.PointEvent.WentBadlyRetracted;
import io.hindsight.events.PointEvent.WentWellAdded;
import io.hindsight.events.PointEvent.WentWellCorrected;
import io.hindsight.events.PointEvent.WentWellRetracted;
import org.junit.jupiter.api.Test;

class PointTest {
    private final Scenario scenario = Scenario.postmortem().given(open());

    @Test
    void what_went_well_is_added_corrected_and_retracted() {
        scenario.when(new AddWentWell("p-1", "The rollback"))
                .then(new WentWellAdded("p-1", "The rollback"))
                .when(new CorrectWentWell("p-1", "The fast rollback", null))
                .then(new WentWellCorrected("p-1", "The fast rollback", false))
                .when(new CorrectWentWell("p-1", "The fast rollback", null))
                .thenNothingHappens()
                .when(new RetractWentWell("p-1"))
                .then(new WentWellRetracted("p-1"));
    }

    @Test
    void what_went_badly_is_added_corrected_and_retracted() {
        scenario.when(wentBadly("p-1"))
                .then(new WentBadlyAdded("p-1", "Nobody saw the alert", null))
                .when(new CorrectWentBadly("p-1", null, "The alert goes away with the old cluster", null))
                .then(new WentBadlyCorrected("p-1", null, "The alert goes away with the old cluster", false))
                .when(new CorrectWentBadly("p-1", "Nobody saw the alert", null, null))
                .thenNothingHappens()
                .when(new RetractWentBadly("p-1"))
                .then(new WentBadlyRetracted("p-1"));
    }

    @Test
    void the_two_lists_share_their_ids() {
        scenario.given(new AddWentWell("p-1", "The rollback"))
                .when(wentBadly("p-1"))
                .thenRefusedAs(Refusal.Kind.ID_IN_USE)
                .given(wentBadly("p-2"))
                .when(new AddWentWell("p-2", "x"))
                .thenRefusedAs(Refusal.Kind.ID_IN_USE);
    }

    @Test
    void the_id_of_a_retracted_point_is_not_used_again_since_answers_stay_with_it() {
        Scenario scenario = Scenario.postmortem()
                .given(open(), new AddWentBadly("p", "The page came late", null), new RetractWentBadly("p"));

        scenario.when(new AddWentBadly("p", "Something else", null)).thenRefusedAs(Refusal.Kind.ID_IN_USE);
        scenario.when(new AddWentWell("p", "Something else")).thenRefusedAs(Refusal.Kind.ID_IN_USE);
    }

    @Test
    void a_point_of_the_other_list_is_unknown() {
        scenario.given(new AddWentWell("w", "The rollback"), wentBadly("b"));
        scenario.when(new CorrectWentWell("b", "x", null)).thenRefusedAs(Refusal.Kind.PART_NOT_FOUND);
        scenario.when(new RetractWentWell("b")).thenRefusedAs(Refusal.Kind.PART_NOT_FOUND);
        scenario.when(new CorrectWentBadly("w", "x", null, null)).thenRefusedAs(Refusal.Kind.PART_NOT_FOUND);
        scenario.when(new RetractWentBadly("w")).thenRefusedAs(Refusal.Kind.PART_NOT_FOUND);
    }

    @Test
    void a_point_that_nothing_answers_warns_when_it_is_submitted() {
        Scenario.postmortem()
                .given(complete())
                .given(wentBadly("p-1"))
                .when(new SubmitForReview())
                .thenWarnedBy("improvement.followed-up");
    }

    @Test
    void a_note_or_an_action_item_answers_a_point() {
        Scenario.postmortem()
                .given(complete())
                .given(new AddWentBadly("p-1", "Nobody saw it", "It is gone"), wentBadly("p-2"))
                .given(itemAnswering("a-1", "p-2"))
                .when(new SubmitForReview())
                .thenWarnedBy();
    }

    @Test
    void a_point_that_blames_warns_wherever_it_is_written() {
        scenario.when(new AddWentWell("w", "No human error")).thenWarnedBy("wording.blameless");
        scenario.when(new CorrectWentWell("w", "Not careless", null)).thenWarnedBy("wording.blameless");
        scenario.when(new AddWentBadly("b", "Careless", null)).thenWarnedBy("wording.blameless");
        scenario.when(new CorrectWentBadly("b", null, "They should have known", null))
                .thenWarnedBy("wording.blameless");
    }

    @Test
    void what_was_agreed_upon_is_not_edited() {
        Scenario reviewed = agreed().given(new FinishReview());
        reviewed.when(new AddWentWell("p-9", "x")).thenRefusedBy("status.flow");
        reviewed.when(wentBadly("p-9")).thenRefusedBy("status.flow");
    }
}
