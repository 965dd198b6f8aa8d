package io.hindsight.command.readiness;

import static io.hindsight.command.postmortem.Commands.agreed;
import static io.hindsight.command.postmortem.Commands.complete;
import static io.hindsight.command.postmortem.Commands.entry;
import static io.hindsight.command.postmortem.Commands.held;
import static io.hindsight.command.postmortem.Commands.inReview;
import static io.hindsight.command.postmortem.Commands.item;
import static io.hindsight.command.postmortem.Commands.open;
import static io.hindsight.command.postmortem.Commands.own;
import static io.hindsight.command.postmortem.Commands.ticketed;
import static io.hindsight.command.postmortem.Commands.wentBadly;
import static io.hindsight.command.postmortem.Commands.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hindsight.command.decision.Command;
import io.hindsight.command.decision.Finding;
import io.hindsight.command.decision.Rule;
import io.hindsight.command.decision.RuleMessage;
import io.hindsight.command.externalmessage.ExternalMessageCommand.DeclineExternalMessage;
import io.hindsight.command.externalmessage.ExternalMessageCommand.DraftExternalMessage;
import io.hindsight.command.internalemail.InternalEmailCommand.RecordInternalEmail;
import io.hindsight.command.lifecycle.LifecycleCommand.Close;
import io.hindsight.command.lifecycle.LifecycleCommand.FinishReview;
import io.hindsight.command.lifecycle.LifecycleCommand.Reopen;
import io.hindsight.command.lifecycle.LifecycleCommand.SubmitForReview;
import io.hindsight.command.lifecycle.LifecycleCommand.Waive;
import io.hindsight.command.ownership.OwnershipCommand.UnassignOwner;
import io.hindsight.command.postmortem.Scenario;
import io.hindsight.command.readiness.RuleState.State;
import io.hindsight.command.responder.ResponderCommand.AddResponder;
import io.hindsight.command.review.ReviewCommand.ShareForReview;
import io.hindsight.words.Handling;
import io.hindsight.words.InternalEmailKind;
import io.hindsight.words.ResponderRole;
import io.hindsight.words.Section;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How far a postmortem is, and that it is told by the rules that refuse. */
class ReadinessTest {

    @Test
    void a_new_postmortem_is_told_everything_that_is_still_to_do_and_what_comes_first() {
        Readiness readiness = Scenario.postmortem().given(open()).readiness();

        assertThat(readiness.next())
                .isEqualTo(new OwnerStep("create", false, true, List.of("Designate the owner (assign-owner)")));
        assertThat(readiness.steps()).hasSize(10);
        assertThat(rule(readiness, "status.in-review").state()).isEqualTo(State.UNMET);
        assertThat(rule(readiness, "status.in-review").toDo()).hasSize(9);
        assertThat(rule(readiness, "owner.single").state()).isEqualTo(State.UNMET);
        assertThat(rule(readiness, "meeting.scheduled-first").state()).isEqualTo(State.MET);
    }

    @Test
    void every_rule_is_there_once_and_what_is_unmet_comes_first() {
        Readiness readiness = Scenario.postmortem().given(open()).readiness();

        assertThat(readiness.rules().stream().map(RuleState::rule))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Rule.values()).map(Rule::id).distinct().toList());
        assertThat(readiness.rules().stream().map(RuleState::state)).isSorted();
        assertThat(readiness.rules())
                .allSatisfy(rule -> assertThat(rule.toDo().isEmpty()).isEqualTo(rule.state() == State.MET));
    }

    @Test
    void steps_are_ticked_by_what_happens_and_the_next_one_moves_on() {
        Scenario scenario = Scenario.postmortem().given(open(), own());
        assertThat(scenario.readiness().next().step()).isEqualTo("schedule");

        Readiness complete = Scenario.postmortem().given(complete()).readiness();

        assertThat(complete.steps().stream().filter(OwnerStep::done).map(OwnerStep::step))
                .contains("create", "schedule", "analyse");
        assertThat(complete.next().done()).isFalse();
    }

    @Test
    void a_meeting_that_is_not_scheduled_in_time_is_said_when_the_time_is_up() {
        Scenario scenario = Scenario.postmortem().given(open(), own());

        assertThat(rule(scenario.at("2026-11-24T23:59:59Z").readiness(), "meeting.scheduled-first")
                        .state())
                .isEqualTo(State.MET);
        assertThat(rule(scenario.at("2026-11-25T00:00:00Z").readiness(), "meeting.scheduled-first")
                        .state())
                .isEqualTo(State.WARNED);
    }

    @Test
    void what_only_warned_when_it_was_written_is_still_warned_of() {
        Scenario scenario = Scenario.postmortem()
                .given(
                        open(),
                        write(Section.OVERVIEW, "A careless change"),
                        entry("e-9"),
                        new DraftExternalMessage("An outage", null, null, null, null));

        Readiness readiness = scenario.readiness();

        assertThat(rule(readiness, "wording.blameless").state()).isEqualTo(State.WARNED);
        assertThat(rule(readiness, "wording.blameless").findings())
                .extracting(Finding::field, Finding::offset, Finding::word)
                .containsExactly(tuple("sections.overview.text", 2, "careless"));
        assertThat(rule(readiness, "wording.outage").state()).isEqualTo(State.WARNED);
        assertThat(rule(readiness, "external.parts").state()).isEqualTo(State.WARNED);
        assertThat(rule(readiness, "external.approved").state()).isEqualTo(State.UNMET);
    }

    @Test
    void whether_a_rule_warns_or_is_unmet_is_the_policys_to_say() {
        Scenario scenario = Scenario.postmortem().given(open(), write(Section.OVERVIEW, "A careless change"));

        assertThat(rule(
                                scenario.changed(policy -> policy.handling.put(Rule.WORDING_BLAMELESS, Handling.REFUSE))
                                        .readiness(),
                                "wording.blameless")
                        .state())
                .isEqualTo(State.UNMET);
    }

    static Stream<Scenario> scenarios() {
        return Stream.of(
                Scenario.postmortem().given(open()),
                Scenario.postmortem().given(open(), own(), entry("e-1")),
                Scenario.postmortem().given(complete()),
                inReview(),
                inReview().given(write(Section.OVERVIEW, "Edited")),
                agreed(),
                agreed().given(item("topic")));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void whatever_would_refuse_the_next_command_of_the_way_is_unmet_with_the_same_words(Scenario scenario) {
        Readiness readiness = scenario.readiness();
        List<String> unmet = readiness.rules().stream()
                .filter(rule -> rule.state() == State.UNMET)
                .flatMap(rule -> rule.toDo().stream().map(toDo -> rule.rule() + " " + toDo))
                .toList();
        Command onTheWay =
                switch (readiness.status()) {
                    case DRAFT -> new SubmitForReview();
                    case IN_REVIEW -> new FinishReview();
                    default -> new Close();
                };

        scenario.when(onTheWay);

        List<String> refusedBy = scenario.refusal() == null
                ? List.of()
                : scenario.refusal().unmet().stream().map(ReadinessTest::said).toList();
        assertThat(unmet).containsAll(refusedBy);
    }

    @Test
    void what_leads_to_the_next_status_comes_once_its_steps_are_done() {
        Scenario scenario = Scenario.postmortem()
                .given(complete())
                .given(
                        new AddResponder("ivo", ResponderRole.INCIDENT_COMMANDER),
                        new DeclineExternalMessage(),
                        new ShareForReview());
        assertThat(next(scenario)).isEqualTo("submit-for-review");
        scenario.given(new SubmitForReview());
        assertThat(next(scenario)).isEqualTo("meeting");
        scenario.given(held());
        assertThat(next(scenario)).isEqualTo("finish-review");
        assertThat(scenario.readiness().next().toDo().toString()).contains("3 more have to (mark-reviewed)");

        agreed(scenario);
        assertThat(scenario.readiness().next().toDo()).containsExactly("Finish the review (finish-review)");

        scenario.given(new FinishReview());
        assertThat(next(scenario)).isEqualTo("tickets");
        scenario.given(ticketed("i"));
        assertThat(next(scenario)).isEqualTo("communicate");
        scenario.given(new RecordInternalEmail(InternalEmailKind.RESULTS, null, List.of("all@example.org")));
        assertThat(scenario.readiness().next().toDo()).containsExactly("Close it (close)");

        scenario.given(new Close());
        assertThat(scenario.readiness().next()).isNull();
        scenario.given(new Reopen());
        assertThat(scenario.readiness().next())
                .isEqualTo(new OwnerStep(
                        "submit-for-review", false, true, List.of("Submit it to its reviewers (submit-for-review)")));
    }

    @Test
    void a_step_is_done_by_what_happened_and_asked_for_while_it_can_be_done() {
        Scenario reviewed = agreed().given(new FinishReview());

        assertThat(step(Scenario.postmortem().given(open(), held()).readiness(), "share-for-review"))
                .isEqualTo(new OwnerStep("share-for-review", false, false, List.of()));
        assertThat(reviewed.readiness().steps())
                .filteredOn(OwnerStep::asked)
                .extracting(OwnerStep::step)
                .containsExactly("create", "tickets", "communicate");
        assertThat(rule(reviewed.given(new UnassignOwner()).readiness(), "owner.single")
                        .state())
                .isEqualTo(State.UNMET);
        reviewed.when(new Close()).thenRefusedBy("owner.single");
    }

    @Test
    void what_went_badly_and_is_not_answered_is_told_until_it_is_closed() {
        Scenario reviewed = agreed(
                        Scenario.postmortem().given(complete()).given(wentBadly("late"), new SubmitForReview()))
                .given(new FinishReview());

        assertThat(rule(reviewed.readiness(), "improvement.followed-up").toDo().toString())
                .contains("answer of correct-went-badly", "late");
        reviewed.when(new Close()).thenWarnedBy("improvement.followed-up", "comms.internal");
    }

    @Test
    void what_the_policy_makes_a_refusal_keeps_it_from_its_next_status() {
        Scenario draft = Scenario.postmortem()
                .changed(policy -> policy.handling.put(Rule.IMPROVEMENT_FOLLOWED_UP, Handling.REFUSE))
                .given(complete())
                .given(
                        new AddResponder("ivo", ResponderRole.INCIDENT_COMMANDER),
                        new DeclineExternalMessage(),
                        wentBadly("late"));

        assertThat(draft.readiness().next().step()).isEqualTo("submit-for-review");
        assertThat(draft.readiness().next().toDo().toString()).contains("answer of correct-went-badly", "late");
        draft.when(new SubmitForReview()).thenRefusedBy("improvement.followed-up");
    }

    @Test
    void how_long_before_the_meeting_to_share_is_said_as_the_policy_has_it() {
        Readiness readiness = Scenario.postmortem()
                .changed(policy -> policy.sharedBefore = Duration.ofHours(72))
                .given(open())
                .readiness();

        assertThat(rule(readiness, "review.shared-before-meeting").toDo().toString())
                .contains("about 72 hours before the meeting");
        assertThat(step(readiness, "share-for-review").toDo().toString()).contains("about 72 hours before the meeting");
    }

    @Test
    void results_that_were_sent_before_the_meeting_do_not_take_the_last_step() {
        List<String> all = List.of("all@example.org");
        Scenario agreed = agreed().given(
                        new DeclineExternalMessage(),
                        ticketed("i"),
                        new RecordInternalEmail(
                                InternalEmailKind.RESULTS,
                                Scenario.NOW.atOffset(ZoneOffset.UTC).minusHours(1),
                                all));
        assertThat(step(agreed.readiness(), "communicate").done()).isFalse();

        agreed.given(new RecordInternalEmail(InternalEmailKind.RESULTS, null, all));
        assertThat(step(agreed.readiness(), "communicate").done()).isTrue();
    }

    private static String next(Scenario scenario) {
        return scenario.readiness().next().step();
    }

    private static OwnerStep step(Readiness readiness, String name) {
        return readiness.steps().stream()
                .filter(step -> step.step().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nothing_is_left_to_do_on_one_that_was_waived_but_that_it_was_required() {
        Readiness readiness = Scenario.postmortem()
                .given(open(), own())
                .because("A drill")
                .given(new Waive())
                .readiness();

        assertThat(readiness.rules().stream()
                        .filter(rule -> rule.state() != State.MET)
                        .map(RuleState::rule))
                .containsExactly("postmortem.required");
        assertThat(readiness.next()).isNull();
    }

    @Test
    void once_closed_what_was_not_done_stays_so_but_is_asked_no_more() {
        Readiness before = agreed().readiness();
        List<OwnerStep> undone =
                before.steps().stream().filter(step -> !step.done()).toList();
        assertThat(undone)
                .isNotEmpty()
                .allMatch(step -> step.asked() && !step.toDo().isEmpty());

        Readiness closed = agreed().given(new Close()).readiness();

        assertThat(closed.steps())
                .filteredOn(step -> !step.done())
                .containsExactlyElementsOf(undone.stream()
                        .map(step -> new OwnerStep(step.step(), false, false, List.of()))
                        .toList());
        assertThat(closed.steps()).noneMatch(OwnerStep::asked);
        assertThat(closed.next()).isNull();
        assertThat(closed.rules()).allMatch(rule -> rule.state() == State.MET);
        assertThat(closed.rules())
                .filteredOn(RuleState::asked)
                .extracting(RuleState::rule)
                .containsExactly("postmortem.required");
        assertThat(before.rules()).allMatch(RuleState::asked);
    }

    private static String said(RuleMessage message) {
        return message.rule() + " " + message.message();
    }

    private static RuleState rule(Readiness readiness, String id) {
        return readiness.rules().stream()
                .filter(rule -> rule.rule().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
