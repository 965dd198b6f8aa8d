package io.hindsight.command.postmortem;

import static io.hindsight.command.postmortem.Commands.entry;
import static io.hindsight.command.postmortem.Commands.item;
import static io.hindsight.command.postmortem.Commands.open;
import static io.hindsight.command.postmortem.Commands.own;
import static io.hindsight.command.postmortem.Commands.wentBadly;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.command.decision.Actor;
import io.hindsight.command.decision.Command;
import io.hindsight.command.decision.Refusal;
import io.hindsight.command.decision.RuleMessage;
import io.hindsight.command.factor.FactorCommand.AddContributingFactor;
import io.hindsight.command.lifecycle.LifecycleCommand.SubmitForReview;
import io.hindsight.command.ownership.OwnershipCommand.UnassignOwner;
import io.hindsight.command.postmortem.Answer.MadePart;
import io.hindsight.command.responder.ResponderCommand.AddResponder;
import io.hindsight.command.timeline.TimelineCommand.AddTimelineEntry;
import io.hindsight.events.DeadlineEvent.DeadlinesSet;
import io.hindsight.events.EventMetadata;
import io.hindsight.events.OwnershipEvent.OwnerAssigned;
import io.hindsight.events.TimelineEvent.TimelineEntryAdded;
import io.hindsight.words.Priority;
import io.hindsight.words.ResponderRole;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds for every request, whatever its commands: all or nothing, conditions, repetitions, what is recorded. */
class RequestTest {
    private static final Actor ANA = new Actor("ana", Set.of("responder"), null);

    private final Scenario scenario = Scenario.postmortem().given(open());

    @Test
    void where_one_command_is_refused_none_takes_effect() {
        scenario.when(entry("e-1"), new SubmitForReview()).thenRefusedBy(inReview(9));

        scenario.when(entry("e-1"));
        assertThat(scenario.events()).first().isInstanceOf(TimelineEntryAdded.class);
    }

    @Test
    void where_one_command_is_not_allowed_none_takes_effect() {
        scenario.by(ANA).when(entry("e-1"), own()).thenRefusedAs(Refusal.Kind.NOT_ALLOWED);
    }

    @Test
    void a_command_decides_on_what_those_before_it_did() {
        scenario.when(entry("e-1"), entry("e-1")).thenRefusedAs(Refusal.Kind.ID_IN_USE);
    }

    @Test
    void the_version_that_the_caller_named_has_to_be_the_one_that_is_there() {
        long version = scenario.answer().version();

        scenario.when(request(ANA, version - 1, null, null, entry("e-1"))).thenRefusedAs(Refusal.Kind.VERSION_STALE);
        assertThat(scenario.refusal().facts()).isEqualTo(Map.of("currentVersion", version));
        scenario.when(request(ANA, version + 1, null, null, entry("e-1"))).thenRefusedAs(Refusal.Kind.VERSION_STALE);
        scenario.when(request(ANA, version, null, null, entry("e-1")));
        assertThat(scenario.answer().version()).isEqualTo(version + 1);
    }

    @Test
    void the_same_key_answers_with_the_same_findings() {
        Request request = request(
                ANA,
                null,
                "key",
                "hash",
                new AddTimelineEntry("e-1", Commands.STARTED, null, "Human\terror, so careless", null, null),
                entry("e-2"),
                new AddContributingFactor("f-1", "Human error", null));
        Answer first = scenario.when(request).answer();
        assertThat(first.warnings()).hasSize(3);
        assertThat(first.warnings().get(1).findings()).hasSize(2);

        scenario.when(request).thenNothingHappens();
        assertThat(scenario.answer()).isEqualTo(first);
    }

    @Test
    void warnings_that_were_recorded_before_there_were_findings_are_answered_without() {
        assertThat(RecordedAnswer.warnings(
                        Map.of(EventMetadata.WARNINGS, "wording.blameless Say it\nreview.stale By ben")))
                .containsExactly(
                        new RuleMessage("wording.blameless", "Say it"), new RuleMessage("review.stale", "By ben"));
    }

    @Test
    void the_same_key_answers_as_the_first_time_and_changes_nothing() {
        AddTimelineEntry unproven = new AddTimelineEntry(null, Commands.STARTED, null, "Slow", null, null);
        Request request =
                request(ANA, null, "key", "hash", unproven, entry("e-2"), item(null, Priority.P3, null, null));
        Answer first = scenario.when(request).answer();
        assertThat(first.made())
                .containsExactly(
                        new MadePart("add-timeline-entry", "entryId", "id-1"),
                        new MadePart("add-timeline-entry", "entryId", "e-2"),
                        new MadePart("add-action-item", "itemId", "id-2"));
        assertThat(first.warnings())
                .extracting(warning -> warning.rule())
                .containsExactly("timeline.evidence", "action-item.priority");

        scenario.by(Scenario.COORDINATOR).given(entry("e-3")).when(request);

        assertThat(scenario.answer()).isEqualTo(first);
        assertThat(scenario.events()).isEmpty();
    }

    @Test
    void a_repetition_answers_even_when_it_names_a_version_that_is_gone() {
        Request request = request(ANA, scenario.answer().version(), "key", "hash", entry("e-1"));
        Answer first = scenario.when(request).answer();

        assertThat(scenario.when(request).answer()).isEqualTo(first);
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        scenario.when(request(ANA, null, "key", "hash", entry("e-1")))
                .when(request(ANA, null, "key", "other hash", entry("e-2")))
                .thenRefusedAs(Refusal.Kind.IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    void what_an_integration_does_for_one_person_is_not_taken_for_what_it_does_for_another() {
        Set<String> roles = Set.of("integration", "responder", "reader");
        AddTimelineEntry said = new AddTimelineEntry(null, Commands.STARTED, null, "Slow", null, null);
        Request forAna = request(new Actor("bot", roles, "ana"), null, "key", "hash", said);
        Answer first = scenario.when(forAna).answer();
        Answer second = scenario.when(request(new Actor("bot", roles, "ben"), null, "key", "hash", said))
                .answer();

        assertThat(second.made()).isNotEqualTo(first.made());
        assertThat(second.version()).isGreaterThan(first.version());
        assertThat(scenario.when(forAna).events()).isEmpty();
        assertThat(scenario.answer()).isEqualTo(first);
    }

    @Test
    void a_key_is_the_callers_own() {
        scenario.when(request(ANA, null, "key", "hash", entry("e-1")))
                .when(request(new Actor("ben", Set.of("responder"), null), null, "key", "hash", entry("e-2")));

        assertThat(scenario.events()).first().isInstanceOf(TimelineEntryAdded.class);
    }

    @Test
    void a_refused_request_can_be_sent_again_with_its_key() {
        scenario.when(request(Scenario.COORDINATOR, null, "key", "hash", new SubmitForReview()))
                .thenRefusedBy(inReview(9))
                .given(Arrays.copyOfRange(Commands.complete(), 1, Commands.complete().length))
                .when(request(Scenario.COORDINATOR, null, "key", "hash", new SubmitForReview()));

        assertThat(scenario.refusal()).isNull();
    }

    @Test
    void a_keyed_request_that_changed_nothing_is_decided_anew() {
        Request again = request(Scenario.COORDINATOR, null, "key", "hash", own());
        scenario.given(own()).when(again).thenNothingHappens();

        scenario.given(new UnassignOwner()).when(again);
        assertThat(scenario.events()).first().isInstanceOf(OwnerAssigned.class);

        scenario.given(new UnassignOwner()).when(again);
        assertThat(scenario.events()).as("now it is a repetition").isEmpty();
    }

    @Test
    void a_warning_that_quotes_line_breaks_is_read_back() {
        Request request = request(
                Scenario.COORDINATOR,
                null,
                "key",
                "hash",
                new AddResponder("ben\r\nhart", ResponderRole.SCRIBE),
                new AddContributingFactor("f-1", "It was ben\r\nhart", null));
        Answer first = scenario.when(request).answer();
        assertThat(first.warnings()).hasSize(1);

        assertThat(scenario.when(request).answer()).isEqualTo(first);
    }

    @Test
    void every_event_says_who_did_it_for_whom_why_and_by_which_command() {
        scenario.by(new Actor("bot", Set.of("responder", "integration"), "ana"))
                .because("the pager said so")
                .when(wentBadly("p-1"));

        assertThat(scenario.lastMetadata().get(EventMetadata.ACTOR)).isEqualTo("bot");
        assertThat(scenario.lastMetadata().get(EventMetadata.ON_BEHALF_OF)).isEqualTo("ana");
        assertThat(scenario.lastMetadata().get(EventMetadata.REASON)).isEqualTo("the pager said so");
        assertThat(scenario.lastMetadata().get(EventMetadata.COMMAND)).isEqualTo("add-went-badly");
        assertThat(scenario.lastMetadata().get(EventMetadata.CORRELATION_ID)).isEqualTo("correlation");
        assertThat(scenario.lastMetadata().get(EventMetadata.MADE)).isEqualTo("pointId p-1");
    }

    @Test
    void what_follows_from_a_command_is_recorded_as_done_by_it() {
        scenario.given(own()).when(new UnassignOwner());

        assertThat(scenario.events()).last().isInstanceOf(DeadlinesSet.class);
        assertThat(scenario.commandOfLastEvent()).isEqualTo("unassign-owner");
    }

    private static String[] inReview(int times) {
        String[] rules = new String[times];
        Arrays.fill(rules, "status.in-review");
        return rules;
    }

    private static Request request(Actor actor, Long ifMatch, String key, String hash, Command... commands) {
        List<Instruction> instructions = Arrays.stream(commands)
                .map(command -> new Instruction(Scenario.nameOf(command), command, null))
                .toList();
        return new Request(
                Scenario.ID, instructions, actor, ifMatch == null ? null : Set.of(ifMatch), key, hash, "correlation");
    }
}
