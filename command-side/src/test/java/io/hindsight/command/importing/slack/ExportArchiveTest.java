package io.hindsight.command.importing.slack;

import static io.hindsight.command.importing.slack.Exports.message;
import static io.hindsight.command.importing.slack.Exports.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindsight.http.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ZIP comes from anywhere: what is read of it is limited, and nothing of it reaches a disk. */
class ExportArchiveTest {

    private static ChannelExport read(byte[] zip) {
        return ExportArchive.read(zip, "inc-1", Exports.JSON);
    }

    private static void refused(byte[] zip, int status, String code) {
        assertThatThrownBy(() -> read(zip)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).as(problem.detail()).isEqualTo(status);
            assertThat(problem.code()).isEqualTo(code);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"inc-1", "#inc-1", "C0123456789"})
    void a_channel_is_named_by_its_name_or_its_id(String channel) {
        ChannelExport export = ExportArchive.read(zip(Exports.files()), channel, Exports.JSON);

        assertThat(export.channel()).isEqualTo(new SlackChannel("C0123456789", "inc-1"));
        assertThat(export.messages())
                .extracting(SlackMessage::text)
                .containsExactlyInAnyOrder("before midnight", "after midnight");
        assertThat(export.users()).hasSize(3);
    }

    @Test
    void the_only_channel_needs_no_name_and_of_several_one_is_to_be_named() {
        Map<String, String> one = Exports.files();
        one.remove("b/2026-03-10.json");
        assertThat(ExportArchive.read(zip(one), null, Exports.JSON).channel().name())
                .isEqualTo("inc-1");

        for (String channel : Arrays.asList(null, "unknown")) {
            assertThatThrownBy(() -> ExportArchive.read(zip(Exports.files()), channel, Exports.JSON))
                    .isInstanceOfSatisfying(Problem.class, problem -> {
                        assertThat(problem.status()).isEqualTo(400);
                        assertThat(problem.violations().get(0).message()).contains("inc-1", "b");
                    });
        }
    }

    @Test
    void what_is_no_archive_is_refused() {
        refused("no archive at all".getBytes(StandardCharsets.UTF_8), 400, "malformed-export");
        refused(new byte[0], 400, "malformed-export");
        refused(zip(Map.of("readme.txt", "hello")), 400, "malformed-export");
    }

    @Test
    void an_archive_that_was_cut_or_damaged_anywhere_is_refused_and_never_a_fault() {
        byte[] whole = zip(Exports.files());
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] broken = Arrays.copyOf(whole, i < 100 ? 1 + random.nextInt(whole.length - 1) : whole.length);
            if (i >= 100) {
                broken[random.nextInt(broken.length)] ^= (byte) (1 + random.nextInt(255));
            }
            try {
                read(broken);
            } catch (Problem problem) {
                assertThat(problem.status()).isBetween(400, 499);
            }
        }
        refused(Arrays.copyOf(whole, 40), 400, "malformed-export");
    }

    @Test
    void a_bomb_is_refused_long_before_it_has_gone_off() {
        Map<String, String> long1 = Exports.files();
        long1.put("inc-1/2026-03-12.json", " ".repeat(ExportArchive.LONGEST_ENTRY + 1));
        refused(zip(long1), 413, "export-too-large");

        Map<String, String> passedOver = Exports.files();
        for (int i = 0; i < 7; i++) {
            passedOver.put("canvas-" + i, " ".repeat(ExportArchive.LONGEST / 7 + 1));
        }
        refused(zip(passedOver), 413, "export-too-large");
    }

    @Test
    void what_says_nothing_is_not_kept_however_much_of_it_there_is() {
        Map<String, String> empty = Exports.files();
        String nothing = "[" + "{},".repeat(Kept.MOST) + "{}]";
        empty.put("inc-1/2026-03-12.json", nothing);
        empty.put("users.json", nothing);

        assertThat(read(zip(empty)).messages()).hasSize(2);
        assertThat(read(zip(empty)).users()).isEmpty();
    }

    @Test
    void more_messages_attachments_or_users_than_an_incident_has_are_refused() {
        String message = message("1773187200.000100", "x");
        String attachments = "'attachments': [" + "{},".repeat(99) + "{}]";
        int some = Kept.MOST / 101 + 1;
        for (Map.Entry<String, String> many : List.of(
                Map.entry("inc-1/2026-03-12.json", list(Collections.nCopies(Kept.MOST + 1, message))),
                Map.entry(
                        "inc-1/2026-03-12.json",
                        list(Collections.nCopies(some, message("1773187200.000100", "x", attachments)))),
                Map.entry("users.json", list(Collections.nCopies(Kept.MOST + 1, "{\"id\": \"U1\"}"))))) {
            Map<String, String> files = Exports.files();
            files.put(many.getKey(), many.getValue());
            refused(zip(files), 413, "export-too-large");
        }
        byte[] body = list(Collections.nCopies(Kept.MOST + 1, message)).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ChannelBody.read(body, "inc-1", Exports.JSON))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(413));
    }

    private static String list(List<String> elements) {
        return "[" + String.join(",", elements) + "]";
    }

    @Test
    void too_many_files_are_refused() {
        Map<String, String> many = new LinkedHashMap<>();
        for (int i = 0; i < 10_000; i++) {
            many.put("inc-1/" + i, "");
        }
        refused(zip(many), 413, "export-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../users.json",
                "inc-1/../../2026-03-10.json",
                "/etc/2026-03-10.json",
                "C:/2026-03-10.json",
                "FC:F06ABC:Runbook/2026-03-10.json",
                "inc-1\\\\2026-03-10.json",
                "inc-1/attachments/F1-logs.tar.gz",
                "inner.zip",
                "__MACOSX/inc-1/2026-03-10.json"
            })
    void what_is_no_part_of_an_export_is_passed_over_whatever_its_name(String name) {
        Map<String, String> files = Exports.files();
        files.remove("b/2026-03-10.json");
        files.put(name, "no JSON");

        ChannelExport export = ExportArchive.read(zip(files), null, Exports.JSON);

        assertThat(export.channel().name()).isEqualTo("inc-1");
        assertThat(export.messages()).hasSize(2);
        assertThat(export.users()).hasSize(3);
    }

    @Test
    void an_export_within_one_folder_is_read_as_one_without() {
        Map<String, String> files = new LinkedHashMap<>();
        Exports.files().forEach((name, content) -> files.put("My export/" + name, content));

        assertThat(read(zip(files))).isEqualTo(read(zip(Exports.files())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "nonsense", "[{\"ts\": 5}]", "[{\"text\": \"\\u0000\"}]", ""})
    void malformed_json_is_refused_naming_its_file(String json) {
        Map<String, String> files = Exports.files();
        files.put("inc-1/2026-03-12.json", json);
        assertThatThrownBy(() -> read(zip(files))).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.detail()).contains("2026-03-12.json");
        });
    }

    @Test
    void another_json_than_an_export_has_is_refused() {
        Map<String, String> files = Exports.files();
        files.put("users.json", "{}");
        refused(zip(files), 400, "malformed-export");
    }
}
