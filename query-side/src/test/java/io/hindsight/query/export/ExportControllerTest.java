package io.hindsight.query.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.events.ActionItemEvent.ActionItemAdded;
import io.hindsight.events.ActionItemEvent.ActionItemDeclined;
import io.hindsight.events.CommentEvent.CommentAdded;
import io.hindsight.events.CommentEvent.CommentResolved;
import io.hindsight.events.EventMetadata;
import io.hindsight.events.ExternalMessageEvent.ExternalMessageDrafted;
import io.hindsight.events.FactorEvent.ContributingFactorAdded;
import io.hindsight.events.ImpactEvent.ImpactRecorded;
import io.hindsight.events.IncidentEvent.PostmortemRetitled;
import io.hindsight.events.PointEvent.WentBadlyAdded;
import io.hindsight.events.PointEvent.WentWellAdded;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.events.ReviewEvent.ChangesRequested;
import io.hindsight.events.ReviewEvent.MarkedReviewed;
import io.hindsight.events.ReviewEvent.RequestedChangesAnswered;
import io.hindsight.events.SectionEvent.SectionWritten;
import io.hindsight.events.TimelineEvent.TimelineEntryAdded;
import io.hindsight.events.TimelineEvent.TimelineEntryCorrected;
import io.hindsight.query.Events;
import io.hindsight.query.WebTest;
import io.hindsight.query.fold.DocumentFold;
import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.fold.RecordedEvent;
import io.hindsight.words.Anchor;
import io.hindsight.words.EntryKind;
import io.hindsight.words.ImpactFigures;
import io.hindsight.words.Section;
import io.hindsight.words.TimeReasons;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportControllerTest extends WebTest {

    @Test
    void markdown_has_the_sections_in_the_order_of_the_process() {
        append("export-1", Events.opened(), new SectionWritten(Section.OVERVIEW, "It was slow.", false));

        HttpResponse<String> answer = get("/api/postmortems/export-1/export.md");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("# Search was slow\n");
        assertThat(answer.body())
                .containsSubsequence(
                        "## Overview\n\nIt was slow.\n",
                        "## What happened",
                        "## Contributing factors",
                        "## Resolution",
                        "## Impact",
                        "## What went well",
                        "## What didn’t go so well",
                        "## Timeline",
                        "## Responders",
                        "## Meeting and call recording",
                        "## Action items",
                        "## External message");
    }

    @Test
    void what_went_badly_says_what_answers_it() {
        append(
                "export-answers",
                Events.opened(),
                new ContributingFactorAdded("f1", "The retry storm", true),
                new WentBadlyAdded("b1", "Nobody was paged", null),
                new WentBadlyAdded("b2", "The page was empty", "It was a drill"),
                new WentBadlyAdded("b3", "The runbook was old", null),
                new WentWellAdded("w1", "The rollback was quick"),
                new ActionItemAdded(
                        "a1", "Alert on latency", null, null, null, null, null, List.of(), List.of("b1", "b2")));

        String markdown = get("/api/postmortems/export-answers/export.md").body();

        assertThat(markdown)
                .contains(
                        "\n- **Made it worse:** The retry storm\n",
                        "\n- Nobody was paged\n  \n  - **Answered by:** Alert on latency (topic)\n",
                        "\n- The page was empty\n  \n  - **Answered:** It was a drill\n  - **Answered by:** Alert on latency (topic)\n",
                        "\n- The runbook was old\n  \n  - Not answered yet\n",
                        "\n- The rollback was quick\n\n")
                .doesNotContain(" **\n");
    }

    @Test
    void why_an_item_was_declined_an_entry_corrected_and_what_was_answered_to_a_request_for_changes_is_said() {
        Map<String, String> metadata = new HashMap<>(Events.metadata());
        metadata.put(EventMetadata.REASON, "The load test covers it");
        PostmortemDocument document = null;
        for (PostmortemEvent event : List.of(
                Events.opened(),
                Events.item("a1", "ben"),
                new ActionItemDeclined("a1"),
                Events.entry("e1", null, "Paged"),
                new TimelineEntryCorrected("e1", null, null, "Paged again", null, null, false, false),
                new ChangesRequested("ben", 1, false, "Name the service"),
                new RequestedChangesAnswered("ben"))) {
            long version = document == null ? 1 : document.version() + 1;
            document = DocumentFold.fold(document, new RecordedEvent("pm-1", version, Events.START, event, metadata));
        }

        assertThat(new String(ExportController.markdown(document, "Factors"), StandardCharsets.UTF_8))
                .contains(
                        "Paged again\n",
                        "- Corrected; at first: Paged\n",
                        "- Corrected by ana, 2026-03-02 10:00:00 UTC: The load test covers it\n",
                        "**Watch the queue** (declined)",
                        "- **Declined:** The load test covers it\n",
                        "Name the service",
                        "- **Answered:** ana, 2026-03-02 10:00:00 UTC: The load test covers it\n");
    }

    @Test
    void comments_stand_in_their_threads_with_what_they_are_about_and_who_resolved_them() {
        PostmortemDocument document = Events.folded(
                Events.opened(),
                new CommentAdded("c1", "ana", "Which graph?", new Anchor(null, "e1", null, null, null), null),
                new CommentAdded("c2", "ana", "Another thread", null, null),
                new CommentAdded("c3", "ben", "The second one", null, "c1"),
                new CommentResolved("c1"));

        assertThat(markdown(document))
                .containsSubsequence(
                        ", on the timeline entry e1, resolved by ana: Which graph?\n",
                        "\n  - **ben** ",
                        ": The second one\n",
                        "\n- **ana** ",
                        ": Another thread\n");
    }

    @Test
    void however_long_a_thread_is_its_answers_stand_on_one_level() {
        List<PostmortemEvent> events = new ArrayList<>(List.of(Events.opened()));
        for (int i = 0; i < 3_000; i++) {
            events.add(new CommentAdded("c" + i, "ana", "Answer " + i, null, i == 0 ? null : "c" + (i - 1)));
        }

        assertThat(markdown(Events.folded(events.toArray(PostmortemEvent[]::new))))
                .containsSubsequence(
                        "\n- **ana** ", "Answer 0\n", "\n  - **ana** ", "Answer 1\n", "\n  - **ana** ", "Answer 2999");
    }

    @Test
    void each_part_of_the_external_message_stands_under_its_name_and_takes_in_no_other() {
        String markdown = markdown(Events.folded(
                Events.opened(),
                new ExternalMessageDrafted("Checkout was slow.\n```\nopen", "A query.", null, "Sorry.", false)));

        assertThat(markdown)
                .containsSubsequence(
                        "### Summary\n",
                        "Checkout was slow.",
                        "\n### What happened\n\nA query.\n",
                        "\n### Apology\n\nSorry.\n");
    }

    @Test
    void figures_under_a_section_that_was_emptied_are_something_recorded_and_marks_say_when_it_was() {
        String markdown = markdown(Events.folded(
                Events.opened(),
                Events.entry("s", "2026-03-02T09:00:00Z", EntryKind.INCIDENT_STARTED),
                new SectionWritten(Section.IMPACT, "Much", false),
                new SectionWritten(Section.IMPACT, "", false),
                new ImpactRecorded(
                        new ImpactFigures(null, null, null, 0L, null, null, null), List.of(), List.of(), null)));

        assertThat(markdown).contains("## Impact\n\n- **Events dropped", "**Started:** 2026-03-02 09:00:00 UTC\n");
    }

    private static String markdown(PostmortemDocument document) {
        return new String(ExportController.markdown(document, "Factors"), StandardCharsets.UTF_8);
    }

    @Test
    void an_item_of_a_list_begins_with_what_somebody_wrote_and_figures_are_something_recorded() {
        append(
                "export-plain",
                Events.opened(),
                new ContributingFactorAdded("f1", "The load test is small", false),
                new ImpactRecorded(
                        new ImpactFigures(Duration.ofHours(1), Duration.ofMinutes(5), null, null, 312L, null, null),
                        List.of(),
                        List.of(),
                        new TimeReasons("A drill", "A late downgrade")));

        String markdown = get("/api/postmortems/export-plain/export.md").body();

        assertThat(markdown).contains("\n- The load test is small\n").doesNotContain("&#32;");
        assertThat(markdown.substring(markdown.indexOf("## Impact"), markdown.indexOf("## What went well")))
                .contains(
                        "312",
                        "Why the time in SEV-1 is not the timeline’s:** A drill",
                        "Why the time in SEV-2 is not the timeline’s:** A late downgrade")
                .doesNotContain("Nothing recorded");
    }

    @Test
    void no_line_ends_in_a_space_where_nothing_or_a_list_follows() {
        append(
                "export-spaces",
                Events.opened(),
                new MarkedReviewed("ben", 1, false, null),
                new MarkedReviewed("mia", 1, true, "Well done"),
                new CommentAdded("c1", "dee", "- one\n- two", null, null));

        String markdown = get("/api/postmortems/export-spaces/export.md").body();

        assertThat(markdown).contains("approved", "Well done", "- one");
        assertThat(markdown.lines()).noneMatch(line -> line.matches(".*\\S( |&#32;)+"));
    }

    @Test
    void html_is_a_page_that_may_do_nothing_with_the_start_red_and_the_resolution_green() {
        append(
                "export-2",
                Events.opened("<b>Slow</b>", null),
                mark("start", "10:00", EntryKind.INCIDENT_STARTED),
                mark("end", "11:00", EntryKind.INCIDENT_RESOLVED),
                new ActionItemAdded(
                        "a1", "Fix it", null, null, "ben", null, "https://tickets.example/1", List.of(), List.of()));

        HttpResponse<String> answer = get("/api/postmortems/export-2/export.html");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'sha256-")
                .contains("sandbox")
                .doesNotContain("unsafe");
        assertThat(answer.body())
                .contains("<title>&lt;b&gt;Slow&lt;/b&gt;</title>")
                .containsSubsequence("<li class=\"start\">", "<li class=\"resolution\">")
                .contains("rel=\"noopener noreferrer nofollow\"")
                .contains("Time to resolve:</strong> 1 h");
        Harmless.assertHtml(answer.body());
    }

    @ParameterizedTest
    @CsvSource({
        "export.md, text/markdown;charset=UTF-8, attachment",
        "export.html, text/html;charset=UTF-8, inline",
    })
    void each_file_has_its_type_and_name_and_reads_as_it_once_stood(String file, String type, String disposition) {
        String id = "export-3" + file.charAt(7);
        append(id, Events.opened("First", null));
        append(id, new PostmortemRetitled("Second"));
        String path = "/api/postmortems/" + id + "/" + file;

        HttpResponse<String> answer = get(path);

        assertThat(answer.headers().firstValue("Content-Type")).contains(type);
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .isEqualTo(disposition + "; filename=\"postmortem-" + id + file.substring(6) + "\"");
        assertThat(answer.body()).contains("Second");
        assertThat(get(path + "?version=1").body()).contains("First").doesNotContain("Second");
        assertThat(get(path + "?version=3").statusCode()).isEqualTo(404);
        assertThat(get(path.replace(id, "nobody-opened-it")).statusCode()).isEqualTo(404);
    }

    private static TimelineEntryAdded mark(String id, String time, EntryKind kind) {
        return new TimelineEntryAdded(
                id, OffsetDateTime.parse("2026-03-01T" + time + ":00Z"), null, kind, "It happened", null, List.of());
    }
}
