package io.hindsight.command.importing;

import io.hindsight.command.decision.Limits;
import io.hindsight.events.FactorEvent.ContributingFactorAdded;
import io.hindsight.events.LifecycleEvent.PostmortemImported;
import io.hindsight.events.PointEvent.WentBadlyAdded;
import io.hindsight.events.PointEvent.WentWellAdded;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.events.SectionEvent.SectionWritten;
import io.hindsight.words.Incident;
import io.hindsight.words.Section;
import io.hindsight.words.Severity;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a record says, as a postmortem. Fields map by name; nothing is invented: what is not understood is reported, and what
 * has no place in the document is kept beside it. Parts are numbered in the record's order ({@code t1}, {@code f1}, …).
 */
final class RecordMapping {
    private static final Pattern SEVERITY = Pattern.compile("(?i)sev(?:erity)?[ _-]?([1-5])");

    private final SourceRecord record;
    private final SourceObject said;
    private final SourceTimes times;
    private final List<PostmortemEvent> content = new ArrayList<>();

    private RecordMapping(SourceRecord record, ZoneId zone) {
        this.record = record;
        this.said = record.fields();
        this.times = new SourceTimes(zone);
    }

    /**
     * @param zone where times without an offset were meant; null where nobody said
     */
    static ImportPostmortem map(SourceRecord record, ZoneId zone) {
        return new RecordMapping(record, zone).map();
    }

    private ImportPostmortem map() {
        String title = title();
        Severity severity = severity();
        Incident incident = incident();
        String owner = said.takeName("owner");
        List<String> restrictedTo = said.takeNames("restrictedTo");
        SourceObject sections = said.object("sections");
        sections(sections);
        factors(sections);
        points(sections);
        content.addAll(TimelineMapping.map(said, times));
        content.addAll(ActionItemMapping.map(said));
        return new ImportPostmortem(title, severity, incident, owner, restrictedTo, imported(), content, null);
    }

    /** Comes last: what nobody took by now has no place in the document. */
    private PostmortemImported imported() {
        return new PostmortemImported(
                record.id(),
                said.take("source"),
                said.takeWebUrl("sourceUrl"),
                said.take("license"),
                record.hash(),
                said.leftovers(),
                record.notUnderstood());
    }

    /** One line; a title that is none is kept as it was beside. */
    private String title() {
        String title = said.text("title");
        if (title.length() <= Limits.LINE && title.matches(Limits.ONE_LINE)) {
            return said.take("title");
        }
        return Limits.line(title);
    }

    private Severity severity() {
        String text = said.text("severity");
        if (text == null) {
            return null;
        }
        Matcher matcher = SEVERITY.matcher(text.strip());
        if (!matcher.matches()) {
            said.report("severity", "This is none of " + List.of(Severity.values()));
            return null;
        }
        said.take("severity");
        return Severity.valueOf("SEV_" + matcher.group(1));
    }

    private Incident incident() {
        OffsetDateTime startedAt = times.take(said, "startedAt");
        String endedAtText = said.text("endedAt");
        OffsetDateTime endedAt = times.take(said, "endedAt");
        if (startedAt != null && endedAt != null && endedAt.isBefore(startedAt)) {
            said.reportTaken("endedAt", endedAtText, "This is before the start of the incident");
            endedAt = null;
        }
        return new Incident(null, startedAt, null, endedAt, List.of());
    }

    private void sections(SourceObject sections) {
        section(Section.OVERVIEW, said.take("summary"));
        section(Section.WHAT_HAPPENED, sections.take("whatHappened"));
        section(Section.TRIGGER, sections.take("trigger"));
        section(Section.DETECTION, sections.take("detection"));
        section(Section.RESOLUTION, sections.take("resolution"));
        section(Section.IMPACT, sections.take("impact"));
        section(Section.LESSONS_LEARNED, sections.take("lessonsLearned"));
        section(Section.WHERE_WE_GOT_LUCKY, sections.take("whereWeGotLucky"));
    }

    private void section(Section section, String text) {
        if (text != null) {
            content.add(new SectionWritten(section, text, false));
        }
    }

    private void factors(SourceObject sections) {
        List<String> factors = new ArrayList<>(items(sections.take("rootCause")));
        factors.addAll(items(sections.take("contributingFactors")));
        number(factors, "f", (id, text) -> new ContributingFactorAdded(id, text, false));
    }

    private void points(SourceObject sections) {
        number(items(sections.take("whatWentWell")), "w", WentWellAdded::new);
        number(items(sections.take("whatDidntGoWell")), "b", (id, text) -> new WentBadlyAdded(id, text, null));
    }

    private static List<String> items(String text) {
        return text == null ? List.of() : MarkdownList.items(text);
    }

    private void number(List<String> texts, String prefix, BiFunction<String, String, PostmortemEvent> part) {
        for (int i = 0; i < texts.size(); i++) {
            content.add(part.apply(prefix + (i + 1), texts.get(i)));
        }
    }
}
