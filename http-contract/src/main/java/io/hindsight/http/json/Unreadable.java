package io.hindsight.http.json;

import io.hindsight.http.Violation;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything in a JSON value that cannot be read as a type, where the mapper alone stops at the first: it is asked for the
 * whole, and where it refuses that, for each field and element by itself. What can be read is the mapper's word alone; nothing
 * is judged here but which fields a record has.
 */
final class Unreadable {
    /** Somebody who sends more than this wrong has not begun to look. */
    private static final int MOST = 100;

    private final JsonMapper json;
    private final Set<String> besides;
    private final List<Violation> found = new ArrayList<>();

    Unreadable(JsonMapper json, Set<String> besides) {
        this.json = json;
        this.besides = besides;
    }

    /** What can be read of it; null when nothing can. */
    <T> T readRest(JsonNode given, Class<T> type, String at) {
        try {
            return json.treeToValue(given, type);
        } catch (JacksonException refused) {
            JsonNode rest = rest(given, json.constructType(type), at, besides);
            if (found.isEmpty()) {
                // Each piece by itself can be read.
                found.add(JsonProblems.violation(refused, at));
                return null;
            }
            return rest == null ? null : readOrNull(rest, type);
        }
    }

    List<Violation> found() {
        return found;
    }

    /** Whether there was so much that nobody looked at the end. */
    boolean isFull() {
        return found.size() >= MOST;
    }

    /** Whether this field, or what it stands in, could not be read. */
    boolean has(String field) {
        return found.stream()
                .map(Violation::field)
                .anyMatch(
                        wrong -> field.equals(wrong) || field.startsWith(wrong + ".") || field.startsWith(wrong + "["));
    }

    private <T> T readOrNull(JsonNode rest, Class<T> type) {
        try {
            return json.treeToValue(rest, type);
        } catch (JacksonException refused) {
            return null;
        }
    }

    /** The value without what cannot be read of it; null when nothing can. */
    private JsonNode rest(JsonNode given, JavaType type, String at, Set<String> alsoKnown) {
        int before = found.size();
        JsonNode rest = given;
        if (given instanceof ObjectNode object && type.getRawClass().isRecord()) {
            rest = fields(object, type.getRawClass(), at, alsoKnown);
        } else if (given instanceof ObjectNode object && type.isMapLikeType()) {
            rest = values(object, type.getContentType(), at);
        } else if (given instanceof ArrayNode array && type.isCollectionLikeType()) {
            rest = elements(array, type.getContentType(), at);
        }
        return found.size() > before || isRead(given, type, at) ? rest : null;
    }

    private boolean isRead(JsonNode given, JavaType type, String at) {
        try {
            json.treeToValue(given, type);
            return true;
        } catch (JacksonException refused) {
            found.add(JsonProblems.violation(refused, at));
            return false;
        }
    }

    private JsonNode fields(ObjectNode object, Class<?> type, String at, Set<String> alsoKnown) {
        Map<String, RecordComponent> known = new TreeMap<>();
        Arrays.stream(type.getRecordComponents()).forEach(component -> known.put(component.getName(), component));
        ObjectNode rest = object.objectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            RecordComponent component = known.get(field.getKey());
            String place = at + "." + field.getKey();
            if (isFull()) {
                break;
            } else if (component == null) {
                Set<String> all = new TreeSet<>(known.keySet());
                all.addAll(alsoKnown);
                found.add(Violation.ofField(JsonProblems.place(place), Texts.notKnown("field", all)));
            } else {
                JavaType as = json.constructType(component.getGenericType());
                put(rest, field.getKey(), rest(field.getValue(), as, place, Set.of()));
            }
        }
        return rest;
    }

    private JsonNode values(ObjectNode object, JavaType type, String at) {
        ObjectNode rest = object.objectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (isFull()) {
                break;
            }
            put(rest, field.getKey(), rest(field.getValue(), type, at + "." + field.getKey(), Set.of()));
        }
        return rest;
    }

    private static void put(ObjectNode rest, String name, JsonNode value) {
        if (value != null) {
            rest.set(name, value);
        }
    }

    /** Each stays in its place: what is said of one further on names that. */
    private JsonNode elements(ArrayNode array, JavaType type, String at) {
        ArrayNode rest = array.arrayNode();
        for (JsonNode element : array) {
            if (isFull()) {
                break;
            }
            JsonNode read = rest(element, type, at + "[" + rest.size() + "]", Set.of());
            rest.add(read == null ? NullNode.instance : read);
        }
        return rest;
    }
}
