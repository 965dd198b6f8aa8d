package io.hindsight.query.lists;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.json.JsonParseException;

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
        try {
            byte[] json = Base64.getUrlDecoder().decode(cursor);
            Document place = Document.parse(new String(json, StandardCharsets.UTF_8));
            if (order.mark().equals(place.get("o")) && isPlain(place.get("v")) && isPlain(place.get("i"))) {
                return order.after(place.get("v"), place.get("i"));
            }
        } catch (IllegalArgumentException | JsonParseException e) {
            throw refused();
        }
        throw refused();
    }

    /** A document in the place of a value would be taken for an operator. */
    private static boolean isPlain(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Date;
    }

    private static RuntimeException refused() {
        return BadParameter.of("cursor", "takes nextCursor of an answer to the same question");
    }
}
