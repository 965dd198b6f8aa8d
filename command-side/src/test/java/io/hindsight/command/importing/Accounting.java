package io.hindsight.command.importing;

import io.hindsight.events.ActionItemEvent.ActionItemAdded;
import io.hindsight.events.ActionItemEvent.ActionItemCompleted;
import io.hindsight.events.FactorEvent.ContributingFactorAdded;
import io.hindsight.events.PointEvent.WentBadlyAdded;
import io.hindsight.events.PointEvent.WentWellAdded;
import io.hindsight.events.SectionEvent.SectionWritten;
import io.hindsight.events.TimelineEvent.TimelineEntryAdded;
import io.hindsight.words.SourceField;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Looks for every value of a record in what became of it: in its own place in an event, or word for word under its own path
 * among the fields kept beside the document or reported. It knows where each field belongs, and nothing of how it gets there.
 */
final class Accounting {
    private static final Map<String, String> SECTIONS = Map.of(
            "summary", "overview",
            "sections.whatHappened", "what-happened",
            "sections.resolution", "resolution",
            "sections.impact", "impact",
            "sections.detection", "detection",
            "sections.trigger", "trigger",
            "sections.lessonsLearned", "lessons-learned",
            "sections.whereWeGotLucky", "where-we-got-lucky");

    private final JsonNode record;
    private final ImportPostmortem command;

    private Accounting(JsonNode record, ImportPostmortem command) {
        this.record = record;
        this.command = command;
    }

    /** The paths of the values that are nowhere. */
    static List<String> lost(JsonNode record, ImportPostmortem command) {
        return new Accounting(record, command).lost();
    }

    /** What a text says apart from list markers at the beginnings of lines, and blanks. */
    static String essence(String text) {
        return text.replaceAll("(?m)^(([-*+]|\\d{1,9}[.)])[ \\t]+)+(?=\\S)", "").replaceAll("\\s", "");
    }

    private List<String> lost() {
        Map<String, JsonNode> values = new TreeMap<>();
        collect("", record, values);
        List<String> lost = new ArrayList<>();
        values.forEach((path, value) -> {
            String text = value.isString() ? value.stringValue() : value.toString();
            if (!isKept(path, text) && !isInPlace(path, text)) {
                lost.add(path);
            }
        });
        return lost;
    }

    private static void collect(String path, JsonNode value, Map<String, JsonNode> values) {
        if (value.isContainer()) {
            value.properties()
                    .forEach(field -> collect(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), values));
            for (int i = 0; value.isArray() && i < value.size(); i++) {
                collect(path + "[" + i + "]", value.get(i), values);
            }
        } else if (!value.isNull()) {
            values.put(path, value);
        }
    }

    private boolean isKept(String path, String text) {
        Stream<SourceField> kept =
                Stream.concat(command.imported().otherFields().stream(), command.imported().notUnderstood().stream());
        return kept.anyMatch(
                field -> field.field().equals(path) && field.value().equals(text)
                        // A whole object or list that was not understood is reported as one.
                        || path.startsWith(field.field())
                                && field.value().startsWith("{")
                                && field.value().contains(text));
    }

    private boolean isInPlace(String path, String text) {
        if (SECTIONS.containsKey(path)) {
            return Records.events(command, SectionWritten.class).stream()
                    .anyMatch(written -> written.section().toString().equals(SECTIONS.get(path))
                            && written.text().equals(text));
        }
        if (path.startsWith("timeline[")) {
            return isInEntry(entryOf(index(path)), path.substring(path.indexOf('.') + 1), text);
        }
        if (path.startsWith("actionItems[")) {
            return isInItem(itemOf(index(path)), path.substring(path.indexOf('.') + 1), text);
        }
        return switch (path) {
            case "id" -> text.equals(command.imported().sourceId());
            case "source" -> text.equals(command.imported().source());
            case "sourceUrl" -> text.equals(command.imported().sourceUrl());
            case "license" -> text.equals(command.imported().license());
            case "title" -> text.equals(command.title());
            case "owner" -> text.equals(command.owner());
            case "severity" ->
                command.severity() != null
                        && digits(text).equals(digits(command.severity().toString()));
            case "startedAt" -> isMeant(text, command.incident().startedAt());
            case "endedAt" -> isMeant(text, command.incident().resolvedAt());
            case "sections.rootCause", "sections.contributingFactors" ->
                essences(Stream.of("rootCause", "contributingFactors").map(this::section))
                        .equals(factors());
            case "sections.whatWentWell" ->
                essence(text)
                        .equals(essences(Records.events(command, WentWellAdded.class).stream()
                                .map(WentWellAdded::text)));
            case "sections.whatDidntGoWell" ->
                essence(text)
                        .equals(essences(Records.events(command, WentBadlyAdded.class).stream()
                                .map(WentBadlyAdded::text)));
            default -> false;
        };
    }

    private static boolean isInEntry(TimelineEntryAdded entry, String field, String text) {
        return switch (field) {
            case "at" -> isMeant(text, entry.at());
            case "atRaw" -> text.equals(entry.atText());
            case "text" -> text.equals(entry.text());
            case "link" -> entry.evidence().stream().anyMatch(evidence -> text.equals(evidence.url()));
            default -> false;
        };
    }

    private boolean isInItem(ActionItemAdded item, String field, String text) {
        return switch (field) {
            case "text" -> text.equals(item.title());
            case "owner" -> text.equals(item.owner());
            case "link" -> text.equals(item.ticket());
            case "priority" -> text.equalsIgnoreCase(Objects.toString(item.priority()));
            case "due" -> text.equals(Objects.toString(item.dueOn()));
            case "status" -> text.equals("done") && command.content().contains(new ActionItemCompleted(item.itemId()));
            default -> false;
        };
    }

    private TimelineEntryAdded entryOf(int index) {
        return Records.events(command, TimelineEntryAdded.class).get(index);
    }

    private ActionItemAdded itemOf(int index) {
        return Records.events(command, ActionItemAdded.class).get(index);
    }

    private String section(String name) {
        JsonNode text = record.path("sections").path(name);
        return text.isString() ? text.stringValue() : "";
    }

    /** The very time, in the offset it was given in; where none was given, in whichever the zone of the import has. */
    private static boolean isMeant(String text, OffsetDateTime at) {
        if (at == null) {
            return false;
        }
        return text.matches(".*T.*(Z|[+-]\\d{2}:\\d{2})")
                ? at.equals(OffsetDateTime.parse(text))
                : at.toLocalDateTime().equals(LocalDateTime.parse(text));
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    private static int index(String path) {
        return Integer.parseInt(path.substring(path.indexOf('[') + 1, path.indexOf(']')));
    }

    private String factors() {
        return essences(
                Records.events(command, ContributingFactorAdded.class).stream().map(ContributingFactorAdded::text));
    }

    private static String essences(Stream<String> texts) {
        return texts.map(Accounting::essence).collect(Collectors.joining());
    }
}
