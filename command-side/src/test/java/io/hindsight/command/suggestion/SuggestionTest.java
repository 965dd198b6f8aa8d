package io.hindsight.command.suggestion;

import static io.hindsight.command.postmortem.Commands.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.command.decision.Command;
import io.hindsight.command.decision.Refusal.Kind;
import io.hindsight.command.decision.Rule;
import io.hindsight.command.lifecycle.LifecycleCommand.Waive;
import io.hindsight.command.postmortem.Commands;
import io.hindsight.command.postmortem.Scenario;
import io.hindsight.command.suggestion.SuggestionCommand.DismissSuggestion;
import io.hindsight.command.suggestion.SuggestionCommand.TakeAsActionItem;
import io.hindsight.command.suggestion.SuggestionCommand.TakeAsTimelineEntry;
import io.hindsight.command.timeline.TimelineCommand.RetractTimelineEntry;
import io.hindsight.events.ActionItemEvent.ActionItemAdded;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.events.ReviewEvent.ReviewsWentStale;
import io.hindsight.events.SuggestionEvent.SuggestionDismissed;
import io.hindsight.events.SuggestionEvent.SuggestionTaken;
import io.hindsight.events.SuggestionEvent.SuggestionsMade;
import io.hindsight.events.TimelineEvent.TimelineEntryAdded;
import io.hindsight.words.ActionItemKind;
import io.hindsight.words.EntryKind;
import io.hindsight.words.Evidence;
import io.hindsight.words.Handling;
import io.hindsight.words.Priority;
import io.hindsight.words.Suggestion;
import io.hindsight.words.SuggestionKind;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What imports suggest, and what becomes of it. */
class SuggestionTest {
    private static final OffsetDateTime SAID = Commands.STARTED.plusMinutes(3);
    private static final Evidence POST = new Evidence("https://x.slack.com/archives/C1/p1", "ana in #inc", null);

    private static Suggestion said(String id, String text) {
        return new Suggestion(id, SuggestionKind.TIMELINE_ENTRY, SAID, text, "ana", false, null, List.of(POST));
    }

    private static MakeSuggestions suggest(Suggestion... suggestions) {
        return new MakeSuggestions("slack", "inc", List.of(suggestions));
    }

    private static Scenario suggested(String... ids) {
        Suggestion[] suggestions =
                Arrays.stream(ids).map(id -> said(id, "Rolled back " + id)).toArray(Suggestion[]::new);
        return Scenario.postmortem().given(open()).given(suggest(suggestions));
    }

    private static Command take(String id) {
        return new TakeAsTimelineEntry(id, "e-" + id, null, null, null, null);
    }

    @Test
    void what_was_suggested_before_is_not_suggested_again_whatever_became_of_it() {
        suggested("a", "b", "c")
                .given(take("a"), new DismissSuggestion("b"))
                .when(suggest(said("a", "x"), said("b", "x"), said("c", "x")))
                .thenNothingHappens()
                .when(suggest(said("c", "x"), said("d", "x")))
                .then(new SuggestionsMade("slack", "inc", List.of(said("d", "x"))));
    }

    @Test
    void suggestions_are_no_content_and_leave_reviews_standing_and_taking_one_makes_them_stale() {
        Scenario reviewed = Commands.inReview().by("ben", "responder").given(Commands.approve());

        reviewed.when(suggest(said("a", "Rolled back")))
                .then(new SuggestionsMade("slack", "inc", List.of(said("a", "Rolled back"))));
        reviewed.when(take("a"));

        assertThat(reviewed.events())
                .filteredOn(ReviewsWentStale.class::isInstance)
                .singleElement()
                .satisfies(
                        event -> assertThat(((ReviewsWentStale) event).people()).containsExactly("ben"));
    }

    @Test
    void a_suggestion_becomes_a_timeline_entry_with_its_time_text_and_evidence() {
        suggested("a")
                .when(take("a"))
                .then(
                        new TimelineEntryAdded(
                                "e-a", SAID, null, EntryKind.OBSERVATION, "Rolled back a", null, List.of(POST)),
                        new SuggestionTaken("a", "e-a", null))
                .thenWarnedBy();
    }

    @Test
    void whoever_takes_one_may_say_when_and_what_it_was() {
        suggested("a")
                .when(new TakeAsTimelineEntry(
                        "a", "e", Commands.RESOLVED, EntryKind.INCIDENT_RESOLVED, "All is well", null))
                .then(
                        new TimelineEntryAdded(
                                "e",
                                Commands.RESOLVED,
                                null,
                                EntryKind.INCIDENT_RESOLVED,
                                "All is well",
                                null,
                                List.of(POST)),
                        new SuggestionTaken("a", "e", null));
    }

    @Test
    void a_suggestion_becomes_an_action_item_whatever_it_was_suggested_as() {
        Scenario scenario = suggested("a")
                .when(new TakeAsActionItem(
                        "a", "i", null, ActionItemKind.PREVENTION, Priority.P1, "ana", null, null, null));

        assertThat(scenario.events()).hasAtLeastOneElementOfType(ActionItemAdded.class);
        ActionItemAdded item = (ActionItemAdded) scenario.events().get(0);
        assertThat(item.title()).isEqualTo("Rolled back a");
        assertThat(item.dueOn()).isNotNull();
        assertThat(scenario.events().get(1)).isEqualTo(new SuggestionTaken("a", null, "i"));
    }

    @Test
    void several_are_taken_together_or_not_at_all() {
        suggested("a", "b").when(take("a"), take("b"), take("none")).thenRefusedAs(Kind.PART_NOT_FOUND);
        Scenario both = suggested("a", "b").when(take("b"), take("a"));
        assertThat(both.events().stream().filter(SuggestionTaken.class::isInstance))
                .hasSize(2);
    }

    @Test
    void one_that_was_taken_is_taken() {
        suggested("a").given(take("a")).when(take("a")).thenNothingHappens();
        suggested("a").given(take("a")).when(new DismissSuggestion("a")).thenNothingHappens();
    }

    @Test
    void taking_one_as_something_else_than_it_became_or_after_that_was_retracted_warns_that_nothing_happens() {
        TakeAsActionItem item =
                new TakeAsActionItem("a", "i", null, ActionItemKind.PREVENTION, Priority.P1, "ana", null, null, null);

        suggested("a").given(take("a")).when(item).thenNothingHappens().thenWarnedBy("suggestion.taken");
        suggested("a").given(item).when(take("a")).thenNothingHappens().thenWarnedBy("suggestion.taken");
        suggested("a").given(item).when(item).thenNothingHappens().thenWarnedBy();
        suggested("a")
                .given(take("a"), new RetractTimelineEntry("e-a"))
                .when(take("a"))
                .thenNothingHappens()
                .thenWarnedBy("suggestion.taken");
    }

    @Test
    void one_that_was_dismissed_can_be_taken_after_all_by_who_is_told_that_somebody_dismissed_it() {
        Scenario scenario = suggested("a")
                .by("ben", "responder")
                .when(new DismissSuggestion("a"))
                .then(new SuggestionDismissed("a"))
                .by("ana", "responder")
                .when(new DismissSuggestion("a"))
                .thenNothingHappens()
                .when(take("a"));

        assertThat(scenario.events()).contains(new SuggestionTaken("a", "e-a", null));
        scenario.thenWarnedBy("suggestion.dismissed");
        assertThat(scenario.answer().warnings().get(0).message())
                .startsWith("ben dismissed this suggestion at 2026-11-23T10:00:00Z");
        scenario.when(take("a")).thenNothingHappens();
    }

    @Test
    void one_that_was_dismissed_is_refused_where_the_policy_says_so() {
        suggested("a", "b")
                .given(new DismissSuggestion("a"))
                .changed(policy -> policy.handling.put(Rule.SUGGESTION_DISMISSED, Handling.REFUSE))
                .when(new TakeAsActionItem(
                        "a", "i", null, ActionItemKind.PREVENTION, Priority.P1, "ana", null, null, null))
                .thenRefusedBy("suggestion.dismissed")
                .when(take("b"))
                .thenWarnedBy();
    }

    @Test
    void what_was_never_suggested_cannot_be_taken_or_dismissed() {
        suggested("a").when(take("b")).thenRefusedAs(Kind.PART_NOT_FOUND);
        suggested("a").when(new DismissSuggestion("b")).thenRefusedAs(Kind.PART_NOT_FOUND);
    }

    @Test
    void the_rules_of_what_it_becomes_hold() {
        suggested("a")
                .given(Commands.endMark())
                .when(new TakeAsTimelineEntry("a", null, null, EntryKind.INCIDENT_RESOLVED, null, null))
                .thenRefusedBy("timeline.marks");
        Scenario.postmortem()
                .given(open())
                .given(suggest(said("a", "Somebody was careless")))
                .when(take("a"))
                .thenWarnedBy("wording.blameless");
    }

    @Test
    void nothing_is_suggested_for_content_that_cannot_change_nor_for_no_postmortem() {
        Scenario.postmortem()
                .given(open(), new Waive())
                .when(suggest(said("a", "x")))
                .thenRefusedBy("status.flow");
        Scenario.postmortem().when(suggest(said("a", "x"))).thenRefusedAs(Kind.POSTMORTEM_NOT_FOUND);
    }

    @Test
    void a_reader_may_not_import() {
        Scenario.postmortem()
                .given(open())
                .by("rita", "reader")
                .when(suggest(said("a", "x")))
                .thenRefusedAs(Kind.NOT_ALLOWED);
    }

    @Test
    void labels_and_queries_of_evidence_count_for_how_long_an_event_is() {
        Evidence long1 = new Evidence("https://x.slack.com/p1", "l".repeat(300), "q".repeat(9_700));
        Suggestion[] many = new Suggestion[120];
        Arrays.setAll(
                many,
                i -> new Suggestion(
                        "s" + i, SuggestionKind.TIMELINE_ENTRY, SAID, "x", "ana", false, null, List.of(long1)));

        List<PostmortemEvent> events =
                Scenario.postmortem().given(open()).when(suggest(many)).events();

        assertThat(events).hasSizeGreaterThan(6).allSatisfy(event -> assertThat(event.toString())
                .hasSizeLessThan(200_000));
    }

    @Test
    void a_long_import_is_told_in_several_events_none_of_them_too_long() {
        Suggestion[] many = new Suggestion[40];
        Arrays.setAll(many, i -> said("s" + i, "x".repeat(20_000)));

        Scenario scenario = Scenario.postmortem().given(open()).when(suggest(many));

        List<PostmortemEvent> events = scenario.events();
        assertThat(events).hasSizeGreaterThan(3);
        assertThat(events.stream().flatMap(event -> ((SuggestionsMade) event).suggestions().stream()))
                .containsExactly(many);
        int counted = scenario.answer().made().stream()
                .mapToInt(made -> Integer.parseInt(made.id()))
                .sum();
        assertThat(counted).isEqualTo(40);
    }
}
