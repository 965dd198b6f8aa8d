package io.hindsight.query.internalemail;

import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.fold.PostmortemDocument.ActionItem;
import io.hindsight.query.fold.PostmortemDocument.InternalEmail;
import io.hindsight.query.fold.PostmortemDocument.SectionText;
import io.hindsight.words.InternalEmailKind;
import io.hindsight.words.Section;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An internal e-mail, made from the document and ready to send.
 *
 * @param body plain text
 * @param sent the times that it was recorded as sent
 */
record ReadyEmail(InternalEmailKind kind, String subject, String body, List<InternalEmail> sent) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * Both of them, in the order in which they are sent.
     *
     * @param link where the postmortem is; null where nobody said where this installation is
     */
    static List<ReadyEmail> of(PostmortemDocument document, String link) {
        return List.of(
                email(
                        InternalEmailKind.INCIDENT,
                        "Incident: ",
                        document,
                        "there was an incident: " + head(document) + ".",
                        times(document),
                        section(document, Section.OVERVIEW),
                        whatHappensNext(document),
                        linked("The postmortem: ", link),
                        readers(document)),
                email(
                        InternalEmailKind.RESULTS,
                        "Postmortem results: ",
                        document,
                        "this is what the postmortem of " + head(document) + " has found.",
                        section(document, Section.OVERVIEW),
                        listed(
                                "What contributed:",
                                document.contributingFactors().stream().map(factor -> factor.text())),
                        listed("What went well:", document.wentWell().stream().map(point -> point.text())),
                        listed(
                                "What did not go so well:",
                                document.wentBadly().stream().map(point -> point.text())),
                        listed("What follows:", document.actionItems().stream().map(ReadyEmail::item)),
                        linked("All of it: ", link),
                        readers(document)));
    }

    private static ReadyEmail email(
            InternalEmailKind kind, String subject, PostmortemDocument document, String... paragraphs) {
        String body = Stream.concat(Stream.of("Hello,"), Stream.of(paragraphs))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n\n", "", "\n"));
        return new ReadyEmail(
                kind,
                subject + line(document.title()),
                body,
                document.internalEmails().stream()
                        .filter(email -> email.kind() == kind)
                        .toList());
    }

    private static String head(PostmortemDocument document) {
        List<String> more = new ArrayList<>();
        if (document.severity() != null) {
            more.add(document.severity().toString().toUpperCase(Locale.ROOT));
        }
        if (document.incident().reference() != null) {
            more.add(document.incident().reference());
        }
        return line(document.title()) + (more.isEmpty() ? "" : " (" + String.join(", ", more) + ")");
    }

    private static String times(PostmortemDocument document) {
        List<String> known = new ArrayList<>();
        addTime(known, "It started at ", document.incidentStart());
        addTime(known, "It was resolved at ", document.incidentEnd());
        if (!document.incident().services().isEmpty()) {
            known.add("Affected: " + String.join(", ", document.incident().services()) + ".");
        }
        return known.isEmpty() ? null : String.join(" ", known);
    }

    private static void addTime(List<String> known, String what, Instant at) {
        if (at != null) {
            known.add(what + TIME.format(at) + ".");
        }
    }

    private static String whatHappensNext(PostmortemDocument document) {
        String owner = document.owner() == null
                ? "Nobody owns the postmortem yet."
                : document.owner() + " owns the postmortem.";
        boolean planned = document.meeting() != null
                && document.meeting().startsAt() != null
                && document.meeting().heldAt() == null;
        return planned
                ? owner + " Its meeting is at " + TIME.format(document.meeting().startsAt()) + "."
                : owner;
    }

    private static String linked(String what, String link) {
        return link == null ? null : what + link;
    }

    private static String section(PostmortemDocument document, Section section) {
        SectionText text = document.sections().get(section.toString());
        return text == null || text.text().isBlank() ? null : text.text().strip();
    }

    private static String listed(String head, Stream<String> points) {
        List<String> lines = points.map(point -> "- " + line(point)).toList();
        return lines.isEmpty() ? null : head + "\n" + String.join("\n", lines);
    }

    private static String item(ActionItem item) {
        return Stream.of(
                        item.title(),
                        item.owner(),
                        item.dueOn() == null ? null : "due " + item.dueOn(),
                        item.ticket(),
                        item.status().open() ? null : item.status().toString())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    /** Who sends it on should know whom it must not reach. */
    private static String readers(PostmortemDocument document) {
        return document.restrictedTo() == null
                ? null
                : "Only these people may know of it: " + String.join(", ", document.restrictedTo()) + ".";
    }

    private static String line(String text) {
        return text == null ? "" : text.strip().replaceAll("\\s+", " ");
    }
}
