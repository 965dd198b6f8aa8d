package io.hindsight.command.importing;

import io.hindsight.events.PostmortemEvent;
import io.hindsight.http.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Records for tests, read and mapped as an import does. */
final class Records {
    static final JsonMapper JSON = StrictJson.strict(JsonMapper.builder()).build();
    private static final RecordReader READER = new RecordReader(JSON);

    private static final JsonMapper EXACT = JSON.rebuild()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Records() {}

    /** All that the record says, numbers as they are written. */
    static JsonNode tree(String line) {
        return EXACT.readTree(line);
    }

    static SourceRecord read(String line) {
        return READER.read(new RecordLines.Line(1, line.getBytes(StandardCharsets.UTF_8)));
    }

    static ImportPostmortem map(String line) {
        return map(line, null);
    }

    static ImportPostmortem map(String line, String zone) {
        return RecordMapping.map(read(line), zone == null ? null : ZoneId.of(zone));
    }

    /** A record with an id, a title and these fields, in single quotes for double ones. */
    static ImportPostmortem with(String fields) {
        return map(json(fields), null);
    }

    static String json(String fields) {
        return ("{'id': 'r-1', 'title': 'Checkout is slow'" + (fields.isEmpty() ? "" : ", " + fields) + "}")
                .replace('\'', '"');
    }

    static <E extends PostmortemEvent> List<E> events(ImportPostmortem command, Class<E> type) {
        return command.content().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
