package io.hindsight.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.events.IncidentEvent.PostmortemRetitled;
import io.hindsight.events.SectionEvent.SectionWritten;
import io.hindsight.query.Events;
import io.hindsight.query.WebTest;
import io.hindsight.words.Section;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiffControllerTest extends WebTest {

    @Test
    void two_versions_differ_field_by_field_and_a_text_word_by_word() {
        append(
                "diff-1",
                Events.opened(),
                new SectionWritten(Section.OVERVIEW, "Search was slow.", false),
                Events.entry("e1", "2026-03-01T10:00:00Z", "It began"),
                new SectionWritten(Section.OVERVIEW, "Search was very slow.", false));

        HttpResponse<String> answer = get("/api/postmortems/diff-1/diff?from=2");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(WebTest.<Integer>at(answer, "$.to")).isEqualTo(4);
        assertThat(WebTest.<List<String>>at(answer, "$.changes[*].path")).contains("timeline[e1]");
        String text = "$.changes[?(@.path == 'sections.overview.text')]";
        assertThat(WebTest.<List<String>>at(answer, text + ".before")).containsExactly("Search was slow.");
        assertThat(WebTest.<List<String>>at(answer, text + ".words[*].op")).containsExactly("same", "added", "same");
        assertThat(WebTest.<List<String>>at(answer, text + ".words[*].text"))
                .containsExactly("Search was", " very", " slow.");
    }

    @Test
    void the_way_back_is_told_by_the_later_version_first() {
        append("diff-2", Events.opened("First", null), new PostmortemRetitled("Second"));

        assertThat(WebTest.<List<String>>at(
                        get("/api/postmortems/diff-2/diff?from=2&to=1"), "$.changes[?(@.path == 'title')].after"))
                .containsExactly("First");
        assertThat(WebTest.<List<?>>at(get("/api/postmortems/diff-2/diff?from=2&to=2"), "$.changes"))
                .isEmpty();
    }

    @Test
    void a_version_that_is_not_there_is_404_and_what_is_no_version_400() {
        append("diff-3", Events.opened());

        assertThat(get("/api/postmortems/diff-3/diff?from=1&to=2").statusCode()).isEqualTo(404);
        assertThat(get("/api/postmortems/nobody-opened-it/diff?from=1").statusCode())
                .isEqualTo(404);
        assertThat(get("/api/postmortems/diff-3/diff").statusCode()).isEqualTo(400);
        assertThat(WebTest.<List<String>>at(get("/api/postmortems/diff-3/diff?from=0"), "$.violations[*].field"))
                .containsExactly("from");
        assertThat(WebTest.<List<String>>at(get("/api/postmortems/diff-3/diff?from=1&to=0"), "$.violations[*].field"))
                .containsExactly("to");
    }
}
