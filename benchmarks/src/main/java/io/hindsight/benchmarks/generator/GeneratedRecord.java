package io.hindsight.benchmarks.generator;

import io.hindsight.benchmarks.generator.MadeUpPostmortem.Entry;
import io.hindsight.benchmarks.generator.MadeUpPostmortem.Item;
import io.hindsight.words.Section;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A made-up postmortem as a record that {@code POST /api/imports} takes. */
final class GeneratedRecord {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<Section, String> NAMES = Map.of(
            Section.WHAT_HAPPENED, "whatHappened",
            Section.RESOLUTION, "resolution",
            Section.IMPACT, "impact",
            Section.DETECTION, "detection",
            Section.TRIGGER, "trigger",
            Section.LESSONS_LEARNED, "lessonsLearned",
            Section.WHERE_WE_GOT_LUCKY, "whereWeGotLucky");

    private GeneratedRecord() {}

    static String of(MadeUpPostmortem postmortem) {
        Map<String, Object> sections = new LinkedHashMap<>();
        postmortem.sections().forEach((section, text) -> {
            if (NAMES.containsKey(section)) {
                sections.put(NAMES.get(section), text);
            }
        });
        sections.put("contributingFactors", MadeUpWords.list(postmortem.factors()));
        sections.put("whatWentWell", MadeUpWords.list(postmortem.wentWell()));
        sections.put("whatDidntGoWell", MadeUpWords.list(postmortem.wentBadly()));
        sections.values().removeIf(text -> text.equals(""));

        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", postmortem.id());
        fields.put("source", "made up");
        fields.put("title", postmortem.title());
        fields.put("severity", postmortem.severity().toString());
        fields.put("startedAt", postmortem.startedAt().toString());
        fields.put("endedAt", postmortem.resolvedAt().toString());
        fields.put("summary", postmortem.sections().get(Section.OVERVIEW));
        fields.put("sections", sections);
        fields.put(
                "timeline",
                postmortem.entries().stream().map(GeneratedRecord::entry).toList());
        fields.put(
                "actionItems",
                postmortem.items().stream().map(GeneratedRecord::item).toList());
        return JSON.writeValueAsString(fields);
    }

    private static Map<String, Object> entry(Entry entry) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("at", entry.at().toString());
        fields.put("text", entry.text());
        fields.put("link", entry.link());
        return fields;
    }

    private static Map<String, Object> item(Item item) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("text", item.title());
        fields.put("owner", item.owner());
        fields.put("priority", item.priority().toString());
        fields.put("link", item.ticket());
        return fields;
    }
}
