package io.hindsight.command.importing.slack;

import io.hindsight.http.json.StrictJson;
import io.hindsight.words.Suggestion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Slack exports for tests; everybody in them is made up. */
final class Exports {
    static final ExportJson JSON =
            new ExportJson(StrictJson.strict(JsonMapper.builder()).build());
    static final String USERS = quoted(
            """
            [{'id': 'U1', 'name': 'a', 'profile': {'display_name': 'ana', 'real_name': 'Ana A', 'fields': null}},
             {'id': 'U2', 'name': 'ben', 'deleted': true, 'profile': {'display_name': '', 'real_name': 'Ben B'}},
             {'id': 'U3', 'name': 'pager', 'is_bot': true, 'real_name': 'Pager'}]""");
    static final String CHANNELS =
            quoted("[{'id': 'C0123456789', 'name': 'inc-1'}, {'id': 'C0000000002', 'name': 'b'}]");

    private Exports() {}

    static String quoted(String json) {
        return json.replace('\'', '"');
    }

    /** A message of {@code U1}, and more fields. */
    static String message(String ts, String text, String... more) {
        return quoted("{'type': 'message', 'user': 'U1', 'ts': '" + ts + "', 'text': '" + text + "'"
                + (more.length == 0 ? "" : ", " + String.join(", ", more)) + "}");
    }

    static String list(String... messages) {
        return "[" + String.join(",\n", messages) + "]";
    }

    static byte[] zip(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** An export of the channel {@code inc-1} and another one, over midnight; the days come in no order. */
    static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("inc-1/2026-03-11.json", list(message("1773187200.000100", "after midnight")));
        files.put(
                "inc-1/2026-03-10.json",
                list(
                        message("1773187199.999900", "before midnight"),
                        message("1773180000.000100", "joined", "'subtype': 'channel_join'")));
        files.put("b/2026-03-10.json", list(message("1773180000.000100", "elsewhere")));
        files.put("users.json", USERS);
        files.put("channels.json", CHANNELS);
        files.put("integration_logs.json", "[]");
        return files;
    }

    static List<Suggestion> suggestions(String messages) {
        return mapped(messages).suggestions();
    }

    static ChannelMapping.Mapped mapped(String messages) {
        byte[] body = ("{\"messages\": " + messages + ", \"users\": " + USERS
                        + ", \"channel\": {\"id\": \"C0123456789\", \"name\": \"inc-1\"}}")
                .getBytes(StandardCharsets.UTF_8);
        return ChannelMapping.map(ChannelBody.read(body, null, JSON), "example", null, null);
    }
}
