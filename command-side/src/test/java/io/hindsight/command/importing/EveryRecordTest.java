package io.hindsight.command.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hindsight.events.ActionItemEvent.ActionItemAdded;
import io.hindsight.events.TimelineEvent.TimelineEntryAdded;
import io.hindsight.words.SourceField;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** No value of a record gets lost: of a made-up sample always, and of the real records where they are at hand. */
class EveryRecordTest {

    @Test
    void every_value_of_the_sample_is_accounted_for() throws IOException {
        try (InputStream sample = getClass().getResourceAsStream("sample.jsonl")) {
            List<String> lines = new String(sample.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();

            assertThat(lines).hasSize(3);
            assertNothingIsLost(lines, null);
            assertNothingIsLost(lines, "Europe/Berlin");
        }
    }

    @Test
    void every_value_of_the_real_records_is_accounted_for() throws IOException {
        List<String> lines = realRecords();

        assertNothingIsLost(lines, null);
        assertNothingIsLost(lines, "Europe/Berlin");
    }

    @Test
    void every_date_of_the_real_records_is_understood_or_reported() throws IOException {
        List<ImportPostmortem> commands =
                realRecords().stream().map(Records::map).toList();

        List<TimelineEntryAdded> entries = new ArrayList<>();
        List<SourceField> reported = new ArrayList<>();
        for (ImportPostmortem command : commands) {
            entries.addAll(Records.events(command, TimelineEntryAdded.class));
            reported.addAll(command.imported().notUnderstood());
        }
        assertThat(commands).hasSize(191);
        assertThat(entries).hasSize(1_375);
        assertThat(commands.stream()
                        .mapToInt(command ->
                                Records.events(command, ActionItemAdded.class).size())
                        .sum())
                .isEqualTo(518);
        List<TimelineEntryAdded> unknown =
                entries.stream().filter(entry -> entry.at() == null).toList();
        assertThat(unknown).hasSize(251).allSatisfy(entry -> assertThat(entry.atText())
                .isNotBlank());
        assertThat(reported.stream().filter(field -> field.field().matches("timeline\\[\\d+]\\.at")))
                .hasSameSizeAs(unknown);
    }

    @Test
    void a_lost_value_would_be_noticed() {
        String line = Records.json("'summary': 'Slow', 'company': 'Example', 'timeline': [{'text': 'Down'}]");
        String other = Records.json("'summary': 'Slower', 'timeline': [{'text': 'Up'}]");

        assertThat(Accounting.lost(Records.tree(line), Records.map(other)))
                .containsExactly("company", "summary", "timeline[0].text");
    }

    private static void assertNothingIsLost(List<String> lines, String zone) {
        SoftAssertions softly = new SoftAssertions();
        for (String line : lines) {
            ImportPostmortem command = Records.map(line, zone);
            softly.assertThat(Accounting.lost(Records.tree(line), command))
                    .as("lost of %s", command.imported().sourceId())
                    .isEmpty();
        }
        softly.assertAll();
    }

    /** Beside the repository, unless the system property {@code hindsight.records} says where. */
    static List<String> realRecords() throws IOException {
        Path records =
                Path.of(System.getProperty("hindsight.records", "../../shared/data/postmortems/postmortems.jsonl"));
        assumeTrue(Files.exists(records), "The real records are not at hand: " + records);
        return Files.readAllLines(records);
    }
}
