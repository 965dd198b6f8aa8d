package io.hindsight.standalone;

import io.hindsight.command.actionitem.ActionItemCommand.AddActionItem;
import io.hindsight.command.actionitem.ActionItemCommand.LinkTicket;
import io.hindsight.command.comment.CommentCommand.AddComment;
import io.hindsight.command.comment.CommentCommand.AnchorGiven;
import io.hindsight.command.decision.Command;
import io.hindsight.command.externalmessage.ExternalMessageCommand.ApproveExternalMessage;
import io.hindsight.command.externalmessage.ExternalMessageCommand.DraftExternalMessage;
import io.hindsight.command.externalmessage.ExternalMessageCommand.RecordExternalMessagePosted;
import io.hindsight.command.factor.FactorCommand.AddContributingFactor;
import io.hindsight.command.internalemail.InternalEmailCommand.RecordInternalEmail;
import io.hindsight.command.lifecycle.LifecycleCommand.Close;
import io.hindsight.command.lifecycle.LifecycleCommand.FinishReview;
import io.hindsight.command.lifecycle.LifecycleCommand.IncidentGiven;
import io.hindsight.command.lifecycle.LifecycleCommand.Open;
import io.hindsight.command.lifecycle.LifecycleCommand.SubmitForReview;
import io.hindsight.command.meeting.MeetingCommand.RecordMeetingHeld;
import io.hindsight.command.meeting.MeetingCommand.ScheduleMeeting;
import io.hindsight.command.ownership.OwnershipCommand.AssignOwner;
import io.hindsight.command.point.PointCommand.AddWentBadly;
import io.hindsight.command.point.PointCommand.AddWentWell;
import io.hindsight.command.responder.ResponderCommand.AddResponder;
import io.hindsight.command.review.ReviewCommand.MarkReviewed;
import io.hindsight.command.review.ReviewCommand.RequestChanges;
import io.hindsight.command.review.ReviewCommand.ShareForReview;
import io.hindsight.command.section.SectionCommand.WriteSection;
import io.hindsight.command.timeline.TimelineCommand.AddTimelineEntry;
import io.hindsight.command.timeline.TimelineCommand.EvidenceGiven;
import io.hindsight.words.ActionItemKind;
import io.hindsight.words.EntryKind;
import io.hindsight.words.InternalEmailKind;
import io.hindsight.words.Priority;
import io.hindsight.words.ResponderRole;
import io.hindsight.words.Section;
import io.hindsight.words.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What the made-up postmortems say, with times that count back from the start. */
final class DemoStory {
    private static final String ITEM = "load-test";
    private static final String POINT = "late-page";

    private final OffsetDateTime now;

    DemoStory(Instant now) {
        this.now = now.truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC);
    }

    List<Command> opened(String title, String reference, int daysAgo) {
        OffsetDateTime started = now.minusDays(daysAgo);
        return List.of(new Open(
                null,
                title,
                Severity.SEV_1,
                new IncidentGiven(
                        reference, started, started.plusMinutes(10), started.plusMinutes(80), List.of("checkout")),
                null,
                List.of("demo")));
    }

    /** An owner, the people and the meeting; and the times of the incident that began so many days ago. */
    List<Command> led(String owner, int daysAgo) {
        OffsetDateTime started = now.minusDays(daysAgo);
        return List.of(
                new AssignOwner(owner),
                new AddResponder("cleo", ResponderRole.INCIDENT_COMMANDER),
                new AddResponder("ben", ResponderRole.SCRIBE),
                new ScheduleMeeting(now.plusDays(2), Duration.ofMinutes(30), "Room 1", null),
                entry(started, EntryKind.INCIDENT_STARTED, "Error rate above 5 %"),
                entry(started.plusMinutes(10), EntryKind.DETECTED, "The latency alert fires"),
                entry(started.plusMinutes(35), EntryKind.ACTION, "The release is rolled back"),
                entry(started.plusMinutes(80), EntryKind.INCIDENT_RESOLVED, "Error rate back to normal"));
    }

    private static AddTimelineEntry entry(OffsetDateTime at, EntryKind kind, String text) {
        EvidenceGiven graph = new EvidenceGiven("https://graphs.example.org/errors", "Error rate", null);
        return new AddTimelineEntry(null, at, kind, text, null, List.of(graph));
    }

    /** Everything that a review needs, and submitted to it. */
    List<Command> written() {
        return List.of(
                new WriteSection(Section.OVERVIEW, "A release made one query slow.", null),
                new WriteSection(Section.WHAT_HAPPENED, "The query ran without an index and filled the pool.", null),
                new WriteSection(Section.RESOLUTION, "The release was rolled back.", null),
                new WriteSection(Section.IMPACT, "One request in twenty failed for 70 minutes.", null),
                new AddContributingFactor(null, "The load test has a tenth of the rows", null),
                new AddWentWell(null, "The rollback took two minutes"),
                new AddWentBadly(POINT, "The page came ten minutes late", null),
                new AddActionItem(
                        ITEM,
                        "Load test with as many rows as production",
                        ActionItemKind.PREVENTION,
                        Priority.P1,
                        "ben",
                        null,
                        null,
                        List.of(POINT)),
                new DraftExternalMessage(
                        "For 70 minutes, one request in twenty failed.",
                        "A release made one query slow.",
                        "We test with as many rows as there are in production.",
                        "We are sorry that you had to try again.",
                        null),
                new ShareForReview(),
                new SubmitForReview());
    }

    List<Command> approved() {
        return List.of(new MarkReviewed(null, null));
    }

    List<Command> changesRequested() {
        return List.of(new RequestChanges("Which query was it?"));
    }

    List<Command> reviewFinished() {
        return List.of(new RecordMeetingHeld(now, List.of("ana", "ben", "mia"), null), new FinishReview());
    }

    List<Command> commented() {
        return List.of(new AddComment(
                null,
                "Was it the one of the basket?",
                new AnchorGiven(Section.WHAT_HAPPENED, null, null, null, null),
                null));
    }

    /** Customers and colleagues have read what came of it. */
    List<Command> told() {
        return List.of(
                new ApproveExternalMessage(),
                new RecordExternalMessagePosted(null, null, "https://status.example.org/104"),
                new RecordInternalEmail(InternalEmailKind.RESULTS, null, List.of("all@example.org")));
    }

    List<Command> closed() {
        return List.of(new LinkTicket(ITEM, "https://tickets.example.org/104"), new Close());
    }
}
