package io.hindsight.command.actionitem;

import static io.hindsight.command.postmortem.Commands.STARTED;
import static io.hindsight.command.postmortem.Commands.agreed;
import static io.hindsight.command.postmortem.Commands.approve;
import static io.hindsight.command.postmortem.Commands.item;
import static io.hindsight.command.postmortem.Commands.itemAnswering;
import static io.hindsight.command.postmortem.Commands.open;
import static io.hindsight.command.postmortem.Commands.reprioritise;
import static io.hindsight.command.postmortem.Commands.retitle;
import static io.hindsight.command.postmortem.Commands.startMark;
import static io.hindsight.command.postmortem.Commands.startedAt;
import static io.hindsight.command.postmortem.Commands.ticketed;
import static io.hindsight.command.postmortem.Commands.wentBadly;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.command.actionitem.ActionItemCommand.AddActionItem;
import io.hindsight.command.actionitem.ActionItemCommand.ChangeActionItem;
import io.hindsight.command.actionitem.ActionItemCommand.CompleteActionItem;
import io.hindsight.command.actionitem.ActionItemCommand.DeclineActionItem;
import io.hindsight.command.actionitem.ActionItemCommand.LinkTicket;
import io.hindsight.command.actionitem.ActionItemCommand.ReopenActionItem;
import io.hindsight.command.decision.Command;
import io.hindsight.command.decision.Refusal;
import io.hindsight.command.incident.IncidentCommand.ChangeSeverity;
import io.hindsight.command.lifecycle.LifecycleCommand.Close;
import io.hindsight.command.lifecycle.LifecycleCommand.FinishReview;
import io.hindsight.command.lifecycle.LifecycleCommand.Waive;
import io.hindsight.command.postmortem.Scenario;
import io.hindsight.events.ActionItemEvent.ActionItemAdded;
import io.hindsight.events.ActionItemEvent.ActionItemChanged;
import io.hindsight.events.ActionItemEvent.ActionItemCompleted;
import io.hindsight.events.ActionItemEvent.ActionItemDeclined;
import io.hindsight.events.ActionItemEvent.ActionItemReopened;
import io.hindsight.events.ActionItemEvent.ActionItemRetagged;
import io.hindsight.events.ActionItemEvent.ActionItemTicketLinked;
import io.hindsight.words.ActionItemKind;
import io.hindsight.words.Deadline;
import io.hindsight.words.ObligationKind;
import io.hindsight.words.Priority;
import io.hindsight.words.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ActionItemTest {
    private final Scenario scenario = Scenario.postmortem().given(open());

    @ParameterizedTest
    @CsvSource({"P0, 2026-12-08", "P1, 2026-12-23"})
    void an_item_is_due_by_its_priority_unless_a_day_is_given(Priority priority, LocalDate day) {
        scenario.when(item("a-1", priority, null, null))
                .then(added("a-1", priority, day))
                .thenWarnedBy();
        scenario.when(item("a-2", priority, LocalDate.parse("2027-01-01"), null))
                .then(added("a-2", priority, LocalDate.parse("2027-01-01")));
    }

    @ParameterizedTest
    @EnumSource(names = {"P2", "P3", "P4"})
    void what_is_not_pressing_warns_and_has_no_day(Priority priority) {
        scenario.when(item("a-1", priority, null, null))
                .then(added("a-1", priority, null))
                .thenWarnedBy("action-item.priority");
    }

    @Test
    void the_eleventh_item_warns() {
        scenario.given(
                IntStream.rangeClosed(1, 10).mapToObj(i -> item("a-" + i)).toArray(Command[]::new));

        scenario.when(item("a-11")).thenWarnedBy("action-item.priority");
    }

    @Test
    void the_tenth_item_does_not() {
        scenario.given(IntStream.rangeClosed(1, 9).mapToObj(i -> item("a-" + i)).toArray(Command[]::new));

        scenario.when(item("a-10")).thenWarnedBy();
    }

    @Test
    void an_item_id_can_be_used_once() {
        scenario.given(item("a-1")).when(item("a-1")).thenRefusedAs(Refusal.Kind.ID_IN_USE);
    }

    @Test
    void an_item_answers_points_that_are_there() {
        scenario.given(wentBadly("p-1"))
                .when(itemAnswering("a-1", "p-1", "p-9"))
                .thenWarnedBy("improvement.followed-up");
        assertThat(scenario.answer().warnings().get(0).message()).endsWith("there is no p-9");
        scenario.when(itemAnswering("a-2", "p-1")).thenWarnedBy();
    }

    @Test
    void a_day_is_owed_to_the_end_of_it_in_the_zone_of_the_policy() {
        scenario.when(item("a-1", Priority.P0, LocalDate.parse("2026-12-31"), null));

        assertThat(scenario.deadlines())
                .containsExactly(new Deadline(
                        ObligationKind.ACTION_ITEM,
                        "a-1",
                        Instant.parse("2027-01-01T00:00:00Z"),
                        null,
                        "action-item.ticket"));
    }

    @Test
    void an_item_carries_the_severity_and_the_day_as_tags() {
        scenario.given(startedAt(STARTED)).when(item("a-1"));

        assertThat(((ActionItemAdded) scenario.events().get(0)).tags()).containsExactly("sev1", "sev1_20261123");
    }

    @Test
    void open_items_are_tagged_anew_when_the_severity_or_the_start_changes_and_settled_ones_are_not() {
        scenario.given(startedAt(STARTED), item("open"), item("done"), item("declined"))
                .given(new CompleteActionItem("done"), new DeclineActionItem("declined"))
                .when(new ChangeSeverity(Severity.SEV_2));
        assertThat(scenario.events()).contains(new ActionItemRetagged("open", List.of("sev2", "sev2_20261123")));
        assertThat(scenario.events().stream().filter(ActionItemRetagged.class::isInstance))
                .hasSize(1);

        scenario.when(startedAt(STARTED.minusDays(1)));
        assertThat(scenario.events()).contains(new ActionItemRetagged("open", List.of("sev2", "sev2_20261122")));

        scenario.when(new ReopenActionItem("done"));
        assertThat(scenario.events()).contains(new ActionItemRetagged("done", List.of("sev2", "sev2_20261122")));
    }

    @Test
    void the_start_mark_gives_the_day_where_the_incident_has_no_start() {
        scenario.given(item("a-1")).when(startMark());

        assertThat(scenario.events()).contains(new ActionItemRetagged("a-1", List.of("sev1", "sev1_20261123")));
    }

    @Test
    void a_change_replaces_what_it_gives_and_nothing_else() {
        scenario.given(item("a-1"))
                .when(new ChangeActionItem("a-1", null, null, null, Optional.of("ben"), null, null, null))
                .then(changed("Limit the retries", Priority.P0, "ben", "2026-12-08"))
                .when(new ChangeActionItem(
                        "a-1", "Cap them", null, null, Optional.empty(), Optional.empty(), null, null))
                .then(changed("Cap them", Priority.P0, null, null))
                .when(retitle("a-1", "Cap them"))
                .thenNothingHappens();
    }

    @Test
    void an_item_without_a_day_gets_that_of_its_new_priority_and_a_day_that_was_set_stays() {
        scenario.given(item("a-1", Priority.P2, null, null))
                .when(reprioritise("a-1", Priority.P0))
                .then(changed("Limit the retries", Priority.P0, null, "2026-12-08"))
                .when(reprioritise("a-1", Priority.P1))
                .then(changed("Limit the retries", Priority.P1, null, "2026-12-08"));
    }

    @Test
    void a_change_to_what_is_not_pressing_warns() {
        scenario.given(item("a-1")).when(reprioritise("a-1", Priority.P3)).thenWarnedBy("action-item.priority");
    }

    @Test
    void a_change_answers_points_that_are_there() {
        scenario.given(item("a-1"))
                .when(new ChangeActionItem("a-1", null, null, null, null, null, List.of("p-9"), null))
                .thenWarnedBy("improvement.followed-up");
    }

    @Test
    void a_ticket_is_linked_and_linked_again_only_when_it_is_another() {
        scenario.given(item("a-1"))
                .when(new LinkTicket("a-1", "https://tickets.example/1"))
                .then(new ActionItemTicketLinked("a-1", "https://tickets.example/1"))
                .when(new LinkTicket("a-1", "https://tickets.example/1"))
                .thenNothingHappens()
                .when(new LinkTicket("a-1", "https://tickets.example/2"))
                .then(new ActionItemTicketLinked("a-1", "https://tickets.example/2"));
    }

    @Test
    void what_is_done_is_done_once_and_is_not_declined_without_reopening_it() {
        scenario.given(item("a-1"))
                .when(new CompleteActionItem("a-1"))
                .then(new ActionItemCompleted("a-1"))
                .when(new CompleteActionItem("a-1"))
                .thenNothingHappens()
                .when(new DeclineActionItem("a-1"))
                .thenRefusedBy("action-item.ticket")
                .when(new ReopenActionItem("a-1"))
                .then(new ActionItemReopened("a-1"))
                .when(new ReopenActionItem("a-1"))
                .thenNothingHappens()
                .when(new DeclineActionItem("a-1"))
                .then(new ActionItemDeclined("a-1"));
    }

    @Test
    void what_is_declined_is_declined_once_and_is_not_completed_without_reopening_it() {
        scenario.given(item("a-1"), new DeclineActionItem("a-1"))
                .when(new DeclineActionItem("a-1"))
                .thenNothingHappens()
                .when(new CompleteActionItem("a-1"))
                .thenRefusedBy("action-item.ticket");
    }

    @Test
    void a_reopened_item_is_owed_again() {
        scenario.given(item("a-1"), new CompleteActionItem("a-1")).when(new ReopenActionItem("a-1"));

        assertThat(scenario.deadlines()).extracting(Deadline::subject).containsExactly("a-1");
    }

    @Test
    void an_unknown_item_is_not_found() {
        for (Command command : List.of(
                retitle("a-9", "x"),
                new LinkTicket("a-9", "https://tickets.example/1"),
                new CompleteActionItem("a-9"),
                new DeclineActionItem("a-9"),
                new ReopenActionItem("a-9"))) {
            scenario.when(command).thenRefusedAs(Refusal.Kind.PART_NOT_FOUND);
        }
    }

    @Test
    void items_are_worked_on_after_the_postmortem_is_closed_but_none_is_added() {
        Scenario closed = agreed().given(ticketed("a-1"))
                .by("olga", "responder")
                .given(approve())
                .by("ben", "responder")
                .given(approve())
                .by("mia", "manager")
                .given(approve())
                .by(Scenario.COORDINATOR)
                .given(new Close());

        closed.when(item("a-2")).thenRefusedBy("status.flow");
        closed.when(retitle("a-1", "Cap the retries"))
                .then(new ActionItemChanged(
                        "a-1",
                        "Cap the retries",
                        ActionItemKind.PREVENTION,
                        Priority.P0,
                        null,
                        LocalDate.parse("2026-12-08"),
                        List.of(),
                        false));
        closed.when(new CompleteActionItem("a-1")).then(new ActionItemCompleted("a-1"));
    }

    @Test
    void an_item_can_be_added_to_what_is_reviewed_and_its_reviews_stand() {
        agreed().given(new FinishReview()).when(ticketed("a-1")).thenWarnedBy();
    }

    @Test
    void nothing_is_done_for_a_postmortem_that_is_not_needed() {
        scenario.given(item("a-1"), item("a-2"), new DeclineActionItem("a-2"), new Waive());
        for (Command command : List.of(
                item("a-3"),
                retitle("a-1", "x"),
                new LinkTicket("a-1", "https://tickets.example/1"),
                new CompleteActionItem("a-1"),
                new DeclineActionItem("a-1"),
                new ReopenActionItem("a-2"))) {
            scenario.when(command).thenRefusedBy("status.flow");
        }
    }

    private static ActionItemAdded added(String id, Priority priority, LocalDate dueOn) {
        AddActionItem item = item(id);
        return new ActionItemAdded(
                id, item.title(), item.kind(), priority, null, dueOn, null, List.of("sev1"), List.of());
    }

    private static ActionItemChanged changed(String title, Priority priority, String owner, String dueOn) {
        return new ActionItemChanged(
                "a-1",
                title,
                ActionItemKind.PREVENTION,
                priority,
                owner,
                dueOn == null ? null : LocalDate.parse(dueOn),
                List.of(),
                false);
    }
}
