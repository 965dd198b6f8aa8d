package io.hindsight.query.export;

import static io.hindsight.query.export.Tree.fact;
import static io.hindsight.query.export.Tree.item;
import static io.hindsight.query.export.Tree.link;
import static io.hindsight.query.export.Tree.said;
import static io.hindsight.query.export.Tree.strong;
import static io.hindsight.query.export.Tree.text;

import io.hindsight.query.fold.Durations;
import io.hindsight.query.fold.Mark;
import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.fold.PostmortemDocument.ActionItem;
import io.hindsight.query.fold.PostmortemDocument.Meeting;
import io.hindsight.query.fold.PostmortemDocument.Point;
import io.hindsight.query.fold.PostmortemDocument.SectionText;
import io.hindsight.query.fold.PostmortemDocument.TimelineEntry;
import io.hindsight.words.Evidence;
import io.hindsight.words.Section;
import io.hindsight.words.TimeReasons;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.commonmark.node.BulletList;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;

/** A postmortem as a document to read, its sections in the order of the process. */
final class DocumentTree {
    private static final int SECTION = 2;

    private final PostmortemDocument document;
    private final String factorsLabel;
    private final Tree tree = new Tree();

    private DocumentTree(PostmortemDocument document, String factorsLabel) {
        this.document = document;
        this.factorsLabel = factorsLabel;
    }

    /**
     * @param document with what is computed from it
     * @param factorsLabel the heading of the contributing factors
     */
    static Tree of(PostmortemDocument document, String factorsLabel) {
        return new DocumentTree(document, factorsLabel).build();
    }

    private Tree build() {
        tree.heading(1, document.title());
        facts();
        section("Overview", Section.OVERVIEW, true);
        section("What happened", Section.WHAT_HAPPENED, true);
        section("Trigger", Section.TRIGGER, false);
        section("Detection", Section.DETECTION, false);
        factors();
        section("Resolution", Section.RESOLUTION, true);
        impact();
        points("What went well", document.wentWell(), false);
        section("Where we got lucky", Section.WHERE_WE_GOT_LUCKY, false);
        points("What didn’t go so well", document.wentBadly(), true);
        section("Lessons learned", Section.LESSONS_LEARNED, false);
        timeline();
        responders();
        meeting();
        new FollowUpTree(document, tree).build();
        return tree;
    }

    private void facts() {
        BulletList facts = tree.list();
        facts.setTight(true);
        fact(facts, "Status", document.status());
        fact(facts, "Severity", document.severity());
        fact(facts, "Owner", document.owner());
        fact(facts, "Incident", document.incident().reference());
        fact(facts, "Started", document.incidentStart());
        fact(facts, "Detected", document.incident().detectedAt());
        fact(facts, "Resolved", document.incidentEnd());
        fact(facts, "Services", String.join(", ", document.incident().services()));
        fact(facts, "Tags", String.join(", ", document.tags()));
        Durations durations = document.durations();
        if (durations != null) {
            fact(facts, "Time to detect", durations.toDetect());
            fact(facts, "Time to acknowledge", durations.toAcknowledge());
            fact(facts, "Time to mitigate", durations.toMitigate());
            fact(facts, "Time to resolve", durations.toResolve());
        }
        if (document.timeInSeverity() != null) {
            document.timeInSeverity()
                    .forEach((severity, time) -> fact(facts, "Time in " + severity.replace("sev-", "SEV-"), time));
        }
        fact(facts, "Version", document.version());
    }

    private void section(String title, Section section, boolean always) {
        SectionText written = document.sections().get(section.toString());
        if (always || written != null && !written.text().isBlank()) {
            tree.heading(SECTION, title).written(written == null ? null : written.text());
        }
    }

    private void factors() {
        tree.heading(SECTION, factorsLabel);
        if (document.contributingFactors().isEmpty()) {
            tree.nothing();
            return;
        }
        BulletList list = tree.list();
        document.contributingFactors()
                .forEach(factor -> tree.item(
                        list,
                        factor.text(),
                        factor.madeWorse() ? new Node[] {strong("Made it worse:"), text(" ")} : new Node[0]));
    }

    private void impact() {
        boolean figures = !document.impact().named().isEmpty()
                || !document.impact().supportLinks().isEmpty();
        SectionText written = document.sections().get(Section.IMPACT.toString());
        tree.heading(SECTION, "Impact");
        if (!figures || written != null && !written.text().isBlank()) {
            tree.written(written == null ? null : written.text());
        }
        if (!figures) {
            return;
        }
        BulletList list = tree.list();
        list.setTight(true);
        document.impact().named().forEach((name, value) -> fact(list, name, value));
        TimeReasons reasons = document.impact().timeReasons();
        fact(list, "Why the time in SEV-1 is not the timeline’s", reasons.timeInSev1());
        fact(list, "Why the time in SEV-2 is not the timeline’s", reasons.timeInSev2());
        document.impact().supportLinks().forEach(url -> item(list, link(url, null)));
    }

    /** @param toAnswer whether each is followed up (rule {@code improvement.followed-up}) */
    private void points(String title, List<Point> points, boolean toAnswer) {
        tree.heading(SECTION, title);
        if (points.isEmpty()) {
            tree.nothing();
            return;
        }
        BulletList list = tree.list();
        for (Point point : points) {
            ListItem item = tree.item(list, point.text());
            List<ActionItem> answering = document.actionItems().stream()
                    .filter(one -> one.answers().contains(point.pointId()))
                    .toList();
            if (point.answer() == null && answering.isEmpty()) {
                if (toAnswer) {
                    item(Tree.list(item), text("Not answered yet"));
                }
                continue;
            }
            BulletList answers = Tree.list(item);
            if (point.answer() != null) {
                tree.item(answers, point.answer(), strong("Answered:"), text(" "));
            }
            answering.forEach(
                    one -> item(answers, strong("Answered by:"), text(" " + one.title() + " (" + one.status() + ")")));
        }
    }

    private void timeline() {
        tree.heading(SECTION, "Timeline");
        if (document.timeline().isEmpty()) {
            tree.nothing();
            return;
        }
        BulletList list = tree.list();
        document.timeline().forEach(entry -> entry(list, entry));
    }

    private void entry(BulletList list, TimelineEntry entry) {
        ListItem item = tree.item(list, entry.text(), strong(time(entry)), text(kind(entry)));
        if (entry.mark() != null) {
            tree.mark(item, entry.mark().toString());
        }
        if (entry.evidence().isEmpty() && entry.correctedFrom() == null) {
            return;
        }
        BulletList more = Tree.list(item);
        entry.evidence().forEach(evidence -> evidence(more, evidence));
        if (entry.correctedFrom() != null) {
            Object first = entry.correctedFrom().at();
            item(
                    more,
                    text("Corrected; at first: " + (first == null ? "" : said(first) + " ")
                            + (entry.correctedFrom().text() == null
                                    ? ""
                                    : entry.correctedFrom().text())));
            if (entry.corrected() != null) {
                String why = entry.corrected().reason();
                item(
                        more,
                        text("Corrected by " + entry.corrected().by() + ", "
                                + said(entry.corrected().at()) + (why == null ? "" : ": " + why)));
            }
        }
    }

    private static String time(TimelineEntry entry) {
        if (entry.at() != null) {
            return said(entry.at());
        }
        return entry.atText() == null ? "Time not known" : entry.atText();
    }

    private static String kind(TimelineEntry entry) {
        String severity = entry.severity() == null ? "" : " (" + entry.severity() + ")";
        if (entry.mark() != null) {
            return (entry.mark() == Mark.START ? " \uD83D\uDD34 Start of the incident" : " \uD83D\uDFE2 Resolution")
                    + severity + ": ";
        }
        return entry.kind() == null || entry.kind() == io.hindsight.words.EntryKind.OBSERVATION
                ? severity + " "
                : " " + entry.kind().toString().toLowerCase(Locale.ROOT).replace('-', ' ') + severity + ": ";
    }

    private static void evidence(Node list, Evidence evidence) {
        ListItem item = item(
                list,
                text("Evidence: "),
                evidence.url() == null
                        ? text(evidence.label() == null ? "" : evidence.label())
                        : link(evidence.url(), evidence.label()));
        if (evidence.query() != null && !evidence.query().isBlank()) {
            Tree.code(item, evidence.query());
        }
    }

    private void responders() {
        tree.heading(SECTION, "Responders");
        if (document.responders().isEmpty()) {
            tree.nothing();
            return;
        }
        BulletList list = tree.list();
        list.setTight(true);
        document.responders()
                .forEach(one -> item(
                        list,
                        strong(one.person()),
                        text(" " + one.role().toString().replace('-', ' '))));
    }

    private void meeting() {
        tree.heading(SECTION, "Meeting and call recording");
        if (document.meeting() == null) {
            tree.nothing();
            return;
        }
        BulletList list = tree.list();
        list.setTight(true);
        document.earlierMeetings().forEach(earlier -> meeting(list, earlier));
        meeting(list, document.meeting());
    }

    private void meeting(BulletList list, Meeting meeting) {
        fact(list, "Planned", meeting.startsAt());
        fact(list, "Location", meeting.location());
        if (meeting.link() != null) {
            item(list, strong("Link:"), text(" "), link(meeting.link(), null));
        }
        fact(
                list,
                "Invited",
                meeting.invitees().stream()
                        .map(one -> one.person() + (one.optional() ? " (optional)" : ""))
                        .collect(Collectors.joining(", ")));
        fact(list, "Held", meeting.heldAt());
        fact(list, "Attended by", String.join(", ", meeting.attendees()));
        if (meeting.recording() != null) {
            item(list, strong("Recording:"), text(" "), link(meeting.recording(), null));
        }
    }
}
