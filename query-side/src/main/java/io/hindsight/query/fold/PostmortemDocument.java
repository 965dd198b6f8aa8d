package io.hindsight.query.fold;

import io.hindsight.words.ActionItemKind;
import io.hindsight.words.Anchor;
import io.hindsight.words.CustomFigure;
import io.hindsight.words.Edit;
import io.hindsight.words.EntryKind;
import io.hindsight.words.Evidence;
import io.hindsight.words.ImpactFigures;
import io.hindsight.words.IncidentCourse;
import io.hindsight.words.InternalEmailKind;
import io.hindsight.words.Invitee;
import io.hindsight.words.ObligationKind;
import io.hindsight.words.Priority;
import io.hindsight.words.ResponderRole;
import io.hindsight.words.Severity;
import io.hindsight.words.SourceField;
import io.hindsight.words.Status;
import io.hindsight.words.TimeReasons;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A postmortem as its events tell it up to one version, and the shape in which it is answered. Instants are UTC; null is
 * not known or not there. Every other read model is derived from two of these, before and after an event.
 *
 * @param version the number of events that are in it
 * @param required whether the process demands the postmortem (rule {@code postmortem.required})
 * @param closedAt when it was closed; null while it is open, after it was reopened, and where it was imported as closed
 * @param earlierMeetings those that were held before another was scheduled, the oldest first
 * @param calendar what a calendar has to know of the meeting beside that; null where none was ever scheduled
 * @param timeline by time; entries whose time is not known are last, in the order in which they were given
 * @param sections by the section's name in kebab-case
 * @param durations computed from the timeline, null until somebody asks, like {@code timeInSeverity}
 * @param timeInSeverity by the severity, or {@code unknown}; null while the incident goes on
 * @param restrictedTo the people who alone, beside administrators, may know of it; null where everybody may
 * @param alert what the alerting says of the incident; null where it tells nothing of it
 */
public record PostmortemDocument(
        String id,
        long version,
        String title,
        Status status,
        Severity severity,
        boolean required,
        String owner,
        Instant openedAt,
        String openedBy,
        Instant updatedAt,
        Instant closedAt,
        Incident incident,
        List<String> tags,
        Meeting meeting,
        List<Meeting> earlierMeetings,
        Calendar calendar,
        List<Responder> responders,
        List<TimelineEntry> timeline,
        Map<String, SectionText> sections,
        List<Factor> contributingFactors,
        Impact impact,
        List<Point> wentWell,
        List<Point> wentBadly,
        List<ActionItem> actionItems,
        ExternalMessage externalMessage,
        List<Review> reviews,
        List<Comment> comments,
        List<InternalEmail> internalEmails,
        List<Obligation> obligations,
        List<String> restrictedTo,
        ImportSource source,
        Alert alert,
        Durations durations,
        Map<String, Duration> timeInSeverity) {

    /** What was stored before they were kept says nothing of earlier meetings. */
    public PostmortemDocument {
        earlierMeetings = earlierMeetings == null ? List.of() : earlierMeetings;
    }

    /** Whether somebody still works on it: neither closed nor waived. */
    public boolean open() {
        return status != Status.CLOSED && status != Status.WAIVED;
    }

    /** When the incident started: as is known of it, else as the timeline marks it; null where neither says. */
    public Instant incidentStart() {
        return incident.startedAt() == null ? marked(EntryKind.INCIDENT_STARTED) : incident.startedAt();
    }

    /** When the incident was resolved: as is known of it, else as the timeline marks it; null where neither says. */
    public Instant incidentEnd() {
        return incident.resolvedAt() == null ? marked(EntryKind.INCIDENT_RESOLVED) : incident.resolvedAt();
    }

    private Instant marked(EntryKind kind) {
        return timeline.stream()
                .filter(entry -> entry.kind() == kind && entry.at() != null)
                .map(TimelineEntry::at)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * The same document with what follows from it: each obligation says whether it is overdue at that instant, the timeline
     * which entries mark the start and the resolution, and what is computed from it is filled in.
     */
    public PostmortemDocument asOf(Instant now) {
        List<Obligation> judged =
                obligations.stream().map(obligation -> obligation.asOf(now)).toList();
        List<TimelineEntry> marked =
                timeline.stream().map(TimelineEntry::marked).toList();
        IncidentCourse course = Durations.course(this);
        return new PostmortemDocument(
                id,
                version,
                title,
                status,
                severity,
                required,
                owner,
                openedAt,
                openedBy,
                updatedAt,
                closedAt,
                incident,
                tags,
                meeting,
                earlierMeetings,
                calendar,
                responders,
                marked,
                sections,
                contributingFactors,
                ImpactFold.completed(impact, course),
                wentWell,
                wentBadly,
                actionItems,
                externalMessage,
                reviews,
                comments,
                internalEmails,
                judged,
                restrictedTo,
                source,
                alert,
                Durations.of(course, incident.detectedAt()),
                course.timeInSeverity());
    }

    /** What is known of the incident; {@link io.hindsight.words.Incident} in UTC. */
    public record Incident(
            String reference, Instant startedAt, Instant detectedAt, Instant resolvedAt, List<String> services) {}

    /**
     * The postmortem meeting, planned or held.
     *
     * @param invitees whom to invite, as it was decided (rule {@code meeting.invitees}); of one that was held, who was invited
     * @param missingRoles the roles that are always invited and that nobody is named for
     * @param heldBy by when it had to be held, of one that was held before another was scheduled; of the others it is told by what is owed
     */
    public record Meeting(
            Instant startsAt,
            Duration duration,
            String location,
            String link,
            Instant heldAt,
            List<String> attendees,
            String recording,
            List<Invitee> invitees,
            List<ResponderRole> missingRoles,
            Instant heldBy) {
        /** What was stored before there were invitees says nothing of them. */
        public Meeting {
            invitees = invitees == null ? List.of() : invitees;
            missingRoles = missingRoles == null ? List.of() : missingRoles;
        }

        Meeting heldBy(Instant time) {
            return new Meeting(
                    startsAt, duration, location, link, heldAt, attendees, recording, invitees, missingRoles, time);
        }
    }

    /**
     * How the planned meeting stands in people's calendars.
     *
     * @param host what follows the postmortem's id in the identifier of their entry, where an export brought it; null for this
     *     installation's
     * @param sequence how often it was moved, called off or put on again, or had its invitees changed
     * @param cancelled the meeting that was called off; null where it is on
     */
    public record Calendar(String host, int sequence, Meeting cancelled) {

        /** It was changed once more: it is on, or this one was called off. */
        Calendar changed(Meeting cancelled) {
            return new Calendar(host, sequence + 1, cancelled);
        }
    }

    /**
     * What the alerting said last. Where the postmortem says the same it follows the alerting, and else people.
     *
     * @param source {@code pagerduty}
     * @param alertId the incident's id there
     */
    public record Alert(
            String source,
            String alertId,
            String title,
            Severity severity,
            Instant startedAt,
            Instant resolvedAt,
            List<String> services,
            List<String> people) {}

    /** Who had which role in the incident. */
    public record Responder(String person, ResponderRole role) {}

    /**
     * One line of the account.
     *
     * @param atGiven the time with the offset it was given in, where that is not UTC
     * @param atText what the source says of the time where that says more than {@code at}
     * @param correctedFrom the first values, when it was corrected
     * @param corrected when, by whom and why it was corrected, the last time; the history tells of each time
     * @param mark null until somebody asks, since it follows from the kind
     */
    public record TimelineEntry(
            String entryId,
            Instant at,
            String atGiven,
            String atText,
            EntryKind kind,
            String text,
            Severity severity,
            List<Evidence> evidence,
            OriginalEntry correctedFrom,
            Correction corrected,
            String addedBy,
            Mark mark) {

        private TimelineEntry marked() {
            Mark is = Mark.of(kind);
            return is == null
                    ? this
                    : new TimelineEntry(
                            entryId,
                            at,
                            atGiven,
                            atText,
                            kind,
                            text,
                            severity,
                            evidence,
                            correctedFrom,
                            corrected,
                            addedBy,
                            is);
        }
    }

    /** Somebody said otherwise than what stood there, and why. */
    public record Correction(Instant at, String by, String reason) {}

    /** What a timeline entry said at first. */
    public record OriginalEntry(
            Instant at,
            String atGiven,
            String atText,
            EntryKind kind,
            String text,
            Severity severity,
            List<Evidence> evidence) {}

    /** A written section, in Markdown. */
    public record SectionText(String text, Instant updatedAt, String updatedBy) {}

    /** Something that contributed; {@code madeWorse}: an action of the response that made it worse. */
    public record Factor(String factorId, String text, boolean madeWorse) {}

    /**
     * What the incident did to customers.
     *
     * @param timeReasons why times in severity were recorded that are not the timeline's (rule {@code
     *     impact.time-in-severity}); without those that are, where somebody asks
     */
    public record Impact(
            ImpactFigures figures,
            List<CustomFigure> customFigures,
            List<String> supportLinks,
            TimeReasons timeReasons) {
        static final Impact UNKNOWN = new Impact(ImpactFigures.UNKNOWN, List.of(), List.of(), TimeReasons.NONE);

        /** Documents from before there was one a time have none. */
        public Impact {
            timeReasons = timeReasons == null ? TimeReasons.NONE : timeReasons;
        }

        /** The figures that are known, by what people call them. */
        public Map<String, Object> named() {
            Map<String, Object> named = new LinkedHashMap<>();
            named.put("Time in SEV-1", figures.timeInSev1());
            named.put("Time in SEV-2", figures.timeInSev2());
            named.put("Notifications out of SLA", figures.notificationsOutOfSla());
            named.put("Events dropped", figures.eventsDropped());
            named.put("Accounts affected", figures.accountsAffected());
            named.put("Users affected", figures.usersAffected());
            named.put("Support requests", figures.supportRequests());
            named.values().removeIf(Objects::isNull);
            customFigures.forEach(figure -> named.put(
                    named.containsKey(figure.label()) ? figure.label() + " (" + figure.id() + ")" : figure.label(),
                    figure.amount().toPlainString() + (figure.unit() == null ? "" : " " + figure.unit())));
            return named;
        }
    }

    /** A point under what went well or badly; {@code answer}: why nothing follows from it. */
    public record Point(String pointId, String text, String answer) {}

    /**
     * Something to do, with its ticket elsewhere.
     *
     * @param declined why it will not be done, where that was said
     */
    public record ActionItem(
            String itemId,
            String title,
            ActionItemKind kind,
            Priority priority,
            String owner,
            LocalDate dueOn,
            ActionItemStatus status,
            String ticket,
            List<String> tags,
            List<String> answers,
            Declining declined) {}

    /**
     * What customers are told; null where nobody has written anything, nor said that nothing is needed. An edit takes its
     * approval away, and it is to be posted again.
     *
     * @param declined why no message is needed, where that was said
     * @param earlierPostings what customers have read before it was edited, the oldest first
     */
    public record ExternalMessage(
            MessageStatus status,
            String summary,
            String whatHappened,
            String whatWeAreDoing,
            String apology,
            Approval approved,
            Posting posted,
            Declining declined,
            List<Posting> earlierPostings) {
        /** What was stored before they were told says nothing of them. */
        public ExternalMessage {
            earlierPostings = earlierPostings == null ? List.of() : earlierPostings;
        }

        /** The message as it is posted: the parts that are written, a blank line between them. */
        public String text() {
            return Stream.of(summary, whatHappened, whatWeAreDoing, apology)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("\n\n"));
        }
    }

    /**
     * Somebody's approval of the external message.
     *
     * @param version the version of the postmortem that was approved
     * @param text the exact text that may be posted
     */
    public record Approval(String text, long version, Instant at, String by) {}

    /** The external message as customers can read it; {@code recordedBy} said so. */
    public record Posting(String text, Instant at, String url, String recordedBy) {}

    /** That no external message is needed, or an action item will not be done, and why. */
    public record Declining(Instant at, String by, String reason) {}

    /**
     * What one person said of the content.
     *
     * @param version the version of the postmortem that was reviewed
     * @param stale an edit of the content came after it (rule {@code review.stale})
     * @param staleSince that edit; {@code by} null where the edit itself made nothing stale yet, and its entry in the history says it
     * @param answered what whoever leads answered to a request for changes, which then stands in nobody's way
     */
    public record Review(
            String person,
            Verdict verdict,
            Instant at,
            long version,
            boolean stale,
            boolean asManager,
            String comment,
            Edit staleSince,
            Answered answered) {}

    /** Whoever leads answered a request for changes. */
    public record Answered(Instant at, String by, String answer) {}

    /**
     * What somebody said about the document.
     *
     * @param anchor the place it is about; it stays when that is retracted
     * @param replyTo the comment that it answers
     * @param resolvedAt when the thread that it begins was settled
     */
    public record Comment(
            String commentId,
            String author,
            Instant at,
            String text,
            Anchor anchor,
            String replyTo,
            Instant resolvedAt,
            String resolvedBy) {}

    /** An internal e-mail that was sent; {@code recordedBy} said so. */
    public record InternalEmail(InternalEmailKind kind, Instant sentAt, List<String> to, String recordedBy) {}

    /**
     * Something that somebody owes.
     *
     * @param subject the id of the action item; null for what a postmortem owes once
     * @param dueAt the first instant that is too late
     * @param assignee the action item's owner, who posts the external message, else the postmortem's owner
     * @param overdue null until somebody asks at a time, since the answer changes by itself
     * @param late whether it was done when it was too late; null until somebody asks, and while it is not done
     * @param rule the id of the rule that set the deadline
     */
    public record Obligation(
            ObligationKind kind,
            String subject,
            Instant dueAt,
            String assignee,
            Boolean overdue,
            Instant doneAt,
            Boolean late,
            String rule) {

        /** Nobody has asked of it yet whether it is overdue or late. */
        Obligation(ObligationKind kind, String subject, Instant dueAt, String assignee, Instant doneAt, String rule) {
            this(kind, subject, dueAt, assignee, null, doneAt, null, rule);
        }

        Obligation asOf(Instant now) {
            Boolean late = doneAt == null ? null : !doneAt.isBefore(dueAt);
            return new Obligation(kind, subject, dueAt, assignee, overdueAt(now), doneAt, late, rule);
        }

        boolean overdueAt(Instant now) {
            return doneAt == null && !now.isBefore(dueAt);
        }
    }

    /** The record elsewhere that the postmortem comes from. */
    public record ImportSource(
            String sourceId,
            String source,
            String sourceUrl,
            String license,
            List<SourceField> otherFields,
            List<SourceField> notUnderstood) {}
}
