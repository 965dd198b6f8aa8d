package io.hindsight.command.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindsight.command.actionitem.ActionItemCommand.AddActionItem;
import io.hindsight.command.decision.Refusal.Kind;
import io.hindsight.command.lifecycle.LifecycleCommand.Open;
import io.hindsight.command.postmortem.Scenario;
import io.hindsight.command.timeline.TimelineCommand.AddTimelineEntry;
import io.hindsight.events.ActionItemEvent.ActionItemAdded;
import io.hindsight.events.LifecycleEvent.PostmortemClosed;
import io.hindsight.events.LifecycleEvent.PostmortemOpened;
import io.hindsight.events.OwnershipEvent.OwnerAssigned;
import io.hindsight.http.Problem;
import io.hindsight.words.ActionItemKind;
import io.hindsight.words.Incident;
import io.hindsight.words.Priority;
import io.hindsight.words.Severity;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportPostmortemTest {
    private static final String RECORD = "'severity': 'Sev1', 'startedAt': '2026-11-22T23:30:00-01:00',"
            + " 'timeline': [{'at': '2026-11-22T23:30:00-01:00', 'text': 'Down'}], 'actionItems': [{'text': 'Watch'}]";

    private static final ImportPostmortem IMPORT = Records.with(RECORD);

    @Test
    void a_record_is_opened_then_told_to_be_imported_then_told_as_it_stands() {
        ActionItemAdded tagged = new ActionItemAdded(
                "a1", "Watch", null, null, null, null, null, List.of("sev1", "sev1_20261123"), List.of());

        Scenario.postmortem()
                .when(IMPORT)
                .then(
                        new PostmortemOpened(
                                Scenario.ID,
                                "Checkout is slow",
                                Severity.SEV_1,
                                true,
                                new Incident(
                                        null, OffsetDateTime.parse("2026-11-22T23:30:00-01:00"), null, null, List.of()),
                                List.of()),
                        IMPORT.imported(),
                        IMPORT.content().get(0),
                        tagged);
    }

    @Test
    void what_was_restricted_where_it_comes_from_is_restricted_here_from_the_first() {
        Scenario.postmortem()
                .when(Records.with("'restrictedTo': ['ben']"))
                .then(
                        new PostmortemOpened(
                                Scenario.ID,
                                "Checkout is slow",
                                null,
                                false,
                                Incident.UNKNOWN,
                                List.of(),
                                List.of("ben", "cora")),
                        Records.with("'restrictedTo': ['ben']").imported());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'ben'", "{'ben': true}", "['']", "[1]", "true"})
    void what_is_restricted_to_nobody_knows_whom_is_refused(String restrictedTo) {
        assertThatThrownBy(() -> Records.with("'restrictedTo': " + restrictedTo))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("restricted");
    }

    @Test
    void a_record_without_a_severity_opens_with_none_and_its_items_have_no_tags() {
        Scenario scenario = Scenario.postmortem().when(Records.with("'actionItems': [{'text': 'Watch'}]"));

        assertThat(scenario.events())
                .contains(
                        new PostmortemOpened(Scenario.ID, "Checkout is slow", null, false, Incident.UNKNOWN, List.of()),
                        new ActionItemAdded("a1", "Watch", null, null, null, null, null, List.of(), List.of()));
    }

    @Test
    void the_same_record_again_changes_nothing() {
        Scenario.postmortem().given(IMPORT).when(Records.with(RECORD)).thenNothingHappens();
    }

    @Test
    void the_same_record_again_changes_nothing_also_after_people_have_worked_on_it() {
        Scenario.postmortem()
                .given(
                        IMPORT,
                        new AddTimelineEntry(
                                null, OffsetDateTime.parse("2026-11-23T00:30:00Z"), null, "Up", null, null))
                .when(IMPORT)
                .thenNothingHappens();
    }

    @Test
    void another_content_under_the_same_id_is_refused() {
        Scenario.postmortem()
                .given(IMPORT)
                .when(Records.with("'severity': 'Sev2'"))
                .thenRefusedAs(Kind.IMPORT_DIFFERS);
    }

    @Test
    void the_id_of_a_postmortem_that_was_opened_here_is_refused() {
        Scenario.postmortem()
                .given(new Open(Scenario.ID, "Checkout is slow", Severity.SEV_1, null, null, null))
                .when(IMPORT)
                .thenRefusedAs(Kind.ID_IN_USE);
    }

    @Test
    void a_reader_may_not_import() {
        Scenario.postmortem().by("rita", "reader").when(IMPORT).thenRefusedAs(Kind.NOT_ALLOWED);
    }

    @Test
    void the_owner_whom_a_record_names_is_assigned_by_those_who_may_and_by_themselves() {
        ImportPostmortem owned = Records.with("'owner': 'ana'");

        assertThat(Scenario.postmortem().when(owned).events()).contains(new OwnerAssigned("ana"));
        assertThat(Scenario.postmortem()
                        .by("ana", "reader", "responder")
                        .when(owned)
                        .events())
                .contains(new OwnerAssigned("ana"));
        Scenario.postmortem().by("ben", "reader", "responder").when(owned).thenRefusedAs(Kind.NOT_ALLOWED);
    }

    @Test
    void what_was_over_before_the_given_day_comes_in_closed_and_nothing_is_owed_on_it() {
        Scenario old = Scenario.postmortem().when(IMPORT.closedBefore(LocalDate.parse("2026-11-24")));

        assertThat(old.events()).endsWith(new PostmortemClosed());
        assertThat(old.deadlines()).isEmpty();
        assertThat(Scenario.postmortem().when(IMPORT).deadlines()).isNotEmpty();
    }

    @Test
    void what_was_over_later_or_nobody_knows_when_is_owed_as_a_new_one_is() {
        LocalDate day = LocalDate.parse("2026-11-23");
        List<ImportPostmortem> later = List.of(
                IMPORT,
                Records.with("'startedAt': '2026-11-22T10:00:00Z', 'endedAt': '2026-11-23T00:00:00Z'"),
                Records.with("'severity': 'Sev1'"));

        assertThat(later).allSatisfy(record -> {
            Scenario scenario = Scenario.postmortem().when(record.closedBefore(day));
            assertThat(scenario.events()).isNotEmpty().doesNotContain(new PostmortemClosed());
            assertThat(scenario.deadlines()).isNotEmpty();
        });
    }

    @Test
    void the_day_before_which_it_was_over_begins_in_the_policys_zone() {
        Scenario berlin = Scenario.postmortem()
                .changed(policy -> policy.zone = ZoneId.of("Europe/Berlin"))
                .when(Records.with("'endedAt': '2026-11-22T23:30:00Z'").closedBefore(LocalDate.parse("2026-11-23")));

        assertThat(berlin.events()).doesNotContain(new PostmortemClosed());
    }

    @Test
    void only_who_leads_may_import_as_closed_and_the_same_again_changes_nothing() {
        ImportPostmortem old = IMPORT.closedBefore(LocalDate.parse("2026-11-24"));

        Scenario.postmortem().by("ben", "reader", "responder").when(old).thenRefusedAs(Kind.NOT_ALLOWED);
        Scenario.postmortem().given(old).when(IMPORT).thenNothingHappens();
        Scenario.postmortem().given(IMPORT).when(old).thenNothingHappens();
    }

    @Test
    void the_parts_of_an_imported_postmortem_have_ids_that_others_cannot_take() {
        Scenario.postmortem()
                .given(IMPORT)
                .when(new AddActionItem(
                        "a1", "Another", ActionItemKind.PREVENTION, Priority.P1, null, null, null, null))
                .thenRefusedAs(Kind.ID_IN_USE);
    }
}
