package io.hindsight.command.importing;

import static io.hindsight.command.importing.Restoring.list;

import io.hindsight.command.decision.Origin;
import io.hindsight.command.importing.ExportedPostmortem.Correction;
import io.hindsight.command.importing.ExportedPostmortem.Declining;
import io.hindsight.command.importing.ExportedPostmortem.Entry;
import io.hindsight.command.importing.ExportedPostmortem.First;
import io.hindsight.command.importing.ExportedPostmortem.Item;
import io.hindsight.events.ActionItemEvent.ActionItemAdded;
import io.hindsight.events.ActionItemEvent.ActionItemCompleted;
import io.hindsight.events.ActionItemEvent.ActionItemDeclined;
import io.hindsight.events.FactorEvent.ContributingFactorAdded;
import io.hindsight.events.ImpactEvent.ImpactRecorded;
import io.hindsight.events.PointEvent.WentBadlyAdded;
import io.hindsight.events.PointEvent.WentWellAdded;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.events.SectionEvent.SectionWritten;
import io.hindsight.events.TimelineEvent.TimelineEntryAdded;
import io.hindsight.events.TimelineEvent.TimelineEntryCorrected;
import io.hindsight.words.CustomFigure;
import io.hindsight.words.ImpactFigures;
import io.hindsight.words.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What an export says of the content, as events. */
final class RestoredContent {
    private final List<Told> told = new ArrayList<>();

    /** An event, and when and by whom it was done where the export comes from. */
    record Told(PostmortemEvent event, Origin origin) {}

    private RestoredContent() {}

    static List<Told> of(ExportedPostmortem said) {
        RestoredContent content = new RestoredContent();
        if (said.sections() != null) {
            said.sections()
                    .forEach((name, section) -> content.tell(
                            new SectionWritten(section(name), section.text(), false),
                            new Origin(section.updatedAt(), section.updatedBy(), null)));
        }
        list(said.timeline()).forEach(content::entry);
        list(said.contributingFactors())
                .forEach(one -> content.tell(
                        new ContributingFactorAdded(one.factorId(), one.text(), one.madeWorse()), Origin.HERE));
        if (said.impact() != null) {
            ImpactFigures figures = said.impact().figures() == null
                    ? ImpactFigures.UNKNOWN
                    : said.impact().figures();
            List<CustomFigure> custom = list(said.impact().customFigures()).stream()
                    .map(one -> new CustomFigure(one.id(), one.label(), one.unit(), one.amount()))
                    .toList();
            List<String> links = list(said.impact().supportLinks());
            if (!figures.equals(ImpactFigures.UNKNOWN) || !custom.isEmpty() || !links.isEmpty()) {
                content.tell(
                        new ImpactRecorded(figures, custom, links, said.impact().reasons()), Origin.HERE);
            }
        }
        list(said.wentWell()).forEach(one -> content.tell(new WentWellAdded(one.pointId(), one.text()), Origin.HERE));
        list(said.wentBadly())
                .forEach(one -> content.tell(new WentBadlyAdded(one.pointId(), one.text(), one.answer()), Origin.HERE));
        list(said.actionItems()).forEach(content::item);
        return content.told;
    }

    private void tell(PostmortemEvent event, Origin origin) {
        told.add(new Told(event, origin));
    }

    /** The section of that name, or null. */
    static Section section(String name) {
        return Arrays.stream(Section.values())
                .filter(section -> section.toString().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** A corrected entry is added as it was at first, and then corrected: its first values stay with it. */
    private void entry(Entry entry) {
        Origin origin = new Origin(null, entry.addedBy(), null);
        First first = entry.correctedFrom();
        if (first == null) {
            tell(
                    new TimelineEntryAdded(
                            entry.entryId(),
                            entry.time(),
                            entry.atText(),
                            entry.kind(),
                            entry.text(),
                            entry.severity(),
                            list(entry.evidence())),
                    origin);
            return;
        }
        tell(
                new TimelineEntryAdded(
                        entry.entryId(),
                        first.time(),
                        first.atText(),
                        first.kind(),
                        first.text(),
                        first.severity(),
                        list(first.evidence())),
                origin);
        Correction why = entry.corrected();
        boolean sameTime = Objects.equals(entry.time(), first.time()) && Objects.equals(entry.atText(), first.atText());
        tell(
                new TimelineEntryCorrected(
                        entry.entryId(),
                        sameTime ? null : entry.time(),
                        entry.kind(),
                        entry.text(),
                        entry.severity(),
                        list(entry.evidence()),
                        false,
                        entry.severity() == null && first.severity() != null),
                why == null ? Origin.HERE : new Origin(why.at(), why.by(), why.reason()));
    }

    private void item(Item item) {
        tell(
                new ActionItemAdded(
                        item.itemId(),
                        item.title(),
                        item.kind(),
                        item.priority(),
                        item.owner(),
                        item.dueOn(),
                        item.ticket(),
                        item.tags(),
                        item.answers()),
                Origin.HERE);
        if (item.status().equals("done")) {
            tell(new ActionItemCompleted(item.itemId()), Origin.HERE);
        } else if (item.status().equals("declined")) {
            Declining why = item.declined();
            tell(
                    new ActionItemDeclined(item.itemId()),
                    why == null ? Origin.HERE : new Origin(why.at(), why.by(), why.reason()));
        }
    }
}
