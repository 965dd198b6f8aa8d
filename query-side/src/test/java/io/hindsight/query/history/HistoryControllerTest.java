package io.hindsight.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.events.IncidentEvent.PostmortemRetitled;
import io.hindsight.events.OwnershipEvent.OwnerAssigned;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.query.Events;
import io.hindsight.query.WebTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HistoryControllerTest extends WebTest {

    @Test
    void a_postmortems_history_is_newest_first_and_says_who_did_what() {
        append("history-1", Events.opened("First", null), new PostmortemRetitled("Second"), new OwnerAssigned("ben"));

        HttpResponse<String> answer = get("/api/postmortems/history-1/history");

        assertThat(WebTest.<List<Integer>>at(answer, "$.items[*].version")).containsExactly(3, 2, 1);
        assertThat(WebTest.<String>at(answer, "$.items[0].actor")).isEqualTo("ana");
        assertThat(WebTest.<String>at(answer, "$.items[1].action")).isEqualTo("postmortem-retitled");
        assertThat(WebTest.<String>at(answer, "$.items[1].changes[0].before")).isEqualTo("First");
        assertThat(WebTest.<String>at(answer, "$.items[1].changes[0].after")).isEqualTo("Second");
        assertThat(answer.body()).doesNotContain("\"paths\"");
    }

    @Test
    void pages_go_through_a_long_history_without_gap_or_repeat_while_it_grows() {
        PostmortemEvent[] events = LongStream.range(0, 450)
                .mapToObj(i -> i == 0 ? Events.opened() : new PostmortemRetitled("Title " + i))
                .toArray(PostmortemEvent[]::new);
        append("history-2", events);

        List<Integer> versions = new ArrayList<>();
        String cursor = null;
        do {
            HttpResponse<String> answer =
                    get("/api/postmortems/history-2/history?size=70" + (cursor == null ? "" : "&cursor=" + cursor));
            versions.addAll(WebTest.<List<Integer>>at(answer, "$.items[*].version"));
            cursor = nextCursor(answer);
            append("history-2", new OwnerAssigned("ben"));
        } while (cursor != null);

        Collections.reverse(versions);
        assertThat(versions)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 450).mapToObj(i -> (int) i).toList());
    }

    @Test
    void entries_are_found_by_what_happened_and_by_what_it_changed() {
        append("history-3", Events.opened("First", null), new PostmortemRetitled("Second"), new OwnerAssigned("ben"));
        append("history-3", Events.entry("e1", "2026-03-02T10:00:00Z", "Paged"));

        assertThat(versions("/api/postmortems/history-3/history?action=owner-assigned&action=postmortem-retitled"))
                .containsExactly(3, 2);
        assertThat(versions("/api/postmortems/history-3/history?path=timeline")).containsExactly(4);
        assertThat(versions("/api/postmortems/history-3/history?path=timeline%5Be1%5D"))
                .containsExactly(4);
        assertThat(versions("/api/postmortems/history-3/history?actor=nobody")).isEmpty();
        assertThat(versions("/api/postmortems/history-3/history?from=2190-01-01T00:00:00Z"))
                .isEmpty();
        assertThat(versions("/api/postmortems/history-3/history?to=2190-01-01T00:00:00Z&actor=ana"))
                .hasSize(4);
    }

    @Test
    void the_trail_over_everything_is_newest_first_across_postmortems() {
        append("history-4", Events.opened("First", null));
        append("history-5", Events.opened("Second", null));
        append("history-4", new PostmortemRetitled("Third"));

        HttpResponse<String> first = get("/api/history?postmortem=history-4&postmortem=history-5&size=2");
        HttpResponse<String> second =
                get("/api/history?postmortem=history-4&postmortem=history-5&size=2&cursor=" + nextCursor(first));

        assertThat(WebTest.<List<String>>at(first, "$.items[*].postmortemId"))
                .containsExactly("history-4", "history-5");
        assertThat(WebTest.<List<String>>at(second, "$.items[*].postmortemId")).containsExactly("history-4");
        assertThat(nextCursor(second)).isNull();
        assertThat(versions("/api/history?postmortem=history-4&path=title&action=postmortem-retitled"))
                .containsExactly(2);
    }

    @Test
    void the_history_of_what_is_not_there_is_404() {
        assertThat(get("/api/postmortems/nobody-opened-it/history").statusCode())
                .isEqualTo(404);
        assertThat(get("/api/postmortems/no.such.id/history").statusCode()).isEqualTo(400);
        assertThat(get("/api/postmortems/history-1/history?cursor=x").statusCode())
                .isEqualTo(400);
    }

    private List<Integer> versions(String path) {
        return at(get(path), "$.items[*].version");
    }
}
