package io.hindsight.query.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hindsight.events.DeadlineEvent.DeadlinesSet;
import io.hindsight.events.ImpactEvent.ImpactRecorded;
import io.hindsight.events.IncidentEvent.PostmortemRetitled;
import io.hindsight.query.Events;
import io.hindsight.query.WebTest;
import io.hindsight.words.CustomFigure;
import io.hindsight.words.ObligationKind;
import io.hindsight.words.Severity;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentControllerTest extends WebTest {

    @Test
    void a_postmortem_is_answered_with_its_version_as_etag_and_the_position_it_includes() {
        String position = append("doc-1", Events.opened("Search was slow", Severity.SEV_1));

        HttpResponse<String> answer = get("/api/postmortems/doc-1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(answer.headers().firstValue("Event-Position")).contains(position);
        assertThat(WebTest.<String>at(answer, "$.severity")).isEqualTo("sev-1");
        assertThat(WebTest.<String>at(answer, "$.openedAt")).endsWith("Z");
    }

    @Test
    void who_has_the_answer_already_is_told_only_that() {
        append("doc-2", Events.opened());

        HttpResponse<String> answer = get("/api/postmortems/doc-2", "If-None-Match", "\"1\"");

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void the_etag_says_how_much_is_overdue_since_no_event_does() {
        append(
                "doc-3",
                Events.opened(),
                new DeadlinesSet(List.of(Events.due(ObligationKind.OWN, null, "2020-01-01T00:00:00Z"))));

        HttpResponse<String> answer = get("/api/postmortems/doc-3", "If-None-Match", "\"2\"");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).contains("\"2-1\"");
        assertThat(WebTest.<Boolean>at(answer, "$.obligations[0].overdue")).isTrue();
    }

    @Test
    void a_postmortem_reads_as_it_stood_at_a_version_and_at_an_instant() {
        append("doc-4", Events.opened("First", null));
        append("doc-4", new PostmortemRetitled("Second"));

        assertThat(WebTest.<String>at(get("/api/postmortems/doc-4"), "$.title")).isEqualTo("Second");
        assertThat(WebTest.<String>at(get("/api/postmortems/doc-4?version=1"), "$.title"))
                .isEqualTo("First");
        assertThat(WebTest.<String>at(get("/api/postmortems/doc-4?at=2100-01-01T00:00:00Z"), "$.title"))
                .isEqualTo("Second");
        assertThat(get("/api/postmortems/doc-4?version=3").statusCode()).isEqualTo(404);
        assertThat(get("/api/postmortems/doc-4?at=2000-01-01T00:00:00Z").statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_was_overdue_at_an_earlier_version_is_asked_of_its_time() {
        append(
                "doc-then",
                Events.opened(),
                new DeadlinesSet(List.of(Events.due(
                        ObligationKind.OWN, null, Instant.now().plusSeconds(3).toString()))));
        append("doc-then", new PostmortemRetitled("Later"));
        await().until(() -> WebTest.<Boolean>at(get("/api/postmortems/doc-then"), "$.obligations[0].overdue"));

        HttpResponse<String> then = get("/api/postmortems/doc-then?version=2");
        assertThat(WebTest.<Boolean>at(then, "$.obligations[0].overdue")).isFalse();
        assertThat(then.headers().firstValue("ETag")).contains("\"2\"");
        HttpResponse<String> now = get("/api/postmortems/doc-then?version=3");
        assertThat(WebTest.<Boolean>at(now, "$.obligations[0].overdue")).isTrue();
        assertThat(now.body()).isEqualTo(get("/api/postmortems/doc-then").body());
    }

    @Test
    void a_figure_of_the_policys_is_the_same_number_wherever_it_is_read() {
        append("doc-5", Events.opened(), lost("1200.5"), lost("90000000000000000"));

        HttpResponse<String> stored = get("/api/postmortems/doc-5");

        assertThat(stored.body()).contains("\"amount\":90000000000000000}");
        assertThat(get("/api/postmortems/doc-5?version=3").body()).isEqualTo(stored.body());
        assertThat(get("/api/postmortems/doc-5?version=2").body()).contains("\"amount\":1200.5}");
        assertThat(get("/api/postmortems/doc-5/history").body())
                .contains(
                        "{\"path\":\"impact.customFigures[revenue].amount\",\"before\":1200.5,\"after\":90000000000000000}");
    }

    private static ImpactRecorded lost(String amount) {
        return new ImpactRecorded(
                null,
                List.of(new CustomFigure("revenue", "Revenue lost", "EUR", new BigDecimal(amount))),
                List.of(),
                null);
    }

    @Test
    void what_is_not_there_is_404_and_what_can_be_no_id_is_400() {
        HttpResponse<String> unknown = get("/api/postmortems/nobody-opened-it");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(WebTest.<String>at(unknown, "$.code")).isEqualTo("postmortem-not-found");
        assertThat(get("/api/postmortems/no.such.id").statusCode()).isEqualTo(400);
        assertThat(get("/api/postmortems/doc-1?version=0").statusCode()).isEqualTo(400);
        assertThat(get("/api/postmortems/doc-1?version=one").statusCode()).isEqualTo(400);
        assertThat(get("/api/postmortems/doc-1?version=1&at=2100-01-01T00:00:00Z")
                        .statusCode())
                .isEqualTo(400);
    }
}
