package io.hindsight.command.postmortem;

import io.hindsight.command.actionitem.ActionItemCommand.AddActionItem;
import io.hindsight.command.actionitem.ActionItemCommand.ChangeActionItem;
import io.hindsight.command.decision.Command;
import io.hindsight.command.externalmessage.ExternalMessageCommand.DraftExternalMessage;
import io.hindsight.command.factor.FactorCommand.AddContributingFactor;
import io.hindsight.command.impact.ImpactCommand.FigureChanges;
import io.hindsight.command.impact.ImpactCommand.RecordImpact;
import io.hindsight.command.incident.IncidentCommand.CorrectIncident;
import io.hindsight.command.lifecycle.LifecycleCommand.IncidentGiven;
import io.hindsight.command.lifecycle.LifecycleCommand.Open;
import io.hindsight.command.lifecycle.LifecycleCommand.SubmitForReview;
import io.hindsight.command.meeting.MeetingCommand.RecordMeetingHeld;
import io.hindsight.command.meeting.MeetingCommand.ScheduleMeeting;
import io.hindsight.command.ownership.OwnershipCommand.AssignOwner;
import io.hindsight.command.point.PointCommand.AddWentBadly;
import io.hindsight.command.review.ReviewCommand.MarkReviewed;
import io.hindsight.command.review.ReviewCommand.ShareForReview;
import io.hindsight.command.section.SectionCommand.WriteSection;
import io.hindsight.command.timeline.TimelineCommand.AddTimelineEntry;
import io.hindsight.command.timeline.TimelineCommand.EvidenceGiven;
import io.hindsight.words.ActionItemKind;
import io.hindsight.words.EntryKind;
import io.hindsight.words.Priority;
import io.hindsight.words.Section;
import io.hindsight.words.Severity;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Commands with good defaults, so that a test says only what it is about. The postmortem's owner is {@code olga}. */
public final class Commands {
    public static final String OWNER = "olga";
    /** Two days before {@link Scenario#NOW} would be a Saturday; the incident was that Monday morning. */
    public static final OffsetDateTime STARTED = OffsetDateTime.parse("2026-11-23T08:00:00Z");

    public static final OffsetDateTime RESOLVED = OffsetDateTime.parse("2026-11-23T09:30:00Z");
    public static final OffsetDateTime MEETING = OffsetDateTime.parse("2026-11-25T15:00:00Z");

    private Commands() {}

    public static Open open() {
        return open(Severity.SEV_1);
    }

    public static Open open(Severity severity) {
        return open(severity, null);
    }

    public static Open open(Severity severity, IncidentGiven incident) {
        return new Open(null, "Checkout is slow", severity, incident, null, null);
    }

    public static Open openOwnedBy(String owner) {
        return new Open(null, "Checkout is slow", Severity.SEV_1, null, owner, null);
    }

    public static AssignOwner own() {
        return new AssignOwner(OWNER);
    }

    public static AddTimelineEntry entry(String id, EntryKind kind, OffsetDateTime at) {
        return new AddTimelineEntry(
                id,
                at,
                kind,
                "Something happened",
                null,
                List.of(new EvidenceGiven("https://graphs.example/1", null, null)));
    }

    public static AddTimelineEntry entry(String id) {
        return entry(id, null, STARTED.plusMinutes(5));
    }

    public static AddTimelineEntry startMark() {
        return entry("start", EntryKind.INCIDENT_STARTED, STARTED);
    }

    public static AddTimelineEntry endMark() {
        return entry("end", EntryKind.INCIDENT_RESOLVED, RESOLVED);
    }

    public static WriteSection write(Section section) {
        return write(section, "What there is to say of it");
    }

    public static WriteSection write(Section section, String text) {
        return new WriteSection(section, text, null);
    }

    public static WriteSection minorEdit(Section section, String text) {
        return new WriteSection(section, text, true);
    }

    public static AddContributingFactor factor(String id) {
        return new AddContributingFactor(id, "A retry without a limit", null);
    }

    public static RecordImpact usersAffected(long users) {
        return new RecordImpact(new FigureChanges(null, null, null, null, null, Optional.of(users), null), null, null);
    }

    public static AddWentBadly wentBadly(String id) {
        return new AddWentBadly(id, "Nobody saw the alert", null);
    }

    public static AddActionItem item(String id) {
        return item(id, Priority.P0, null, null);
    }

    public static AddActionItem ticketed(String id) {
        return item(id, Priority.P0, null, "https://tickets.example/" + id);
    }

    public static AddActionItem item(String id, Priority priority, LocalDate dueOn, String ticket) {
        return new AddActionItem(
                id, "Limit the retries", ActionItemKind.PREVENTION, priority, null, dueOn, ticket, null);
    }

    public static AddActionItem itemAnswering(String id, String... points) {
        return new AddActionItem(
                id, "Limit the retries", ActionItemKind.PREVENTION, Priority.P0, null, null, null, List.of(points));
    }

    public static ChangeActionItem retitle(String itemId, String title) {
        return new ChangeActionItem(itemId, title, null, null, null, null, null, null);
    }

    public static ChangeActionItem reprioritise(String itemId, Priority priority) {
        return new ChangeActionItem(itemId, null, null, priority, null, null, null, null);
    }

    public static ChangeActionItem redate(String itemId, LocalDate dueOn) {
        return new ChangeActionItem(itemId, null, null, null, null, Optional.ofNullable(dueOn), null, null);
    }

    public static CorrectIncident retitleTo(String title) {
        return new CorrectIncident(title, null, null, null, null, null, null);
    }

    public static CorrectIncident resolvedAt(OffsetDateTime at) {
        return new CorrectIncident(null, null, null, null, Optional.ofNullable(at), null, null);
    }

    public static CorrectIncident startedAt(OffsetDateTime at) {
        return new CorrectIncident(null, null, Optional.ofNullable(at), null, null, null, null);
    }

    public static ScheduleMeeting schedule() {
        return schedule(MEETING);
    }

    public static ScheduleMeeting schedule(OffsetDateTime at) {
        return new ScheduleMeeting(at, Duration.ofMinutes(30), null, null);
    }

    public static RecordMeetingHeld held() {
        return new RecordMeetingHeld(null, List.of("ana", "ben"), null);
    }

    public static MarkReviewed approve() {
        return new MarkReviewed(null, null);
    }

    /** An external message with all its parts. */
    public static DraftExternalMessage draftMessage() {
        return draftMessage("Checkout was slow on Monday morning.");
    }

    public static DraftExternalMessage draftMessage(String summary) {
        return new DraftExternalMessage(
                summary, "A query took too long.", "We limit the retries.", "We are sorry for the delays.", null);
    }

    /** A draft that can be submitted. */
    public static Command[] complete() {
        return new Command[] {
            open(),
            own(),
            schedule(),
            write(Section.OVERVIEW),
            write(Section.WHAT_HAPPENED),
            write(Section.RESOLUTION),
            usersAffected(120),
            factor("f-1"),
            startMark(),
            endMark(),
            new ShareForReview()
        };
    }

    /** In review, by the coordinator; nobody has reviewed yet. */
    public static Scenario inReview() {
        return Scenario.postmortem().given(complete()).given(new SubmitForReview());
    }

    /** In review, agreed upon by the owner, a responder and a manager, the meeting held. */
    public static Scenario agreed() {
        return agreed(inReview());
    }

    /** What is in review, agreed upon by the owner, a responder and a manager, the meeting held. */
    public static Scenario agreed(Scenario inReview) {
        return inReview.by(OWNER, "reader", "responder")
                .given(approve())
                .by("ben", "reader", "responder")
                .given(approve())
                .by("mia", "reader", "manager")
                .given(approve())
                .by(Scenario.COORDINATOR)
                .given(held());
    }
}
