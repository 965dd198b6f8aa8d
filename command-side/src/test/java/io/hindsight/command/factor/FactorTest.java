package io.hindsight.command.factor;

import static io.hindsight.command.postmortem.Commands.agreed;
import static io.hindsight.command.postmortem.Commands.factor;
import static io.hindsight.command.postmortem.Commands.open;

import io.hindsight.command.decision.Refusal;
import io.hindsight.command.factor.FactorCommand.AddContributingFactor;
import io.hindsight.command.factor.FactorCommand.CorrectContributingFactor;
import io.hindsight.command.factor.FactorCommand.MoveContributingFactor;
import io.hindsight.command.factor.FactorCommand.RetractContributingFactor;
import io.hindsight.command.lifecycle.LifecycleCommand.FinishReview;
import io.hindsight.command.postmortem.Commands;
import io.hindsight.command.postmortem.Scenario;
import io.hindsight.command.responder.ResponderCommand.AddResponder;
import io.hindsight.events.FactorEvent.ContributingFactorAdded;
import io.hindsight.events.FactorEvent.ContributingFactorCorrected;
import io.hindsight.events.FactorEvent.ContributingFactorMoved;
import io.hindsight.events.FactorEvent.ContributingFactorRetracted;
import io.hindsight.words.ResponderRole;
import org.junit.jupiter.api.Test;

class FactorTest {
    private final Scenario scenario = Scenario.postmortem().given(open());

    @Test
    void there_can_be_many_factors_some_of_which_made_it_worse() {
        scenario.when(factor("f-1"), new AddContributingFactor("f-2", "The restart emptied the cache", true))
                .then(
                        new ContributingFactorAdded("f-1", "A retry without a limit", false),
                        new ContributingFactorAdded("f-2", "The restart emptied the cache", true));
    }

    @Test
    void a_factor_id_can_be_used_once() {
        scenario.given(factor("f-1")).when(factor("f-1")).thenRefusedAs(Refusal.Kind.ID_IN_USE);
    }

    @Test
    void a_correction_says_only_what_changes_and_one_that_changes_nothing_is_none() {
        scenario.given(factor("f-1"))
                .when(new CorrectContributingFactor("f-1", null, true, null))
                .then(new ContributingFactorCorrected("f-1", null, true, false))
                .when(new CorrectContributingFactor("f-1", "A retry without a limit", null, null))
                .thenNothingHappens();
    }

    @Test
    void a_retracted_factor_is_gone() {
        scenario.given(factor("f-1"))
                .when(new RetractContributingFactor("f-1"))
                .then(new ContributingFactorRetracted("f-1"))
                .when(new RetractContributingFactor("f-1"))
                .thenRefusedAs(Refusal.Kind.PART_NOT_FOUND);
    }

    @Test
    void the_id_of_a_retracted_factor_is_not_used_again_since_comments_stay_with_it() {
        Scenario.postmortem()
                .given(open(), new AddContributingFactor("f", "A full disk", null), new RetractContributingFactor("f"))
                .when(new AddContributingFactor("f", "Something else", null))
                .thenRefusedAs(Refusal.Kind.ID_IN_USE);
    }

    @Test
    void a_factor_is_moved_before_another_or_to_the_end() {
        scenario.given(factor("f-1"), factor("f-2"), factor("f-3"))
                .when(new MoveContributingFactor("f-3", "f-1", null))
                .then(new ContributingFactorMoved("f-3", "f-1", false))
                .when(new MoveContributingFactor("f-3", "f-1", null))
                .thenNothingHappens()
                .when(new MoveContributingFactor("f-2", null, null))
                .thenNothingHappens()
                .when(new MoveContributingFactor("f-1", null, true))
                .then(new ContributingFactorMoved("f-1", null, true))
                .when(new MoveContributingFactor("f-2", "f-1", null))
                .thenNothingHappens()
                .when(new MoveContributingFactor("f-2", "f-2", null))
                .thenNothingHappens();
    }

    @Test
    void who_moves_different_factors_at_once_moves_each_and_whoever_names_one_that_is_gone_is_told() {
        scenario.given(factor("f-1"), factor("f-2"), factor("f-3"))
                .when(
                        new MoveContributingFactor("f-3", "f-2", null),
                        new MoveContributingFactor("f-1", null, null),
                        new RetractContributingFactor("f-2"))
                .then(
                        new ContributingFactorMoved("f-3", "f-2", false),
                        new ContributingFactorMoved("f-1", null, false),
                        new ContributingFactorRetracted("f-2"))
                .when(new MoveContributingFactor("f-1", "f-2", null))
                .thenRefusedAs(Refusal.Kind.PART_NOT_FOUND)
                .when(new MoveContributingFactor("f-2", null, null))
                .thenRefusedAs(Refusal.Kind.PART_NOT_FOUND)
                .when(new MoveContributingFactor("f-3", "f-1", null))
                .thenNothingHappens();
    }

    @Test
    void an_unknown_factor_cannot_be_corrected() {
        scenario.when(new CorrectContributingFactor("f-9", "x", null, null)).thenRefusedAs(Refusal.Kind.PART_NOT_FOUND);
    }

    @Test
    void a_responder_named_in_a_factor_warns_for_a_person_is_no_cause() {
        scenario.given(new AddResponder("ben", ResponderRole.SCRIBE))
                .when(new AddContributingFactor("f-1", "Ben restarted the wrong node", null))
                .thenWarnedBy("wording.blameless")
                .when(new AddContributingFactor("f-2", "The bench was too small", null))
                .thenWarnedBy()
                .when(new CorrectContributingFactor("f-2", "Human error by ben", null, null))
                .thenWarnedBy("wording.blameless", "wording.blameless");
    }

    @Test
    void what_was_agreed_upon_is_not_edited() {
        agreed().given(new FinishReview())
                .when(factor("f-9"))
                .thenRefusedBy("status.flow")
                .when(new CorrectContributingFactor("f-1", "Other", null, null))
                .thenRefusedBy("status.flow")
                .when(new RetractContributingFactor("f-1"))
                .thenRefusedBy("status.flow");
        agreed(Commands.inReview().given(factor("f-9")))
                .given(new FinishReview())
                .when(new MoveContributingFactor("f-9", "f-1", null))
                .thenRefusedBy("status.flow");
    }
}
