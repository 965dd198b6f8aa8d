package io.hindsight.command.importing;

import io.hindsight.command.decision.Limits;
import io.hindsight.http.Problem;
import io.hindsight.http.Violation;
import io.hindsight.words.SourceField;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object of a record. Whoever understands a field takes it away; what nobody takes is {@linkplain #leftovers left over} and
 * kept word for word. So no field can be lost by being forgotten.
 */
final class SourceObject {
    private static final Pattern WEB_URL = Pattern.compile(Limits.WEB_URL);

    private final ObjectNode fields;
    private final String path;
    private final List<SourceField> notUnderstood;

    /**
     * @param path what goes before the name of a field: nothing, or {@code timeline[3].}
     * @param notUnderstood where to report
     */
    SourceObject(ObjectNode fields, String path, List<SourceField> notUnderstood) {
        this.fields = fields;
        this.path = path;
        this.notUnderstood = notUnderstood;
    }

    /** All that is left. */
    ObjectNode json() {
        return fields;
    }

    /** What the field says, left where it is; null where it says nothing. Anything but text is reported. */
    String text(String name) {
        JsonNode value = fields.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            report(name, "This should be text");
            return null;
        }
        return value.stringValue().isBlank() ? null : value.stringValue();
    }

    /** What the field says; null where it says nothing. */
    String take(String name) {
        String text = text(name);
        if (text != null) {
            fields.remove(name);
        }
        return text;
    }

    /** A name: one that is too long for one is left where it is. */
    String takeName(String name) {
        String text = text(name);
        return text == null || text.length() > Limits.NAME ? null : take(name);
    }

    /**
     * A list of names; null where the record has none.
     *
     * @throws Problem 400 {@code malformed-record}: what nobody understands must not be shown to everybody
     */
    List<String> takeNames(String name) {
        JsonNode value = fields.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        List<String> names = new ArrayList<>();
        value.forEach(each -> names.add(each.isString() ? each.stringValue() : ""));
        if (!value.isArray()
                || names.size() > Limits.LIST
                || names.stream().anyMatch(each -> each.isBlank() || each.length() > Limits.NAME)) {
            throw new Problem(400, "malformed-record", "What the record says is restricted, but not to whom")
                    .violation(Violation.ofField(path + name, "This should be a list of people's names"));
        }
        fields.remove(name);
        return names;
    }

    /** A link to a page; what is no such link is left where it is. */
    String takeWebUrl(String name) {
        String text = text(name);
        return text == null
                        || text.length() > Limits.URL
                        || !WEB_URL.matcher(text).matches()
                ? null
                : take(name);
    }

    /** Takes the field and says why it was not understood. */
    void report(String name, String message) {
        reportTaken(name, Leftovers.written(fields.remove(name)), message);
    }

    /** Says why what the field said, and was taken, was not understood after all. */
    void reportTaken(String name, String value, String message) {
        notUnderstood.add(new SourceField(path + name, value, message));
    }

    /** The object in the field; an empty one where there is none. */
    SourceObject object(String name) {
        JsonNode value = fields.get(name);
        if (value instanceof ObjectNode object) {
            return new SourceObject(object, path + name + ".", notUnderstood);
        }
        if (value != null && !value.isNull()) {
            report(name, "This should be an object");
        }
        return new SourceObject(JsonNodeFactory.instance.objectNode(), path + name + ".", notUnderstood);
    }

    /** The objects of the list in the field, each with its place in the list. */
    List<SourceObject> objects(String name) {
        List<SourceObject> objects = new ArrayList<>();
        JsonNode value = fields.get(name);
        if (value instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof ObjectNode object) {
                    objects.add(new SourceObject(object, path + name + "[" + i + "].", notUnderstood));
                } else if (!list.get(i).isNull()) {
                    reportTaken(name + "[" + i + "]", Leftovers.written(list.get(i)), "This should be an object");
                    list.set(i, NullNode.getInstance());
                }
            }
        } else if (value != null && !value.isNull()) {
            report(name, "This should be a list");
        }
        return objects;
    }

    /** What nobody took, value by value, each under its path. */
    List<SourceField> leftovers() {
        return Leftovers.of(fields, path);
    }
}
