package io.hindsight.query.obligations;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.events.ActionItemEvent.ActionItemCompleted;
import io.hindsight.events.ActionItemEvent.ActionItemRetagged;
import io.hindsight.events.DeadlineEvent.DeadlinesSet;
import io.hindsight.events.IncidentEvent.AffectedServicesCorrected;
import io.hindsight.events.IncidentEvent.PostmortemRetagged;
import io.hindsight.events.IncidentEvent.PostmortemRetitled;
import io.hindsight.events.LifecycleEvent.PostmortemSubmittedForReview;
import io.hindsight.events.OwnershipEvent.OwnerAssigned;
import io.hindsight.query.Events;
import io.hindsight.query.WebTest;
import io.hindsight.words.ObligationKind;
import io.hindsight.words.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObligationControllerTest extends WebTest {
    private static final String PAST = "2020-01-01T00:00:00Z";
    private static final String LONG_PAST = "2019-01-01T00:00:00Z";
    private static final String FUTURE = "2990-01-01T00:00:00Z";

    @Test
    void what_is_open_is_listed_the_most_overdue_first() {
        append(
                "owed-1",
                Events.opened(),
                new OwnerAssigned("piet"),
                new DeadlinesSet(List.of(
                        Events.due(ObligationKind.REVIEW, null, PAST),
                        Events.due(ObligationKind.SHARE_FOR_REVIEW, null, FUTURE),
                        Events.due(ObligationKind.HOLD_MEETING, null, LONG_PAST))));

        assertThat(kinds("assignee=piet")).containsExactly("hold-meeting", "review", "share-for-review");
        assertThat(kinds("assignee=piet&overdue=true")).containsExactly("hold-meeting", "review");
        assertThat(kinds("assignee=piet&overdue=false")).containsExactly("share-for-review");
        assertThat(kinds("assignee=piet&kind=review&kind=own")).containsExactly("review");
        assertThat(kinds("assignee=piet&dueBefore=2019-06-01T00:00:00Z")).containsExactly("hold-meeting");
        assertThat(WebTest.<List<Boolean>>at(get("/api/obligations?assignee=piet"), "$.items[*].overdue"))
                .containsExactly(true, true, false);
    }

    @Test
    void what_is_owed_is_found_by_what_its_postmortem_is() {
        append(
                "owed-4",
                Events.opened("Mail was slow", Severity.SEV_1),
                new AffectedServicesCorrected(List.of("owed-mail", "owed-queue")),
                new PostmortemRetagged(List.of("team-owed")),
                new OwnerAssigned("yara"),
                Events.item("a1", "zoe"),
                new ActionItemRetagged("a1", List.of("sev1", "sev1_20260302")),
                new DeadlinesSet(List.of(
                        Events.due(ObligationKind.ACTION_ITEM, "a1", PAST),
                        Events.due(ObligationKind.REVIEW, null, FUTURE))));
        append(
                "owed-5",
                Events.opened("Queues were long", Severity.SEV_2),
                new AffectedServicesCorrected(List.of("owed-queue")),
                new PostmortemRetagged(List.of("team-owed", "late")),
                new PostmortemSubmittedForReview(),
                new DeadlinesSet(List.of(Events.due(ObligationKind.OWN, null, PAST))));

        assertThat(owed("tag=team-owed")).containsExactly("owed-4 action-item", "owed-5 own", "owed-4 review");
        assertThat(owed("tag=late&tag=sev1_20260302&service=owed-queue"))
                .containsExactly("owed-4 action-item", "owed-5 own");
        assertThat(owed("service=owed-mail")).containsExactly("owed-4 action-item", "owed-4 review");
        assertThat(owed("tag=team-owed&severity=sev-2")).containsExactly("owed-5 own");
        assertThat(owed("tag=team-owed&status=in-review")).containsExactly("owed-5 own");
        assertThat(owed("owner=yara")).containsExactly("owed-4 action-item", "owed-4 review");
        assertThat(owed("owner=yara&assignee=zoe")).containsExactly("owed-4 action-item");
        assertThat(owed("tag=team-owed&owner=nobody")).isEmpty();
        assertThat(WebTest.<List<String>>at(get("/api/obligations?assignee=zoe"), "$.items[0].tags"))
                .containsExactly("team-owed", "sev1", "sev1_20260302");

        append("owed-5", new PostmortemRetagged(List.of("other-owed")));
        assertThat(owed("tag=late")).isEmpty();
        assertThat(owed("tag=other-owed")).containsExactly("owed-5 own");
    }

    @Test
    void the_next_page_goes_on_after_the_last_row() {
        append(
                "owed-2",
                Events.opened(),
                new OwnerAssigned("quin"),
                new DeadlinesSet(List.of(
                        Events.due(ObligationKind.REVIEW, null, PAST),
                        Events.due(ObligationKind.HOLD_MEETING, null, PAST),
                        Events.due(ObligationKind.SHARE_FOR_REVIEW, null, PAST))));

        var first = get("/api/obligations?assignee=quin&size=2");
        var second = get("/api/obligations?assignee=quin&size=2&cursor=" + nextCursor(first));

        assertThat(WebTest.<List<String>>at(first, "$.items[*].kind")).containsExactly("hold-meeting", "review");
        assertThat(WebTest.<List<String>>at(second, "$.items[*].kind")).containsExactly("share-for-review");
        assertThat(nextCursor(second)).isNull();
    }

    @Test
    void what_is_done_or_lifted_or_passed_on_leaves_the_list() {
        append(
                "owed-3",
                Events.opened(),
                new OwnerAssigned("rosa"),
                Events.item("a1", "sven"),
                new DeadlinesSet(List.of(
                        Events.due(ObligationKind.REVIEW, null, PAST),
                        Events.due(ObligationKind.ACTION_ITEM, "a1", PAST))));
        assertThat(kinds("assignee=rosa")).containsExactly("review");
        assertThat(kinds("assignee=sven")).containsExactly("action-item");

        append(
                "owed-3",
                new PostmortemRetitled("Another title"),
                new ActionItemCompleted("a1"),
                new OwnerAssigned("tom"));
        assertThat(kinds("assignee=rosa")).isEmpty();
        assertThat(kinds("assignee=sven")).isEmpty();
        assertThat(WebTest.<String>at(get("/api/obligations?assignee=tom"), "$.items[0].title"))
                .isEqualTo("Another title");

        append("owed-3", new DeadlinesSet(List.of(Events.due(ObligationKind.REVIEW, null, null))));
        assertThat(kinds("assignee=tom")).isEmpty();
    }

    private List<String> owed(String query) {
        List<Map<String, String>> rows = at(get("/api/obligations?" + query), "$.items");
        return rows.stream()
                .map(row -> row.get("postmortemId") + " " + row.get("kind"))
                .toList();
    }

    private List<String> kinds(String query) {
        return at(get("/api/obligations?" + query), "$.items[*].kind");
    }
}
