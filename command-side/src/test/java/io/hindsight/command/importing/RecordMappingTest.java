package io.hindsight.command.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hindsight.command.decision.Limits;
import io.hindsight.events.ActionItemEvent.ActionItemAdded;
import io.hindsight.events.ActionItemEvent.ActionItemCompleted;
import io.hindsight.events.FactorEvent.ContributingFactorAdded;
import io.hindsight.events.PointEvent.WentBadlyAdded;
import io.hindsight.events.PointEvent.WentWellAdded;
import io.hindsight.events.SectionEvent.SectionWritten;
import io.hindsight.events.TimelineEvent.TimelineEntryAdded;
import io.hindsight.words.EntryKind;
import io.hindsight.words.Evidence;
import io.hindsight.words.Incident;
import io.hindsight.words.Priority;
import io.hindsight.words.Section;
import io.hindsight.words.Severity;
import io.hindsight.words.SourceField;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordMappingTest {

    private static TimelineEntryAdded entry(String fields) {
        return Records.events(Records.with("'timeline': [{" + fields + "}]"), TimelineEntryAdded.class)
                .get(0);
    }

    @ParameterizedTest
    @CsvSource({"Sev1, SEV_1", "SEV-2, SEV_2", "sev 3, SEV_3", "Severity 4, SEV_4", "sev-5, SEV_5"})
    void a_severity_is_understood_however_it_is_written(String said, Severity expected) {
        ImportPostmortem command = Records.with("'severity': '" + said + "'");

        assertThat(command.severity()).isEqualTo(expected);
        assertThat(command.imported().notUnderstood()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1", "Major (High Impact)", "sev-12", "1", "sev-0"})
    void a_severity_that_could_mean_another_is_left_unknown_and_reported(String said) {
        ImportPostmortem command = Records.with("'severity': '" + said + "'");

        assertThat(command.severity()).isNull();
        assertThat(command.imported().notUnderstood())
                .containsExactly(
                        new SourceField("severity", said, "This is none of [sev-1, sev-2, sev-3, sev-4, sev-5]"));
    }

    @Test
    void an_end_before_its_start_is_reported_and_left_unknown() {
        ImportPostmortem command =
                Records.with("'startedAt': '2026-03-02T10:00:00Z', 'endedAt': '2026-03-02T10:30:00+01:00'");

        assertThat(command.incident())
                .isEqualTo(new Incident(null, OffsetDateTime.parse("2026-03-02T10:00:00Z"), null, null, List.of()));
        assertThat(command.imported().notUnderstood())
                .containsExactly(new SourceField(
                        "endedAt", "2026-03-02T10:30:00+01:00", "This is before the start of the incident"));
    }

    @Test
    void an_entry_whose_day_alone_is_known_has_no_instant_and_keeps_the_source_s_words() {
        ImportPostmortem command =
                Records.with("'timeline': [{'at': '2026-03-01', 'atRaw': '01/03/2026', 'text': 'More nodes'}]");

        assertThat(command.content())
                .containsExactly(new TimelineEntryAdded(
                        "t1", null, "01/03/2026", EntryKind.OBSERVATION, "More nodes", null, List.of()));
        assertThat(command.imported().notUnderstood())
                .containsExactly(new SourceField(
                        "timeline[0].at", "2026-03-01", "The time of day is missing: this is a whole day"));
    }

    @Test
    void an_entry_without_a_zone_keeps_its_words_until_somebody_names_the_zone() {
        String record = Records.json("'timeline': [{'at': '2026-03-01T08:24:00', 'text': 'A warning'}]");

        TimelineEntryAdded without =
                Records.events(Records.map(record), TimelineEntryAdded.class).get(0);
        assertThat(without.at()).isNull();
        assertThat(without.atText()).isEqualTo("2026-03-01T08:24:00");
        TimelineEntryAdded with = Records.events(Records.map(record, "Europe/Berlin"), TimelineEntryAdded.class)
                .get(0);
        assertThat(with.at()).isEqualTo(OffsetDateTime.parse("2026-03-01T08:24:00+01:00"));
        assertThat(with.atText()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"20202-01-16 12:00", "2022-02-?? ??:??", "2023-MM-DD"})
    void a_time_that_the_source_could_not_read_either_is_kept_as_text_and_reported(String raw) {
        ImportPostmortem command =
                Records.with("'timeline': [{'at': null, 'atRaw': '" + raw + "', 'text': 'A slip of the pen'}]");

        assertThat(Records.events(command, TimelineEntryAdded.class))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.at()).isNull();
                    assertThat(entry.atText()).isEqualTo(raw);
                });
        assertThat(command.imported().notUnderstood())
                .containsExactly(new SourceField("timeline[0].at", raw, SourceTimes.UNREADABLE));
    }

    @Test
    void a_range_begins_at_its_instant_and_is_told_in_the_source_s_words() {
        TimelineEntryAdded entry =
                entry("'at': '2026-03-01T08:20:00-08:00', 'atRaw': '8:20 - 8:24', 'atEndRaw': '08:24', 'text': 'Down'");

        assertThat(entry.at()).isEqualTo(OffsetDateTime.parse("2026-03-01T08:20:00-08:00"));
        assertThat(entry.atText()).isEqualTo("8:20 - 8:24");
    }

    @Test
    void entries_stay_in_the_order_of_the_source_also_where_that_is_not_the_order_of_time() {
        ImportPostmortem command = Records.with("'timeline': [{'at': '2026-03-01T09:00:00Z', 'text': 'second'},"
                + " {'at': '2026-03-01T08:00:00Z', 'text': 'first'}]");

        assertThat(Records.events(command, TimelineEntryAdded.class))
                .extracting(TimelineEntryAdded::entryId, TimelineEntryAdded::text)
                .containsExactly(tuple("t1", "second"), tuple("t2", "first"));
    }

    @Test
    void an_entry_without_a_text_is_still_an_entry() {
        assertThat(entry("'at': '2026-03-01T09:06:00Z', 'text': null").text()).isNull();
    }

    @Test
    void a_link_is_evidence_only_where_it_leads_to_a_page() {
        assertThat(entry("'text': 'A warning', 'link': 'https://example.org/warning'")
                        .evidence())
                .containsExactly(new Evidence("https://example.org/warning", null, null));
        ImportPostmortem command = Records.with("'timeline': [{'text': 'A warning', 'link': 'javascript:alert(1)'}]");
        assertThat(Records.events(command, TimelineEntryAdded.class).get(0).evidence())
                .isEmpty();
        assertThat(command.imported().otherFields())
                .containsExactly(new SourceField("timeline[0].link", "javascript:alert(1)", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```\\n  code\\n```",
                "<b>html</b> and <https://example.org>",
                "💜 “quoted” – dashed",
                "\\ue072 of a private font",
                "somebody@example.org",
                "[ TODO: describe ]",
                "  blanks at both ends \\n"
            })
    void texts_are_kept_word_for_word(String text) {
        String read = text.replace("\\n", "\n").replace("\\ue072", "\ue072");
        String huge = text + "x".repeat(Limits.TEXT);

        assertThat(Records.with("'summary': '" + text + "', 'sections': {'impact': '" + huge + "'}")
                        .content())
                .containsExactly(
                        new SectionWritten(Section.OVERVIEW, read, false),
                        new SectionWritten(Section.IMPACT, read + "x".repeat(Limits.TEXT), false));
        assertThat(entry("'text': '" + huge + "'").text()).isEqualTo(read + "x".repeat(Limits.TEXT));
    }

    @Test
    void root_cause_and_contributing_factors_are_factors_one_for_each_item() {
        assertThat(Records.with("'sections': {'rootCause': 'One subnet.', 'contributingFactors': '- a\\n- b'}")
                        .content())
                .containsExactly(
                        new ContributingFactorAdded("f1", "One subnet.", false),
                        new ContributingFactorAdded("f2", "a", false),
                        new ContributingFactorAdded("f3", "b", false));
    }

    @Test
    void what_went_well_and_what_did_not_are_points() {
        assertThat(Records.with("'sections': {'whatWentWell': '1. a\\n2. b', 'whatDidntGoWell': 'c'}")
                        .content())
                .containsExactly(
                        new WentWellAdded("w1", "a"),
                        new WentWellAdded("w2", "b"),
                        new WentBadlyAdded("b1", "c", null));
    }

    @Test
    void an_action_item_says_what_the_record_says_and_no_more() {
        ImportPostmortem command = Records.with("'actionItems': [{'text': 'Watch', 'owner': 'ana', 'priority': 'P1',"
                + " 'due': '2026-04-01', 'status': 'done', 'link': 'https://example.org/1'}, {'text': 'Write'}]");

        assertThat(command.content())
                .containsExactly(
                        new ActionItemAdded(
                                "a1",
                                "Watch",
                                null,
                                Priority.P1,
                                "ana",
                                LocalDate.parse("2026-04-01"),
                                "https://example.org/1",
                                List.of(),
                                List.of()),
                        new ActionItemCompleted("a1"),
                        new ActionItemAdded("a2", "Write", null, null, null, null, null, List.of(), List.of()));
        assertThat(command.imported().otherFields()).isEmpty();
    }

    @Test
    void what_is_said_of_an_action_item_in_other_words_is_reported() {
        ImportPostmortem command = Records.with(
                "'actionItems': [{'text': 'Watch', 'priority': 'HIGH', 'due': 'soon', 'status': 'in progress'}]");

        assertThat(command.content()).hasSize(1);
        assertThat(command.imported().notUnderstood())
                .extracting(SourceField::field, SourceField::value)
                .containsExactlyInAnyOrder(
                        tuple("actionItems[0].priority", "HIGH"),
                        tuple("actionItems[0].due", "soon"),
                        tuple("actionItems[0].status", "in progress"));
    }

    @Test
    void what_has_no_place_in_the_document_is_kept_under_its_path() {
        ImportPostmortem command = Records.with("'company': 'Example', 'product': 'Shop', 'keywords': ['a', 'b'],"
                + " 'sections': {'other': {'Further reading': 'A page.'}}, 'cost': 12.50, 'stats': {'owner': 'ana'}");

        assertThat(command.imported().otherFields())
                .containsExactlyInAnyOrder(
                        new SourceField("company", "Example", null),
                        new SourceField("product", "Shop", null),
                        new SourceField("keywords[0]", "a", null),
                        new SourceField("keywords[1]", "b", null),
                        new SourceField("sections.other.Further reading", "A page.", null),
                        new SourceField("cost", "12.50", null),
                        new SourceField("stats.owner", "ana", null));
        assertThat(command.incident()).isEqualTo(Incident.UNKNOWN);
        assertThat(command.owner()).isNull();
    }

    @Test
    void a_field_of_another_type_than_expected_is_reported_with_what_it_says() {
        ImportPostmortem command = Records.with("'severity': 1, 'sections': 'none', 'timeline': {'at': 'now'},"
                + " 'actionItems': ['call back'], 'summary': ['a']");

        assertThat(command.content()).isEmpty();
        assertThat(command.imported().notUnderstood())
                .containsExactlyInAnyOrder(
                        new SourceField("severity", "1", "This should be text"),
                        new SourceField("sections", "none", "This should be an object"),
                        new SourceField("timeline", "{\"at\":\"now\"}", "This should be a list"),
                        new SourceField("actionItems[0]", "call back", "This should be an object"),
                        new SourceField("summary", "[\"a\"]", "This should be text"));
        assertThat(command.imported().otherFields()).isEmpty();
    }

    @Test
    void a_title_that_is_too_long_is_cut_and_kept_whole_beside() {
        String title = "x".repeat(Limits.LINE - 2) + "💜💜";
        ImportPostmortem command = Records.map("{\"id\": \"r-1\", \"title\": \"" + title + "\"}");

        assertThat(command.title()).isEqualTo("x".repeat(Limits.LINE - 2) + "…");
        assertThat(command.imported().otherFields()).containsExactly(new SourceField("title", title, null));
    }

    @Test
    void a_title_of_several_lines_becomes_one_and_is_kept_as_it_was_beside() {
        ImportPostmortem command = Records.map("{\"id\": \"r-1\", \"title\": \"Search\\n was\\u2028slow\\u0085\"}");

        assertThat(command.title()).isEqualTo("Search was slow");
        assertThat(command.imported().otherFields())
                .containsExactly(new SourceField("title", "Search\n was\u2028slow\u0085", null));
    }

    @Test
    void where_a_record_comes_from_is_told_as_it_says() {
        ImportPostmortem command = Records.with(
                "'source': 'example.org: 1.md', 'sourceUrl': 'https://example.org/1.md', 'license': 'CC0-1.0'");

        assertThat(command.imported().sourceId()).isEqualTo("r-1");
        assertThat(command.imported().source()).isEqualTo("example.org: 1.md");
        assertThat(command.imported().sourceUrl()).isEqualTo("https://example.org/1.md");
        assertThat(command.imported().license()).isEqualTo("CC0-1.0");
    }

    @Test
    void the_example_in_the_docs_is_understood() throws IOException {
        String page = Files.readString(Path.of("../docs/imports.md"));
        String example = page.substring(page.indexOf("```json") + "```json".length(), page.indexOf("\n```\n"));
        SourceRecord record =
                new RecordReader(Records.JSON).read(new RecordLines.Line(1, example.getBytes(StandardCharsets.UTF_8)));
        ImportPostmortem mapped = RecordMapping.map(record, null);

        assertThat(record.notUnderstood()).isEmpty();
        assertThat(mapped.imported().otherFields()).isEmpty();
        assertThat(mapped.content()).hasSize(7);
    }
}
