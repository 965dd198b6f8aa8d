package io.hindsight.command.importing;

import io.hindsight.http.Problem;
import io.hindsight.words.SourceField;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes out what a record says and nobody took, value by value; nulls and what is empty say nothing. */
final class Leftovers {
    /** Characters of all paths and values: long names around many values multiply. */
    private static final int LONGEST = 4 * RecordLines.LONGEST;

    private final List<SourceField> fields = new ArrayList<>();
    private int length;

    private Leftovers() {}

    /**
     * @param path what goes before the names of the object's fields
     * @throws Problem 413 {@code record-too-large}
     */
    static List<SourceField> of(ObjectNode object, String path) {
        Leftovers leftovers = new Leftovers();
        object.properties().forEach(field -> leftovers.collect(path + field.getKey(), field.getValue()));
        return leftovers.fields;
    }

    private void collect(String path, JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(field -> collect(path + "." + field.getKey(), field.getValue()));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                collect(path + "[" + i + "]", value.get(i));
            }
        } else if (!value.isNull()) {
            add(path, written(value));
        }
    }

    private void add(String path, String value) {
        length += path.length() + value.length();
        if (length > LONGEST) {
            throw new Problem(413, "record-too-large", "The names of its fields make this record too long");
        }
        fields.add(new SourceField(path, value, null));
    }

    /** Text as it is, anything else as its JSON. */
    static String written(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }
}
