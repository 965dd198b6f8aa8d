package io.hindsight.command.section;

import static io.hindsight.command.postmortem.Commands.agreed;
import static io.hindsight.command.postmortem.Commands.inReview;
import static io.hindsight.command.postmortem.Commands.minorEdit;
import static io.hindsight.command.postmortem.Commands.open;
import static io.hindsight.command.postmortem.Commands.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.command.lifecycle.LifecycleCommand.FinishReview;
import io.hindsight.command.postmortem.Scenario;
import io.hindsight.events.SectionEvent.SectionWritten;
import io.hindsight.words.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SectionTest {
    private final Scenario scenario = Scenario.postmortem().given(open());

    @ParameterizedTest
    @EnumSource
    void every_section_can_be_written_and_the_same_text_again_changes_nothing(Section section) {
        scenario.when(write(section, "All of it"))
                .then(new SectionWritten(section, "All of it", false))
                .when(write(section, "All of it"))
                .thenNothingHappens();
    }

    @Test
    void emptying_a_section_that_nobody_wrote_changes_nothing() {
        scenario.when(write(Section.TRIGGER, "")).thenNothingHappens();
    }

    @ParameterizedTest
    @ValueSource(strings = {"It was HUMAN ERROR.", "Somebody careless", "We should have known"})
    void wording_that_blames_warns(String text) {
        scenario.when(write(Section.OVERVIEW, text)).thenWarnedBy("wording.blameless");
    }

    @ParameterizedTest
    @ValueSource(strings = {"The queue was full", "We should haven", "carelessness_free"})
    void other_wording_does_not(String text) {
        scenario.when(write(Section.OVERVIEW, text)).thenWarnedBy();
    }

    @Test
    void a_minor_edit_says_so_and_needs_a_reason() {
        inReview()
                .when(minorEdit(Section.OVERVIEW, "Spelt right"))
                .then(new SectionWritten(Section.OVERVIEW, "Spelt right", true));
        assertThat(minorEdit(Section.OVERVIEW, "x").needsReason()).isTrue();
        assertThat(write(Section.OVERVIEW, "x").needsReason()).isFalse();
    }

    @Test
    void writing_a_section_first_or_emptying_it_is_no_minor_edit() {
        inReview()
                .when(minorEdit(Section.OVERVIEW, " "))
                .thenRefusedBy("review.stale")
                .when(minorEdit(Section.TRIGGER, "New"))
                .thenRefusedBy("review.stale");
    }

    @Test
    void what_was_agreed_upon_is_not_edited() {
        agreed().given(new FinishReview())
                .when(write(Section.OVERVIEW, "Other"))
                .thenRefusedBy("status.flow");
    }
}
