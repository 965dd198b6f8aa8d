package io.hindsight.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.eventstore.EventPosition;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every read. */
class ReadingTest extends WebTest {

    @Test
    void an_answer_says_up_to_which_point_it_includes_everything() {
        for (int i = 0; i < 20; i++) {
            String position = append("reading-point-" + i, Events.opened());

            HttpResponse<String> answer = send("GET", "/api/dashboard", "Min-Event-Position", position);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(index(answer.headers().firstValue("Event-Position").orElseThrow()))
                    .isGreaterThanOrEqualTo(index(position));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/postmortems",
                "/api/postmortems/reading-1",
                "/api/postmortems/reading-1/history",
                "/api/postmortems/reading-1/export.json",
                "/api/postmortems/reading-1/export.md",
                "/api/postmortems/reading-1/export.html",
                "/api/postmortems/reading-1/diff?from=1",
                "/api/history?postmortem=reading-1",
                "/api/obligations?assignee=nobody",
                "/api/action-items?owner=nobody",
                "/api/dashboard",
                "/api/me"
            })
    void every_read_has_an_etag_and_a_position_waits_for_a_point_and_refuses_what_it_does_not_know(String path) {
        append("reading-1", Events.opened());

        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Event-Position")).contains(head().toString());
        String etag = answer.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = get(path, "If-None-Match", etag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();

        HttpResponse<String> behind =
                send("GET", path, "Min-Event-Position", point(head().index() + 1000), "Prefer", "wait=0");
        assertThat(behind.statusCode()).isEqualTo(503);
        assertThat(behind.headers().firstValue("Retry-After")).isPresent();
        assertThat(WebTest.<String>at(behind, "$.code")).isEqualTo("read-model-behind");

        assertThat(send("GET", path, "Min-Event-Position", "no point!").statusCode())
                .isEqualTo(400);
        HttpResponse<String> unknown = send("GET", path + (path.contains("?") ? "&" : "?") + "no-such-filter=1");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(WebTest.<String>at(unknown, "$.violations[0].field")).isEqualTo("no-such-filter");
    }

    @Test
    void a_read_waits_for_as_long_as_it_prefers() {
        Instant start = Instant.now();

        HttpResponse<String> answer = send(
                "GET",
                "/api/dashboard",
                "Min-Event-Position",
                point(head().index() + 1000),
                "Prefer",
                "respond-async, wait=1");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(Duration.between(start, Instant.now())).isBetween(Duration.ofMillis(950), Duration.ofSeconds(4));
    }

    private static String point(long index) {
        return new EventPosition(index).toString();
    }

    private static long index(String position) {
        return EventPosition.parse(position).index();
    }
}
