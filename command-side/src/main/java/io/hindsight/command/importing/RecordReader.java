package io.hindsight.command.importing;

import io.hindsight.command.decision.Limits;
import io.hindsight.http.Problem;
import io.hindsight.http.Violation;
import io.hindsight.http.json.JsonProblems;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a line as a record. What is refused here, 400 {@code malformed-json} or {@code malformed-record} and 413 {@code
 * record-too-large}, is no postmortem at all; what its fields say is for the {@link RecordMapping} to understand or to report.
 */
@Component
class RecordReader {
    /** Values of one record, so that a small line cannot make a history nobody can load. */
    private static final int MOST_VALUES = 20_000;
    /** Of an export, whose texts are bounded where it comes from: more than one of short entries alone has. */
    private static final int MOST_VALUES_OF_EXPORT = 500_000;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final JsonMapper json;

    RecordReader(JsonMapper web) {
        // Numbers as they are written: what has no place in the document is kept word for word.
        json = web.rebuild()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                .build();
    }

    SourceRecord read(RecordLines.Line line) {
        if (line.bytes() == null) {
            throw tooLong();
        }
        JsonNode read = parse(text(line.bytes()));
        if (!(read instanceof ObjectNode said)) {
            throw new Problem(400, "malformed-record", "A record is a JSON object");
        }
        boolean export = ExportReader.isExport(said);
        if (!export && line.bytes().length > RecordLines.LONGEST) {
            throw tooLong();
        }
        check(said, export ? MOST_VALUES_OF_EXPORT : MOST_VALUES);
        String id = required(said, "id");
        required(said, "title");
        return SourceRecord.of(id, hash(said), said);
    }

    private static Problem tooLong() {
        return new Problem(
                413,
                "record-too-large",
                "A record may be " + RecordLines.LONGEST + " bytes long; an export.json may be "
                        + RecordLines.LONGEST_EXPORT + " where it is sent alone, as application/json");
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw new Problem(400, "malformed-json", "The line is not in UTF-8");
        }
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (JacksonException refused) {
            throw JsonProblems.of(refused);
        }
    }

    private static String required(ObjectNode said, String field) {
        JsonNode value = said.get(field);
        if (value == null) {
            throw new Problem(400, "malformed-record", "A postmortem's record has an id and a title")
                    .violation(Violation.ofField(field, "must not be left out"));
        }
        if (!value.isString() || Limits.line(value.stringValue()).isEmpty()) {
            throw new Problem(400, "malformed-record", "A postmortem's record has an id and a title")
                    .violation(Violation.ofField(field, "must be text"));
        }
        return value.stringValue();
    }

    private static void check(JsonNode record, int most) {
        if (count(record, 0) > most) {
            throw new Problem(413, "record-too-large", "A record may hold " + most + " values");
        }
    }

    /** How many values there are, with those counted before; the depth is bounded by the parser. */
    private static int count(JsonNode value, int counted) {
        int count = counted + 1;
        if (value.isString()) {
            checkText(value.stringValue());
        }
        value.propertyNames().forEach(RecordReader::checkText);
        for (JsonNode part : value) {
            count = count(part, count);
        }
        return count;
    }

    private static void checkText(String text) {
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new Problem(
                    400, "malformed-record", "Texts must not hold the character NUL or half of a surrogate pair");
        }
    }

    /** Of the record with its fields sorted: the same record is the same in whatever order its fields come. */
    private String hash(ObjectNode said) {
        return sha256(json.writeValueAsBytes(said));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JVM has SHA-256", impossible);
        }
    }
}
