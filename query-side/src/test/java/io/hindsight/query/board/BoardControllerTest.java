package io.hindsight.query.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.events.DeadlineEvent.DeadlinesSet;
import io.hindsight.events.IncidentEvent.AffectedServicesCorrected;
import io.hindsight.events.IncidentEvent.PostmortemRetagged;
import io.hindsight.events.LifecycleEvent.PostmortemSubmittedForReview;
import io.hindsight.events.OwnershipEvent.OwnerAssigned;
import io.hindsight.events.SectionEvent.SectionWritten;
import io.hindsight.query.Events;
import io.hindsight.query.WebTest;
import io.hindsight.words.ObligationKind;
import io.hindsight.words.Section;
import io.hindsight.words.Severity;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoardControllerTest extends WebTest {
    private static boolean filled;

    @BeforeEach
    void fill() {
        if (filled) {
            return;
        }
        filled = true;
        append(
                "board-a",
                Events.opened("Apples were lost", Severity.SEV_1),
                new PostmortemRetagged(List.of("board")),
                new OwnerAssigned("olga"),
                new DeadlinesSet(List.of(Events.due(ObligationKind.REVIEW, null, "2020-01-01T00:00:00Z"))));
        append(
                "board-b",
                Events.opened("berries went bad", null),
                new PostmortemRetagged(List.of("board", "fruit")),
                new AffectedServicesCorrected(List.of("checkout", "search")),
                new PostmortemSubmittedForReview());
        append(
                "board-c",
                Events.opened("Cherries", Severity.SEV_3),
                new PostmortemRetagged(List.of("board")),
                new SectionWritten(Section.OVERVIEW, "The queues were overflowing with retried messages", false),
                new DeadlinesSet(List.of(Events.due(ObligationKind.REVIEW, null, "2190-01-01T00:00:00Z"))));
    }

    @ParameterizedTest
    @CsvSource({
        "'', board-c board-b board-a",
        "&status=in-review, board-b",
        "&status=in-review&status=draft&sort=openedAt, board-a board-b board-c",
        "&severity=sev-1&severity=sev-3&sort=severity, board-a board-c",
        "&owner=olga, board-a",
        "&service=search, board-b",
        "&overdue=true, board-a",
        "&overdue=false, board-c board-b",
        "&from=2190-01-01T00:00:00Z, ''",
        "&to=2190-01-01T00:00:00Z, board-c board-b board-a",
        "&q=queue+retry+overflow, board-c",
        "&q=queue+apple, ''",
        "&sort=title, board-a board-b board-c",
        "&sort=-title, board-c board-b board-a",
        "&sort=severity, board-a board-c board-b",
        "&sort=status, board-a board-c board-b",
        "&sort=dueAt, board-a board-c board-b",
    })
    void the_list_is_filtered_and_sorted(String query, String ids) {
        assertThat(String.join(" ", ids("/api/postmortems?tag=board" + query))).isEqualTo(ids);
    }

    @Test
    void a_row_says_what_is_owed_next() {
        HttpResponse<String> answer = get("/api/postmortems?tag=board&owner=olga");

        assertThat(WebTest.<Boolean>at(answer, "$.items[0].next.overdue")).isTrue();
        assertThat(WebTest.<String>at(answer, "$.items[0].next.kind")).isEqualTo("review");
        assertThat(WebTest.<String>at(answer, "$.items[0].next.assignee")).isEqualTo("olga");
        assertThat(answer.body()).doesNotContain("\"terms\"", "\"sort\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openedAt", "-openedAt", "severity", "-severity", "title", "-status", "dueAt"})
    void pages_give_each_row_once_while_rows_are_added(String sort) {
        String tag = "pages" + sort;
        for (int i = 0; i < 7; i++) {
            append(tag + i, Events.opened("The same title", null), new PostmortemRetagged(List.of(tag)));
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        for (int page = 0; cursor != null; page++) {
            HttpResponse<String> answer = get(
                    "/api/postmortems?tag=" + tag + "&size=2&sort=" + sort + (page == 0 ? "" : "&cursor=" + cursor));
            seen.addAll(at(answer, "$.items[*].id"));
            cursor = nextCursor(answer);
            append(tag + "-late" + page, Events.opened("The same title", null), new PostmortemRetagged(List.of(tag)));
        }

        assertThat(seen)
                .doesNotHaveDuplicates()
                .contains(tag + 0, tag + 1, tag + 2, tag + 3, tag + 4, tag + 5, tag + 6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=owner",
                "size=0",
                "size=201",
                "size=many",
                "status=open",
                "overdue=perhaps",
                "from=20202-01-16T00:00:00Z",
                "cursor=!",
                "cursor=e30"
            })
    void what_is_asked_wrongly_is_named(String query) {
        HttpResponse<String> answer = get("/api/postmortems?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(WebTest.<String>at(answer, "$.violations[0].field"))
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "1",
                "{",
                "{'o': '-sort.openedAt', 'v': {'$gt': 1}, 'i': 'a'}",
                "{'o': '-sort.openedAt', 'v': {'$date': 'x'}, 'i': 'a'}",
                "{'o': '-sort.openedAt', 'v': null, 'i': 'a'}",
                "{'o': '-sort.openedAt', 'v': 1}",
                "{'o': '+sort.title', 'v': 'a', 'i': 'a'}"
            })
    void a_cursor_that_nobody_gave_is_refused(String cursor) {
        assertRefusedCursor(cursor);
    }

    @Test
    void a_cursor_of_many_lists_in_one_another_is_refused() {
        assertRefusedCursor("{'o': '-sort.openedAt', 'v': " + "[".repeat(4000));
    }

    private void assertRefusedCursor(String json) {
        HttpResponse<String> answer = get("/api/postmortems?cursor="
                + Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    private List<String> ids(String path) {
        return at(get(path), "$.items[*].id");
    }
}
