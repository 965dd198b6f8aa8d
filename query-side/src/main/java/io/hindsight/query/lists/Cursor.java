package io.hindsight.query.lists;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import org.bson.BSONException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.json.JsonParseException;
import org.bson.json.JsonReader;

/** The last row of a page, as an opaque text. */
final class Cursor {
    private Cursor() {}

    static String after(Document row, Order order) {
        Document place =
                new Document("o", order.mark()).append("v", order.valueIn(row)).append("i", row.get("_id"));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(place.toJson().getBytes(StandardCharsets.UTF_8));
    }

    /** The rows after the cursor; refused with 400 unless {@link #after(Document, Order)} made it for this order. */
    static Bson filter(String cursor, Order order) {
        try (JsonReader place =
                new JsonReader(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8))) {
            place.readStartDocument();
            if (place.readString("o").equals(order.mark())) {
                return order.after(value(place, "v"), value(place, "i"));
            }
        } catch (IllegalArgumentException | JsonParseException | BSONException e) {
            throw refused();
        }
        throw refused();
    }

    /** Only plain values: a document would be taken for an operator, and one in another, and so on, for a deep stack. */
    private static Object value(JsonReader place, String name) {
        place.readName(name);
        return switch (place.getCurrentBsonType()) {
            case STRING -> place.readString();
            case INT32 -> place.readInt32();
            case INT64 -> place.readInt64();
            case DATE_TIME -> new Date(place.readDateTime());
            default -> throw refused();
        };
    }

    private static RuntimeException refused() {
        return BadParameter.of("cursor", "takes nextCursor of an answer to the same question");
    }
}
