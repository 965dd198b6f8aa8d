package io.hindsight.query.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.bson.Document;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * How read models are written to MongoDB and read back: field by field under the names of the records, nothing for null,
 * enums as they print, and instants as BSON dates, since strings of different precision do not sort by time. It is a
 * mapper of its own: a setting of the web's must not change what is stored.
 */
public final class ViewJson {
    private static final JsonMapper STORED = mapper(true);
    private static final JsonMapper PLAIN = mapper(false);

    private ViewJson() {}

    /** The value as a BSON document. */
    public static Document toBson(Object value) {
        return new Document(STORED.convertValue(value, new TypeReference<Map<String, Object>>() {}));
    }

    /** A BSON document read back; fields that the type does not have are left out. */
    public static <T> T fromBson(Document document, Class<T> type) {
        return STORED.convertValue(document, type);
    }

    /** The value as JSON has it (maps, lists, text, numbers, booleans), instants as ISO-8601 text. */
    public static Object toJsonValue(Object value) {
        return PLAIN.convertValue(value, Object.class);
    }

    private static JsonMapper mapper(boolean dates) {
        SimpleModule module = new SimpleModule();
        if (dates) {
            module.addSerializer(Instant.class, new AsDate());
            module.addSerializer(Date.class, new AsText());
        }
        return JsonMapper.builder()
                .addModule(module)
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                // A number in a change of the history is answered as it was written.
                .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    private static final class AsDate extends ValueSerializer<Instant> {
        @Override
        public void serialize(Instant instant, JsonGenerator json, SerializationContext context) {
            json.writeEmbeddedObject(Date.from(instant));
        }
    }

    private static final class AsText extends ValueSerializer<Date> {
        @Override
        public void serialize(Date date, JsonGenerator json, SerializationContext context) {
            json.writeString(date.toInstant().toString());
        }
    }
}
