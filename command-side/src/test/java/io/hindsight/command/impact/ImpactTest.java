package io.hindsight.command.impact;

import static io.hindsight.command.postmortem.Commands.STARTED;
import static io.hindsight.command.postmortem.Commands.agreed;
import static io.hindsight.command.postmortem.Commands.endMark;
import static io.hindsight.command.postmortem.Commands.entry;
import static io.hindsight.command.postmortem.Commands.open;
import static io.hindsight.command.postmortem.Commands.startMark;
import static io.hindsight.command.postmortem.Commands.usersAffected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.hindsight.command.decision.PolicyEdit;
import io.hindsight.command.decision.Rule;
import io.hindsight.command.impact.ImpactCommand.FigureChanges;
import io.hindsight.command.impact.ImpactCommand.RecordImpact;
import io.hindsight.command.lifecycle.LifecycleCommand.FinishReview;
import io.hindsight.command.postmortem.Scenario;
import io.hindsight.command.timeline.TimelineCommand.AddTimelineEntry;
import io.hindsight.command.timeline.TimelineCommand.CorrectTimelineEntry;
import io.hindsight.events.ImpactEvent.ImpactRecorded;
import io.hindsight.words.CustomFigure;
import io.hindsight.words.EntryKind;
import io.hindsight.words.Handling;
import io.hindsight.words.ImpactFigure;
import io.hindsight.words.ImpactFigures;
import io.hindsight.words.Severity;
import io.hindsight.words.TimeReasons;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImpactTest {
    private final Scenario scenario = Scenario.postmortem().given(open());

    @Test
    void a_figure_left_out_stays_and_one_set_to_null_is_unknown_again() {
        scenario.because(null)
                .given(usersAffected(120))
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
        scenario.when(new RecordImpact(null, null, List.of("https://support.example/1")))
                .then(new ImpactRecorded(
                        ImpactFigures.UNKNOWN, List.of(), List.of("https://support.example/1"), TimeReasons.NONE))
                .when(new RecordImpact(null, null, List.of()))
                .then(new ImpactRecorded(ImpactFigures.UNKNOWN, List.of(), List.of(), TimeReasons.NONE));
    }

    @Test
    void recording_nothing_changes_nothing() {
        scenario.given(usersAffected(1))
                .when(new RecordImpact(null, null, null))
                .thenNothingHappens();
    }

    @Test
    void a_figure_of_the_policy_is_recorded_with_what_it_is_called_and_counted_in() {
        scenario.changed(ImpactTest::withRevenue)
                .when(custom("revenue", "1200.50"))
                .then(lost("1200.5"))
                .when(custom("revenue", "1200.500"))
                .thenNothingHappens()
                .when(custom("revenue", null))
                .then(new ImpactRecorded(ImpactFigures.UNKNOWN, List.of(), List.of(), TimeReasons.NONE));
    }

    @Test
    void a_figure_that_the_policy_does_not_have_is_refused_with_those_it_has() {
        scenario.changed(ImpactTest::withRevenue).when(custom("reports", "3")).thenRefusedBy("impact.figures");
        assertThat(scenario.refusal().unmet().get(0).message())
                .contains("revenue")
                .contains("change-impact-figures");
    }

    @Test
    void a_figure_that_the_policy_dropped_stands_until_somebody_says_that_it_is_unknown() {
        scenario.changed(ImpactTest::withRevenue)
                .given(custom("revenue", "7"))
                .changed(policy -> policy.impactFigures = List.of())
                .when(custom("revenue", "8"))
                .thenRefusedBy("impact.figures")
                .when(custom("revenue", null))
                .then(new ImpactRecorded(ImpactFigures.UNKNOWN, List.of(), List.of(), TimeReasons.NONE));
    }

    private static void withRevenue(PolicyEdit policy) {
        policy.impactFigures = List.of(new ImpactFigure("revenue", "Revenue lost", "EUR"));
    }

    private static RecordImpact custom(String id, String amount) {
        Map<String, BigDecimal> figures = new HashMap<>();
        figures.put(id, amount == null ? null : new BigDecimal(amount));
        return new RecordImpact(null, figures, null);
    }

    private static ImpactRecorded lost(String amount) {
        return new ImpactRecorded(
                ImpactFigures.UNKNOWN,
                List.of(new CustomFigure("revenue", "Revenue lost", "EUR", new BigDecimal(amount))),
                List.of(),
                TimeReasons.NONE);
    }

    @Test
    void what_was_agreed_upon_is_not_edited() {
        agreed().given(new FinishReview()).when(usersAffected(7)).thenRefusedBy("status.flow");
    }

    @Test
    void a_time_in_severity_other_than_the_timelines_warns_unless_a_reason_goes_with_it() {
        scenario.given(startMark(), endMark())
                .because(null)
                .when(timeInSev1("PT1H30M"))
                .thenWarnedBy()
                .when(timeInSev1("PT1H"))
                .then(recorded(Duration.ofHours(1), null))
                .thenWarnedBy("impact.time-in-severity");
        assertThat(scenario.answer().warnings().get(0).message())
                .startsWith("The timeline gives PT1H30M in SEV-1")
                .contains("reason");

        scenario.because("The first half hour was a drill")
                .when(timeInSev1("PT58M"))
                .thenWarnedBy();
    }

    @Test
    void it_is_refused_where_the_policy_says_so_and_other_figures_are_not() {
        scenario.given(startMark(), endMark())
                .because(null)
                .given(timeInSev1("PT1H"))
                .changed(policy -> policy.handling.put(Rule.IMPACT_TIME_IN_SEVERITY, Handling.REFUSE))
                .when(timeInSev1("PT2H"))
                .thenRefusedBy("impact.time-in-severity")
                .when(usersAffected(3))
                .then(recorded(Duration.ofHours(1), 3L))
                .when(figures(Optional.empty(), null))
                .then(recorded(null, 3L));
    }

    @Test
    void while_the_timeline_does_not_tell_all_of_the_time_there_is_nothing_to_compare() {
        scenario.because(null)
                .given(startMark())
                .when(timeInSev1("PT1H"))
                .thenWarnedBy()
                .given(endMark(), severityFrom("gap", STARTED.plusMinutes(30), null))
                .when(timeInSev1("PT2H"))
                .thenWarnedBy();
    }

    @Test
    void a_figure_that_the_timeline_contradicts_is_to_be_explained_until_somebody_says_why() {
        scenario.because(null).given(timeInSev1("PT1H"), startMark()).given(endMark());
        assertThat(toExplain()).singleElement(STRING).contains("PT1H30M in SEV-1", "PT1H is recorded");

        scenario.when(timeInSev1("PT1H"))
                .thenNothingHappens()
                .because("The first half hour was a drill")
                .when(timeInSev1("PT1H"))
                .then(explained("PT1H", null, null, new TimeReasons("The first half hour was a drill", null)))
                .when(timeInSev1("PT1H"))
                .thenNothingHappens()
                .because(null)
                .given(usersAffected(3));
        assertThat(toExplain()).isEmpty();

        scenario.given(timeInSev1("PT59M"));
        assertThat(toExplain()).hasSize(1);
        scenario.given(figures(Optional.empty(), null));
        assertThat(toExplain()).isEmpty();
    }

    @Test
    void a_figure_that_the_timeline_contradicts_is_warned_of_each_time_it_is_said_without_a_reason() {
        scenario.because(null)
                .given(timeInSev1("PT1H"), startMark())
                .given(endMark())
                .when(timeInSev1("PT1H"))
                .thenNothingHappens()
                .thenWarnedBy("impact.time-in-severity");
        assertThat(scenario.answer().warnings().get(0).message())
                .isEqualTo(toExplain().get(0));

        scenario.when(figures(Optional.of(Duration.ofHours(1)), Optional.of(3L)))
                .then(recorded(Duration.ofHours(1), 3L))
                .thenWarnedBy("impact.time-in-severity")
                .when(usersAffected(3))
                .thenNothingHappens()
                .thenWarnedBy()
                .changed(policy -> policy.handling.put(Rule.IMPACT_TIME_IN_SEVERITY, Handling.REFUSE))
                .when(timeInSev1("PT1H"))
                .thenNothingHappens()
                .thenWarnedBy("impact.time-in-severity")
                .because("The first half hour was a drill")
                .when(timeInSev1("PT1H"))
                .thenWarnedBy();
    }

    @Test
    void of_two_severities_noted_at_one_time_the_one_told_last_holds_however_the_other_is_put_better() {
        scenario.because(null)
                .given(startMark(), endMark())
                .given(severityFrom("one", STARTED, Severity.SEV_1), severityFrom("two", STARTED, Severity.SEV_2))
                .when(timeInSev1("PT0S"))
                .thenWarnedBy()
                .given(new CorrectTimelineEntry("one", null, null, "Put better", null, null, null))
                .when(timeInSev1("PT1H30M"))
                .thenWarnedBy("impact.time-in-severity");
    }

    @Test
    void a_reason_given_with_another_figure_explains_no_time() {
        scenario.given(startMark(), endMark()).because(null).given(timeInSev1("PT1H"));

        scenario.because("Support counted them")
                .when(usersAffected(3))
                .then(explained("PT1H", null, 3L, TimeReasons.NONE));
        assertThat(toExplain()).singleElement(STRING).contains("SEV-1");
    }

    @Test
    void a_later_time_without_a_reason_leaves_the_firsts_reason() {
        TimeReasons drill = new TimeReasons("A drill", null);
        scenario.given(startMark(), endMark()).because("A drill").given(timeInSev1("PT1H"));

        scenario.because(null)
                .when(times(null, "PT10M"))
                .then(explained("PT1H", "PT10M", null, drill))
                .when(times("PT1H", "PT20M"))
                .then(explained("PT1H", "PT20M", null, drill));
        assertThat(toExplain()).singleElement(STRING).contains("SEV-2");
    }

    @Test
    void each_time_has_a_reason_of_its_own_until_it_is_changed_or_taken_away() {
        scenario.given(startMark(), endMark())
                .because("A drill")
                .given(timeInSev1("PT1H"))
                .because("A late downgrade")
                .when(times(null, "PT10M"))
                .then(explained("PT1H", "PT10M", null, new TimeReasons("A drill", "A late downgrade")));
        assertThat(toExplain()).isEmpty();

        scenario.because("It is unknown")
                .when(figures(Optional.empty(), null))
                .then(explained(null, "PT10M", null, new TimeReasons(null, "A late downgrade")))
                .because(null)
                .when(times(null, "PT11M"))
                .then(explained(null, "PT11M", null, TimeReasons.NONE));
    }

    @Test
    void a_reason_explains_only_those_of_the_named_times_that_are_not_the_timelines() {
        scenario.given(startMark(), endMark())
                .because("A late downgrade")
                .when(times("PT1H30M", "PT10M"))
                .then(explained("PT1H30M", "PT10M", null, new TimeReasons(null, "A late downgrade")));
    }

    private List<String> toExplain() {
        return scenario.readiness().rules().stream()
                .filter(rule -> rule.rule().equals("impact.time-in-severity"))
                .flatMap(rule -> rule.toDo().stream())
                .toList();
    }

    private static RecordImpact timeInSev1(String time) {
        return figures(Optional.of(Duration.parse(time)), null);
    }

    private static AddTimelineEntry severityFrom(String id, OffsetDateTime at, Severity severity) {
        return new AddTimelineEntry(
                id,
                at,
                EntryKind.SEVERITY_CHANGED,
                "Another severity",
                severity,
                entry(id).evidence());
    }

    private static RecordImpact figures(Optional<Duration> timeInSev1, Optional<Long> users) {
        return new RecordImpact(new FigureChanges(timeInSev1, null, null, null, null, users, null), null, null);
    }

    private static ImpactRecorded recorded(Duration timeInSev1, Long users) {
        return new ImpactRecorded(
                new ImpactFigures(timeInSev1, null, null, null, null, users, null),
                List.of(),
                List.of(),
                TimeReasons.NONE);
    }

    /** Both times of the incident, which the timeline gives as an hour and a half in SEV-1. */
    private static RecordImpact times(String timeInSev1, String timeInSev2) {
        return new RecordImpact(
                new FigureChanges(given(timeInSev1), given(timeInSev2), null, null, null, null, null), null, null);
    }

    @SuppressWarnings("NullableOptional") // null is "left out"
    private static Optional<Duration> given(String time) {
        return time == null ? null : Optional.of(Duration.parse(time));
    }

    private static ImpactRecorded explained(String timeInSev1, String timeInSev2, Long users, TimeReasons reasons) {
        return new ImpactRecorded(
                new ImpactFigures(
                        timeInSev1 == null ? null : Duration.parse(timeInSev1),
                        timeInSev2 == null ? null : Duration.parse(timeInSev2),
                        null,
                        null,
                        null,
                        users,
                        null),
                List.of(),
                List.of(),
                reasons);
    }
}
