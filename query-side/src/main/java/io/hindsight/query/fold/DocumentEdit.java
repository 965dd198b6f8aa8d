package io.hindsight.query.fold;

import io.hindsight.query.fold.PostmortemDocument.ActionItem;
import io.hindsight.query.fold.PostmortemDocument.Alert;
import io.hindsight.query.fold.PostmortemDocument.Calendar;
import io.hindsight.query.fold.PostmortemDocument.Comment;
import io.hindsight.query.fold.PostmortemDocument.ExternalMessage;
import io.hindsight.query.fold.PostmortemDocument.Factor;
import io.hindsight.query.fold.PostmortemDocument.Impact;
import io.hindsight.query.fold.PostmortemDocument.ImportSource;
import io.hindsight.query.fold.PostmortemDocument.Incident;
import io.hindsight.query.fold.PostmortemDocument.InternalEmail;
import io.hindsight.query.fold.PostmortemDocument.Meeting;
import io.hindsight.query.fold.PostmortemDocument.Obligation;
import io.hindsight.query.fold.PostmortemDocument.Point;
import io.hindsight.query.fold.PostmortemDocument.Responder;
import io.hindsight.query.fold.PostmortemDocument.Review;
import io.hindsight.query.fold.PostmortemDocument.SectionText;
import io.hindsight.query.fold.PostmortemDocument.TimelineEntry;
import io.hindsight.words.Severity;
import io.hindsight.words.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The parts of a document while one event is folded into it. The parts themselves are immutable, so that a copy is
 * shallow and the document before the event stays what it was.
 */
final class DocumentEdit {
    final String id;
    private final long version;
    String title;
    Status status;
    Severity severity;
    boolean required;
    String owner;
    Instant openedAt;
    String openedBy;
    Instant closedAt;
    Incident incident;
    List<String> tags = List.of();
    Meeting meeting;
    List<Meeting> earlierMeetings = List.of();
    Calendar calendar;
    List<Responder> responders = List.of();
    List<TimelineEntry> timeline = List.of();
    Map<String, SectionText> sections = Map.of();
    List<Factor> contributingFactors = List.of();
    Impact impact = Impact.UNKNOWN;
    List<Point> wentWell = List.of();
    List<Point> wentBadly = List.of();
    List<ActionItem> actionItems = List.of();
    ExternalMessage externalMessage;
    List<Review> reviews = List.of();
    List<Comment> comments = List.of();
    List<InternalEmail> internalEmails = List.of();
    List<Obligation> obligations = List.of();
    List<String> restrictedTo;
    ImportSource source;
    Alert alert;

    /** A postmortem of which nothing is known but its id. */
    DocumentEdit(String id) {
        this.id = id;
        this.version = 0;
    }

    DocumentEdit(PostmortemDocument before) {
        id = before.id();
        version = before.version();
        title = before.title();
        status = before.status();
        severity = before.severity();
        required = before.required();
        owner = before.owner();
        openedAt = before.openedAt();
        openedBy = before.openedBy();
        closedAt = before.closedAt();
        incident = before.incident();
        tags = before.tags();
        meeting = before.meeting();
        earlierMeetings = before.earlierMeetings();
        calendar = before.calendar();
        responders = before.responders();
        timeline = before.timeline();
        sections = before.sections();
        contributingFactors = before.contributingFactors();
        impact = before.impact();
        wentWell = before.wentWell();
        wentBadly = before.wentBadly();
        actionItems = before.actionItems();
        externalMessage = before.externalMessage();
        reviews = before.reviews();
        comments = before.comments();
        internalEmails = before.internalEmails();
        obligations = before.obligations();
        restrictedTo = before.restrictedTo();
        source = before.source();
        alert = before.alert();
    }

    /** The document after an event that was recorded at this instant. */
    PostmortemDocument done(Instant at) {
        return new PostmortemDocument(
                id,
                version + 1,
                title,
                status,
                severity,
                required,
                owner,
                openedAt,
                openedBy,
                at,
                closedAt,
                incident,
                tags,
                meeting,
                earlierMeetings,
                calendar,
                responders,
                timeline,
                sections,
                contributingFactors,
                impact,
                wentWell,
                wentBadly,
                actionItems,
                externalMessage,
                reviews,
                comments,
                internalEmails,
                ObligationFold.assigned(this),
                restrictedTo,
                source,
                alert,
                null,
                null);
    }
}
