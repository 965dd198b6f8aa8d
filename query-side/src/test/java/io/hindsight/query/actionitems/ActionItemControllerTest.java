package io.hindsight.query.actionitems;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.events.ActionItemEvent.ActionItemAdded;
import io.hindsight.events.ActionItemEvent.ActionItemCompleted;
import io.hindsight.events.ActionItemEvent.ActionItemReopened;
import io.hindsight.events.ActionItemEvent.ActionItemTicketLinked;
import io.hindsight.events.DeadlineEvent.DeadlinesSet;
import io.hindsight.events.IncidentEvent.AffectedServicesCorrected;
import io.hindsight.events.IncidentEvent.PostmortemRetagged;
import io.hindsight.events.LifecycleEvent.PostmortemReopened;
import io.hindsight.events.LifecycleEvent.PostmortemWaived;
import io.hindsight.events.OwnershipEvent.OwnerAssigned;
import io.hindsight.events.RestrictionEvent.PostmortemRestricted;
import io.hindsight.query.Events;
import io.hindsight.query.WebTest;
import io.hindsight.words.ActionItemKind;
import io.hindsight.words.Deadline;
import io.hindsight.words.ObligationKind;
import io.hindsight.words.Priority;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ActionItemControllerTest extends WebTest {

    @Test
    void items_of_all_postmortems_are_listed_what_is_due_first_on_top() {
        append(
                "items-1",
                Events.opened("One", null),
                new AffectedServicesCorrected(List.of("mail-1")),
                new PostmortemRetagged(List.of("uma-team")),
                item("none", Priority.P4),
                item("late", Priority.P0),
                new DeadlinesSet(List.of(Events.due(ObligationKind.ACTION_ITEM, "late", "2020-01-01T00:00:00Z"))));
        append(
                "items-2",
                Events.opened("Two", null),
                item("later", Priority.P1),
                new DeadlinesSet(List.of(Events.due(ObligationKind.ACTION_ITEM, "later", "2990-01-01T00:00:00Z"))));

        assertThat(ids("owner=uma")).containsExactly("late", "later", "none");
        assertThat(ids("owner=uma&overdue=true")).containsExactly("late");
        assertThat(ids("owner=uma&overdue=false")).containsExactly("later", "none");
        assertThat(ids("owner=uma&priority=p1&priority=p4")).containsExactly("later", "none");
        assertThat(ids("owner=uma&kind=preparedness")).isEmpty();
        assertThat(ids("tag=uma-tag&service=mail-1")).containsExactly("late", "none");

        assertThat(ids("tag=uma-team")).containsExactly("late", "none");

        var first = get("/api/action-items?owner=uma&size=1");
        assertThat(ids("owner=uma&size=2&cursor=" + nextCursor(first))).containsExactly("later", "none");
        assertThat(WebTest.<String>at(first, "$.items[0].postmortemTitle")).isEqualTo("One");
    }

    @Test
    void an_owner_with_a_comma_in_the_name_is_one_owner_and_several_are_asked_for_one_by_one() {
        append("items-comma-1", Events.opened(), Events.item("jane", "Doe, Jane"), Events.item("doe", "Doe"));

        assertThat(ids("owner=Doe,%20Jane")).containsExactly("jane");
        assertThat(ids("owner=Doe,%20Jane&owner=Doe")).containsExactlyInAnyOrder("jane", "doe");
    }

    @Test
    void an_item_is_open_until_it_is_done_and_again_once_it_is_reopened() {
        append("items-3", Events.opened(), Events.item("a1", "vera"), new ActionItemTicketLinked("a1", "https://t/1"));
        assertThat(ids("owner=vera&open=true")).containsExactly("a1");
        assertThat(WebTest.<String>at(get("/api/action-items?owner=vera"), "$.items[0].status"))
                .isEqualTo("ticketed");

        append("items-3", new ActionItemCompleted("a1"));
        assertThat(ids("owner=vera&open=true")).isEmpty();
        assertThat(ids("owner=vera&open=false")).containsExactly("a1");

        append("items-3", new ActionItemReopened("a1"));
        assertThat(ids("owner=vera&open=true")).containsExactly("a1");
    }

    @Test
    void an_item_of_a_restricted_postmortem_falls_to_one_of_its_people_as_the_obligation_does() {
        append(
                "items-5",
                Events.opened(),
                Events.item("secret", "xan"),
                new DeadlinesSet(List.of(Events.due(ObligationKind.ACTION_ITEM, "secret", "2990-01-01T00:00:00Z"))),
                new PostmortemRestricted(List.of("yara")));

        assertThat(ids("assignee=xan")).isEmpty();
        assertThat(ids("assignee=yara")).containsExactly("secret");
    }

    @Test
    void what_is_on_the_callers_plate_is_theirs_alone() {
        append("items-4", Events.opened(), Events.item("mine", "admin"), Events.item("theirs", "wim"));

        var me = get("/api/me");

        assertThat(WebTest.<String>at(me, "$.name")).isEqualTo("admin");
        assertThat(WebTest.<List<String>>at(me, "$.roles")).contains("administrator", "reader");
        assertThat(WebTest.<List<String>>at(me, "$.actionItems[*].itemId"))
                .contains("mine")
                .doesNotContain("theirs");
    }

    @Test
    void nothing_is_to_do_on_a_waived_postmortem_and_all_of_it_again_once_it_is_reopened() {
        Deadline due = Events.due(ObligationKind.ACTION_ITEM, "a1", "2020-01-01T00:00:00Z");
        append(
                "items-6",
                Events.opened(),
                new PostmortemRetagged(List.of("waived-items")),
                Events.item("a1", "admin"),
                new DeadlinesSet(List.of(due)));
        assertThat(onThePlate("items-6")).containsExactly("a1", "a1");
        assertThat(ids("tag=waived-items&open=true")).containsExactly("a1");
        assertThat(ids("tag=waived-items&overdue=true")).containsExactly("a1");

        // As the command side decides it: with the waiver, what was owed is owed no more.
        append(
                "items-6",
                new PostmortemWaived(),
                new DeadlinesSet(List.of(Events.due(ObligationKind.ACTION_ITEM, "a1", null))));
        assertThat(onThePlate("items-6")).isEmpty();
        assertThat(ids("tag=waived-items&open=true")).isEmpty();
        assertThat(ids("tag=waived-items&overdue=true")).isEmpty();
        assertThat(ids("tag=waived-items&open=false")).containsExactly("a1");
        assertThat(WebTest.<String>at(get("/api/action-items?tag=waived-items"), "$.items[0].status"))
                .as("what was decided of it stands")
                .isEqualTo("topic");

        append("items-6", new PostmortemReopened(), new DeadlinesSet(List.of(due)));
        assertThat(onThePlate("items-6")).containsExactly("a1", "a1");
        assertThat(ids("tag=waived-items&open=true")).containsExactly("a1");
    }

    /** The action items of a postmortem that the caller owes, and those that fall to them. */
    private List<String> onThePlate(String postmortem) {
        var me = get("/api/me");
        return Stream.of(
                        "$.obligations[?(@.postmortemId == '%s')].subject",
                        "$.actionItems[?(@.postmortemId == '%s')].itemId")
                .flatMap(path -> WebTest.<List<String>>at(me, path.formatted(postmortem)).stream())
                .toList();
    }

    @Test
    void an_item_without_an_owner_falls_to_the_postmortems_and_follows_it_to_the_next_one() {
        append(
                "items-5",
                Events.opened(),
                new OwnerAssigned("admin"),
                Events.item("nobodys", null),
                Events.item("wims", "wim"),
                new DeadlinesSet(List.of(Events.due(ObligationKind.ACTION_ITEM, "nobodys", "2020-01-01T00:00:00Z"))));

        var me = get("/api/me");
        assertThat(WebTest.<List<String>>at(me, "$.obligations[?(@.postmortemId == 'items-5')].subject"))
                .containsExactly("nobodys");
        assertThat(WebTest.<List<String>>at(me, "$.actionItems[?(@.postmortemId == 'items-5')].itemId"))
                .containsExactly("nobodys");
        assertThat(ids("assignee=admin")).contains("nobodys");
        assertThat(ids("owner=admin")).doesNotContain("nobodys");

        append("items-5", new OwnerAssigned("xaver"));
        assertThat(ids("assignee=xaver")).containsExactly("nobodys");
        assertThat(ids("assignee=admin")).doesNotContain("nobodys");
    }

    private static ActionItemAdded item(String id, Priority priority) {
        return new ActionItemAdded(
                id,
                "Watch the queue",
                ActionItemKind.PREVENTION,
                priority,
                "uma",
                null,
                null,
                List.of("uma-tag"),
                List.of());
    }

    private List<String> ids(String query) {
        return at(get("/api/action-items?" + query), "$.items[*].itemId");
    }
}
