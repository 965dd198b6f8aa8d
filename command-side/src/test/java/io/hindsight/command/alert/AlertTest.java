package io.hindsight.command.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.command.decision.Actor;
import io.hindsight.command.decision.Refusal.Kind;
import io.hindsight.command.incident.IncidentCommand.ChangeSeverity;
import io.hindsight.command.lifecycle.LifecycleCommand.Waive;
import io.hindsight.command.postmortem.Commands;
import io.hindsight.command.postmortem.Scenario;
import io.hindsight.command.responder.ResponderCommand.RemoveResponder;
import io.hindsight.command.restriction.RestrictionCommand.Restrict;
import io.hindsight.command.timeline.TimelineCommand.CorrectTimelineEntry;
import io.hindsight.command.timeline.TimelineCommand.RetractTimelineEntry;
import io.hindsight.events.AlertEvent.AlertFollowed;
import io.hindsight.events.IncidentEvent.IncidentTimesCorrected;
import io.hindsight.events.IncidentEvent.SeverityChanged;
import io.hindsight.events.LifecycleEvent.PostmortemOpened;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.events.ResponderEvent.ResponderAdded;
import io.hindsight.events.TimelineEvent.TimelineEntryAdded;
import io.hindsight.events.TimelineEvent.TimelineEntryRetracted;
import io.hindsight.words.EntryKind;
import io.hindsight.words.Incident;
import io.hindsight.words.ResponderRole;
import io.hindsight.words.Severity;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the alerting tells opens a postmortem and corrects what it set itself, and nothing that people have said. */
class AlertTest {
    private static final Actor PAGER = new Actor("pagerduty", Set.of("integration", "responder", "reader"), null);
    private static final OffsetDateTime START = OffsetDateTime.parse("2026-11-23T08:00:00Z");
    private static final OffsetDateTime END = START.plusHours(1);

    private final Scenario scenario = Scenario.postmortem().by(PAGER);

    private static AlertFollowed now(int heard, Severity severity, OffsetDateTime resolvedAt, String... people) {
        return new AlertFollowed(
                "pagerduty",
                "Q1",
                heard,
                "Checkout",
                severity,
                START,
                resolvedAt,
                List.of("checkout"),
                List.of(people));
    }

    private static TimelineEntryAdded entry(String id, EntryKind kind, OffsetDateTime at) {
        return new TimelineEntryAdded("alert-" + id, at, null, kind, "Text of " + id, null, List.of());
    }

    private static FollowAlert follow(AlertFollowed now, TimelineEntryAdded... entries) {
        return new FollowAlert(new AlertAccount(now, "PagerDuty #1", Set.of(Severity.SEV_1), List.of(entries)));
    }

    private static final TimelineEntryAdded ALERT = entry("a", EntryKind.DETECTED, START);
    private static final TimelineEntryAdded RESOLVED = entry("r", EntryKind.INCIDENT_RESOLVED, END);

    private Scenario opened() {
        return scenario.given(follow(now(2, Severity.SEV_1, END, "ana"), ALERT, RESOLVED));
    }

    @Test
    void an_incident_opens_its_postmortem_with_what_is_known_of_it() {
        scenario.when(follow(now(2, Severity.SEV_1, END, "ana"), ALERT, RESOLVED))
                .then(
                        new PostmortemOpened(
                                Scenario.ID,
                                "Checkout",
                                Severity.SEV_1,
                                true,
                                new Incident("PagerDuty #1", START, null, END, List.of("checkout")),
                                List.of()),
                        now(2, Severity.SEV_1, END, "ana"),
                        new ResponderAdded("ana", ResponderRole.RESPONDER),
                        ALERT,
                        RESOLVED);
        assertThat(scenario.deadlines()).isNotEmpty();
    }

    @Test
    void one_that_never_had_a_severity_that_needs_a_postmortem_opens_none() {
        scenario.when(new FollowAlert(new AlertAccount(
                        now(2, Severity.SEV_3, END), "PagerDuty #1", Set.of(Severity.SEV_3), List.of(ALERT))))
                .thenRefusedBy("postmortem.required");
    }

    @Test
    void one_that_was_downgraded_before_it_was_resolved_needs_its_postmortem_all_the_same() {
        scenario.when(new FollowAlert(new AlertAccount(
                now(2, Severity.SEV_3, END), "PagerDuty #1", Set.of(Severity.SEV_1, Severity.SEV_3), List.of())));

        PostmortemOpened opened = (PostmortemOpened) scenario.events().get(0);
        assertThat(opened.severity()).isEqualTo(Severity.SEV_3);
        assertThat(opened.required()).isTrue();
    }

    @Test
    void an_end_before_the_start_is_left_open() {
        scenario.when(follow(now(2, Severity.SEV_1, START.minusMinutes(1)), ALERT));

        PostmortemOpened opened = (PostmortemOpened) scenario.events().get(0);
        assertThat(opened.incident().startedAt()).isEqualTo(START);
        assertThat(opened.incident().resolvedAt()).isNull();

        scenario.when(follow(now(3, Severity.SEV_1, END), ALERT));
        assertThat(scenario.events()).contains(new IncidentTimesCorrected(START, null, END));
    }

    @Test
    void what_was_heard_before_changes_nothing() {
        opened().when(follow(now(2, Severity.SEV_1, END, "ana"), ALERT, RESOLVED))
                .thenNothingHappens();
        scenario.when(follow(now(1, Severity.SEV_2, null), ALERT)).thenNothingHappens();
    }

    @Test
    void a_reopened_incident_is_not_resolved_and_its_mark_is_withdrawn() {
        TimelineEntryAdded mitigated = entry("r", EntryKind.MITIGATED, END);
        TimelineEntryAdded reopened = entry("o", EntryKind.OBSERVATION, END.plusMinutes(10));

        opened().when(follow(now(3, Severity.SEV_1, null, "ana"), ALERT, mitigated, reopened))
                .then(
                        now(3, Severity.SEV_1, null, "ana"),
                        new IncidentTimesCorrected(START, null, null),
                        new TimelineEntryRetracted("alert-r"),
                        mitigated,
                        reopened);
    }

    @Test
    void another_priority_changes_the_severity_by_the_ordinary_rules() {
        opened().when(follow(now(3, Severity.SEV_3, END, "ana"), ALERT, RESOLVED))
                .then(now(3, Severity.SEV_3, END, "ana"), new SeverityChanged(Severity.SEV_3, true))
                .thenWarnedBy("postmortem.required");
    }

    @Test
    void what_people_have_changed_is_left_as_they_have_it() {
        opened().by(Scenario.COORDINATOR)
                .given(
                        new ChangeSeverity(Severity.SEV_2),
                        Commands.resolvedAt(END.minusMinutes(5)),
                        new RemoveResponder("ana", ResponderRole.RESPONDER),
                        new CorrectTimelineEntry("alert-a", null, null, "As it was", null, null, null),
                        new RetractTimelineEntry("alert-r"))
                .by(PAGER);
        AlertFollowed later = now(3, Severity.SEV_3, null, "ana", "ben");
        TimelineEntryAdded mitigated = entry("r", EntryKind.MITIGATED, END);
        TimelineEntryAdded more = entry("x", EntryKind.OBSERVATION, END.plusMinutes(1));

        scenario.when(follow(later, ALERT, mitigated, more))
                .then(later, new ResponderAdded("ben", ResponderRole.RESPONDER), more);
    }

    @Test
    void the_end_that_people_have_marked_stands_beside_what_is_told() {
        opened().by(Scenario.COORDINATOR)
                .given(
                        new RetractTimelineEntry("alert-r"),
                        Commands.entry("end", EntryKind.INCIDENT_RESOLVED, END.minusMinutes(5)))
                .by(PAGER);
        TimelineEntryAdded again = entry("r2", EntryKind.INCIDENT_RESOLVED, END.plusMinutes(9));

        scenario.when(follow(now(3, Severity.SEV_1, again.at(), "ana"), ALERT, RESOLVED, again));

        assertThat(scenario.events()).contains(entry("r2", EntryKind.OBSERVATION, END.plusMinutes(9)));
    }

    @Test
    void a_late_entry_of_the_same_instant_is_told_in_its_place() {
        TimelineEntryAdded first = entry("0", EntryKind.OBSERVATION, START);

        opened().when(follow(now(3, Severity.SEV_1, END, "ana"), first, ALERT, RESOLVED))
                .then(now(3, Severity.SEV_1, END, "ana"), new TimelineEntryRetracted("alert-a"), first, ALERT);
    }

    @Test
    void what_comes_once_the_content_is_settled_waits() {
        opened().by(Scenario.COORDINATOR).given(new Waive()).by(PAGER);

        scenario.when(follow(now(3, Severity.SEV_3, null), ALERT)).thenRefusedBy("status.flow");
    }

    @Test
    void a_postmortem_that_people_opened_gets_what_it_lacks_and_keeps_what_it_has() {
        scenario.by(Scenario.COORDINATOR).given(Commands.open(Severity.SEV_2)).by(PAGER);

        scenario.when(follow(now(2, Severity.SEV_1, END), ALERT));

        List<PostmortemEvent> events = scenario.events();
        assertThat(events).contains(new IncidentTimesCorrected(START, null, END), ALERT);
        assertThat(events).doesNotHaveAnyElementsOfTypes(SeverityChanged.class);
    }

    @Test
    void what_it_has_opened_it_goes_on_telling_of_when_that_is_restricted_and_of_nothing_else_that_is() {
        opened().by(Scenario.COORDINATOR)
                .given(new Restrict(List.of("ana")))
                .by(PAGER)
                .when(follow(now(3, Severity.SEV_1, END.plusHours(1), "ana"), ALERT, RESOLVED))
                .then(
                        now(3, Severity.SEV_1, END.plusHours(1), "ana"),
                        new IncidentTimesCorrected(START, null, END.plusHours(1)));

        Scenario.postmortem()
                .given(Commands.open(Severity.SEV_1), new Restrict(List.of("ana")))
                .by(PAGER)
                .when(follow(now(2, Severity.SEV_1, END)))
                .thenRefusedAs(Kind.ID_IN_USE);
    }

    @Test
    void it_takes_the_right_to_edit() {
        scenario.by("rita", "reader").when(follow(now(2, Severity.SEV_1, END))).thenRefusedAs(Kind.NOT_ALLOWED);
    }
}
