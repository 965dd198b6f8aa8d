package io.hindsight.command.decision;

import static io.hindsight.command.postmortem.Commands.draftMessage;
import static io.hindsight.command.postmortem.Commands.entry;
import static io.hindsight.command.postmortem.Commands.open;
import static io.hindsight.command.postmortem.Commands.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.command.decision.Wording.Text;
import io.hindsight.command.factor.FactorCommand.AddContributingFactor;
import io.hindsight.command.lifecycle.LifecycleCommand.Open;
import io.hindsight.command.point.PointCommand.AddWentBadly;
import io.hindsight.command.postmortem.Commands;
import io.hindsight.command.postmortem.Scenario;
import io.hindsight.command.responder.ResponderCommand.AddResponder;
import io.hindsight.command.web.RefusalAdvice;
import io.hindsight.words.GentlerPhrase;
import io.hindsight.words.ResponderRole;
import io.hindsight.words.Section;
import io.hindsight.words.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is found in a text, where it stands, and what says it more gently (rules {@code wording.*}). */
class WordingTest {
    private static final List<GentlerPhrase> PHRASES = List.of(
            new GentlerPhrase("careless", "without a check"),
            new GentlerPhrase("should", "could"),
            new GentlerPhrase("shouldn't have", "looked right to"));

    @Test
    void each_place_is_found_in_the_order_of_the_text() {
        assertThat(found("Careless. So CARELESS!"))
                .containsExactly(
                        new Finding("text", 0, 8, "careless", "without a check"),
                        new Finding("text", 13, 8, "careless", "without a check"));
    }

    @Test
    void a_phrase_is_found_across_a_line_break_and_with_either_apostrophe() {
        assertThat(found("We shouldn’t\n  have"))
                .containsExactly(new Finding("text", 3, 16, "shouldn't have", "looked right to"));
    }

    @Test
    void a_phrase_is_found_with_a_hyphen_a_blank_that_does_not_break_or_marks_of_markdown_in_it() {
        List<GentlerPhrase> phrases = List.of(new GentlerPhrase("human error", null));
        for (String text : List.of("human-error", "human\u00A0error", "**human** error", "_human_ **error**")) {
            assertThat(Wording.found("", phrases, new Text("text", text)))
                    .as(text)
                    .singleElement()
                    .satisfies(
                            finding -> assertThat(text.substring(finding.offset(), finding.offset() + finding.length()))
                                    .startsWith("human")
                                    .endsWith("error"));
        }
        assertThat(Wording.found("", phrases, new Text("text", "human, error; humanerror")))
                .isEmpty();
    }

    @Test
    void characters_that_nobody_sees_hide_no_word_and_count_where_it_stands() {
        assertThat(found("So care\u00ADless, so c\u200Bareless!"))
                .containsExactly(
                        new Finding("text", 3, 9, "careless", "without a check"),
                        new Finding("text", 17, 9, "careless", "without a check"));
        assertThat(found("We shouldn\u2060’t \u200Bhave")).hasSize(1);
        assertThat(found("careless\u00ADness, un\u00ADcareless")).isEmpty();
    }

    @Test
    void the_longer_of_two_phrases_is_meant() {
        assertThat(found("shouldn't have")).extracting(Finding::word).containsExactly("shouldn't have");
        assertThat(found("should have")).extracting(Finding::word).containsExactly("should");
    }

    @Test
    void a_word_inside_another_one_is_not_it() {
        assertThat(found("carelessness, shoulder, ßcareless, careless9")).isEmpty();
    }

    @Test
    void offsets_are_those_of_javascript_after_characters_outside_the_basic_plane_too() {
        assertThat(found("\uD83D\uDEA8 İ careless")).extracting(Finding::offset).containsExactly(5);
    }

    @Test
    void nothing_is_found_in_what_is_not_given_nor_where_the_policy_has_no_words() {
        assertThat(Wording.found("", PHRASES, new Text("text", null))).isEmpty();
        assertThat(Wording.found("", List.of(), new Text("text", "careless"))).isEmpty();
    }

    @Test
    void what_a_policy_says_is_taken_literally() {
        assertThat(Wording.found("", List.of(new GentlerPhrase("a.b*", "c")), new Text("text", "aXb* a.b*")))
                .extracting(Finding::offset)
                .containsExactly(5);
    }

    @Test
    void a_text_that_says_little_else_has_its_first_hundred_named() {
        assertThat(found("careless ".repeat(20_000))).hasSize(100);
    }

    @Test
    void a_warning_says_field_place_word_and_gentler_phrase_for_every_kind_of_text() {
        Scenario scenario = Scenario.postmortem()
                .given(open())
                .when(new AddWentBadly("b", "Somebody careless", "It was human error"));
        assertThat(scenario.answer().warnings())
                .containsExactly(new RuleMessage(
                        "wording.blameless",
                        "Say what made it possible rather than who is at fault, without: careless, human error",
                        List.of(
                                new Finding("text", 9, 8, "careless", "without a check that would have caught it"),
                                new Finding("answer", 7, 11, "human error", "what made the slip possible"))));
        scenario.when(draftMessage("An outage")).thenWarnedBy("wording.outage");
        assertThat(scenario.answer().warnings().get(0).findings())
                .containsExactly(new Finding("summary", 3, 6, "outage", "incident or service degradation"));
    }

    @Test
    void titles_are_texts_too() {
        Scenario.postmortem()
                .when(new Open(null, "Human error", Severity.SEV_1, null, null, null))
                .thenWarnedBy("wording.blameless")
                .when(Commands.retitleTo("A stupid default"))
                .thenWarnedBy("wording.blameless")
                .given(Commands.item("a"))
                .when(Commands.retitle("a", "Be less careless"))
                .thenWarnedBy("wording.blameless");
    }

    @Test
    void a_person_named_as_a_cause_is_found_by_name() {
        Scenario scenario = Scenario.postmortem()
                .given(open(), new AddResponder("ben", ResponderRole.SCRIBE))
                .when(new AddContributingFactor("f", "Then Ben typed it", null))
                .thenWarnedBy("wording.blameless");
        assertThat(scenario.answer().warnings().get(0).findings())
                .containsExactly(new Finding("text", 5, 3, "ben", "the role they had"));
    }

    @Test
    void of_several_commands_a_finding_says_which_one_it_is_in() {
        Scenario scenario = Scenario.postmortem()
                .given(open())
                .when(entry("e"), write(Section.OVERVIEW, "Human error"), write(Section.TRIGGER, "Careless"));

        assertThat(scenario.answer().warnings().stream()
                        .flatMap(warning -> warning.findings().stream())
                        .map(Finding::field))
                .containsExactly("[1].text", "[2].text");
    }

    @Test
    void a_refusal_for_its_wording_says_where_too() {
        Finding finding = new Finding("text", 3, 8, "careless", "without a check");
        Refusal refusal = new Refusal(
                Refusal.Kind.RULES_NOT_MET,
                "One rule is not met",
                List.of(new RuleMessage("wording.blameless", "Say it otherwise", List.of(finding))),
                Map.of());

        assertThat(RefusalAdvice.problem(refusal).properties()).containsEntry("findings", List.of(finding));
    }

    private static List<Finding> found(String text) {
        return Wording.found("", PHRASES, new Text("text", text));
    }
}
