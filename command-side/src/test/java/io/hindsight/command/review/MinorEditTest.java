package io.hindsight.command.review;

import static io.hindsight.command.postmortem.Commands.agreed;
import static io.hindsight.command.postmortem.Commands.draftMessage;
import static io.hindsight.command.postmortem.Commands.entry;
import static io.hindsight.command.postmortem.Commands.factor;
import static io.hindsight.command.postmortem.Commands.inReview;
import static io.hindsight.command.postmortem.Commands.minorEdit;
import static io.hindsight.command.postmortem.Commands.ticketed;
import static io.hindsight.command.postmortem.Commands.wentBadly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.hindsight.command.actionitem.ActionItemCommand.ChangeActionItem;
import io.hindsight.command.decision.Command;
import io.hindsight.command.externalmessage.ExternalMessageCommand.DraftExternalMessage;
import io.hindsight.command.factor.FactorCommand.CorrectContributingFactor;
import io.hindsight.command.factor.FactorCommand.MoveContributingFactor;
import io.hindsight.command.point.PointCommand.AddWentWell;
import io.hindsight.command.point.PointCommand.CorrectWentBadly;
import io.hindsight.command.point.PointCommand.CorrectWentWell;
import io.hindsight.command.postmortem.Scenario;
import io.hindsight.command.timeline.TimelineCommand.CorrectTimelineEntry;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.events.ReviewEvent.ReviewsWentStale;
import io.hindsight.words.EntryKind;
import io.hindsight.words.Priority;
import io.hindsight.words.Section;
import io.hindsight.words.Severity;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Typo-size edits leave reviews standing where the editor says so, with a reason (rule {@code review.stale}). */
class MinorEditTest {

    static Stream<Arguments> minorEdits() {
        return Stream.of(
                arguments(minorEdit(Section.OVERVIEW, "Spelt right")),
                arguments(new CorrectTimelineEntry("e", null, null, "Spelt right", null, null, true)),
                arguments(new CorrectContributingFactor("f", "Spelt right", null, true)),
                arguments(new MoveContributingFactor("f", "f-1", true)),
                arguments(new CorrectWentWell("w", "Spelt right", true)),
                arguments(new CorrectWentBadly("b", "Spelt right", null, true)),
                arguments(new ChangeActionItem("a", "Spelt right", null, null, null, null, null, true)),
                arguments(new DraftExternalMessage("Spelt right", null, null, null, true)));
    }

    @ParameterizedTest
    @MethodSource("minorEdits")
    void it_leaves_reviews_standing_and_needs_a_reason(Command edit) {
        Scenario scenario = agreed(withParts()).when(edit);

        assertThat(scenario.events()).singleElement().matches(PostmortemEvent::minor);
        assertThat(edit.needsReason()).isTrue();
    }

    static Stream<Arguments> sameEditsNotMinor() {
        return Stream.of(
                arguments(new CorrectTimelineEntry("e", null, null, "Spelt right", null, null, null)),
                arguments(new CorrectContributingFactor("f", "Spelt right", null, null)),
                arguments(new MoveContributingFactor("f", "f-1", null)),
                arguments(new CorrectWentWell("w", "Spelt right", false)),
                arguments(new CorrectWentBadly("b", "Spelt right", null, null)),
                arguments(new ChangeActionItem("a", "Spelt right", null, null, null, null, null, null)),
                arguments(new DraftExternalMessage("Spelt right", null, null, null, null)));
    }

    @ParameterizedTest
    @MethodSource("sameEditsNotMinor")
    void however_small_an_edit_is_reviews_are_stale_where_the_editor_does_not_say_minor(Command edit) {
        assertThat(agreed(withParts()).when(edit).events()).hasAtLeastOneElementOfType(ReviewsWentStale.class);
    }

    static Stream<Arguments> notTypoSize() {
        OffsetDateTime at = OffsetDateTime.parse("2026-11-23T08:01:00Z");
        return Stream.of(
                arguments(new CorrectTimelineEntry("e", at, null, "x", null, null, true)),
                arguments(new CorrectTimelineEntry("e", null, EntryKind.DETECTED, null, null, null, true)),
                arguments(new CorrectTimelineEntry("e", null, null, null, Optional.of(Severity.SEV_2), null, true)),
                arguments(new CorrectContributingFactor("f", null, true, true)),
                arguments(new CorrectWentBadly("b", null, "It is gone", true)),
                arguments(new ChangeActionItem("a", null, null, Priority.P1, null, null, null, true)),
                arguments(new ChangeActionItem("a", "x", null, null, Optional.of("ben"), null, null, true)),
                arguments(new ChangeActionItem(
                        "a", null, null, null, null, Optional.of(LocalDate.parse("2026-12-24")), null, true)),
                arguments(new ChangeActionItem("a", null, null, null, null, null, List.of("b"), true)),
                arguments(new DraftExternalMessage("", "", "", "", true)));
    }

    @ParameterizedTest
    @MethodSource("notTypoSize")
    void what_changes_more_than_how_it_is_put_is_no_minor_edit(Command edit) {
        withParts().when(edit).thenRefusedBy("review.stale");
    }

    private static Scenario withParts() {
        return inReview()
                .given(
                        entry("e"),
                        factor("f"),
                        new AddWentWell("w", "The rollback"),
                        wentBadly("b"),
                        ticketed("a"),
                        draftMessage());
    }
}
