package io.hindsight.command.importing.slack;

import io.hindsight.command.decision.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads what blocks say, or the fields of an attachment, as the text of a message would have it: with Slack's references and
 * escapes, which {@link SlackText} makes readable. Buttons, pictures and kinds of block that are not known say nothing. It is put
 * together while it is read and never longer than an entry may be: as a tree, the blocks of an export would be many times its size.
 */
final class BlockText extends StdDeserializer<String> {
    private static final Set<String> SAID = Set.of(
            "type",
            "text",
            "style",
            "indent",
            "offset",
            "url",
            "user_id",
            "usergroup_id",
            "channel_id",
            "range",
            "name",
            "fallback",
            "title",
            "value");
    private static final Set<String> PARTS = Set.of("elements", "fields");

    BlockText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        return said(parser);
    }

    /** What the value that begins here says; empty where it says nothing. */
    private static String said(JsonParser parser) {
        if (parser.hasToken(JsonToken.START_ARRAY)) {
            return Limits.cut(lines(parts(parser)), Limits.TEXT);
        }
        if (parser.hasToken(JsonToken.START_OBJECT)) {
            return Limits.cut(block(parser), Limits.TEXT);
        }
        return parser.hasToken(JsonToken.VALUE_STRING) ? Limits.cut(parser.getString(), Limits.TEXT) : "";
    }

    private static List<String> parts(JsonParser parser) {
        List<String> parts = new ArrayList<>();
        int length = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String part = said(parser);
            if (!part.isEmpty() && length < Limits.TEXT) {
                parts.add(part);
                length += part.length();
            }
        }
        return parts;
    }

    /** Its type may be said last, so that all else is read before it is known what to make of it. */
    private static String block(JsonParser parser) {
        Map<String, String> said = new HashMap<>();
        List<String> parts = List.of();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (PARTS.contains(name) && token == JsonToken.START_ARRAY) {
                parts = parts(parser);
            } else if (name.equals("text") && token == JsonToken.START_OBJECT) {
                said.put(name, said(parser));
            } else if (SAID.contains(name) && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                said.put(name, Limits.cut(parser.getString(), Limits.TEXT));
            } else {
                parser.skipChildren();
            }
        }
        return readable(said, parts);
    }

    private static String readable(Map<String, String> said, List<String> parts) {
        String text = said.getOrDefault("text", "");
        return switch (said.getOrDefault("type", "")) {
            case "mrkdwn" -> text;
            // Slack may have escaped it, or not.
            case "plain_text", "markdown" -> text.replace("<", "&lt;").replace(">", "&gt;");
            case "section", "header" -> lines(with(text, parts));
            case "context" -> String.join(" ", parts);
            case "rich_text" -> lines(parts);
            case "rich_text_section" -> String.join("", parts);
            case "rich_text_list" -> list(said, parts);
            case "rich_text_quote" ->
                String.join("", parts).lines().map(line -> "&gt; " + line).collect(Collectors.joining("\n"));
            case "rich_text_preformatted" -> "```\n" + String.join("", parts) + "\n```";
            default -> element(said, text);
        };
    }

    private static String element(Map<String, String> said, String text) {
        return switch (said.getOrDefault("type", "")) {
            case "text" -> escaped(text);
            case "link" ->
                "<" + escaped(said.getOrDefault("url", "")).replace("|", "%7C")
                        + (text.isBlank() ? "" : "|" + escaped(text)) + ">";
            case "user" -> "<@" + escaped(said.getOrDefault("user_id", "")) + ">";
            case "usergroup" -> "<!subteam^" + escaped(said.getOrDefault("usergroup_id", "")) + ">";
            case "channel" -> "<#" + escaped(said.getOrDefault("channel_id", "")) + ">";
            case "broadcast" -> "<!" + escaped(said.getOrDefault("range", "")) + ">";
            case "emoji" -> ":" + escaped(said.getOrDefault("name", "")) + ":";
            case "date" -> escaped(said.getOrDefault("fallback", ""));
            case "" -> field(said);
            default -> "";
        };
    }

    /** A field of an attachment has no type. */
    private static String field(Map<String, String> said) {
        String value = said.getOrDefault("value", "");
        String title = said.getOrDefault("title", "");
        return title.isBlank() || value.isBlank() ? value : title + ": " + value;
    }

    private static String list(Map<String, String> said, List<String> items) {
        String indent = "  ".repeat(number(said.get("indent")));
        boolean ordered = "ordered".equals(said.get("style"));
        int first = number(said.get("offset")) + 1;
        List<String> lines = new ArrayList<>();
        for (String item : items) {
            lines.add(indent + (ordered ? first + lines.size() + ". " : "• ") + item);
        }
        return lines(lines);
    }

    private static int number(String said) {
        return said != null && said.matches("\\d{1,2}") ? Integer.parseInt(said) : 0;
    }

    private static List<String> with(String text, List<String> parts) {
        List<String> all = new ArrayList<>(parts);
        all.add(0, text);
        return all;
    }

    private static String lines(List<String> parts) {
        return parts.stream()
                .map(String::stripTrailing)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
