package io.hindsight.command.importing;

import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.Origin;
import io.hindsight.command.decision.Rule;
import io.hindsight.command.importing.ExportedPostmortem.AlertSaid;
import io.hindsight.command.importing.ExportedPostmortem.CalendarSaid;
import io.hindsight.command.importing.ExportedPostmortem.CommentSaid;
import io.hindsight.command.importing.ExportedPostmortem.IncidentSaid;
import io.hindsight.command.importing.ExportedPostmortem.MeetingSaid;
import io.hindsight.command.importing.ExportedPostmortem.Message;
import io.hindsight.command.importing.ExportedPostmortem.ObligationSaid;
import io.hindsight.command.importing.ExportedPostmortem.Posting;
import io.hindsight.command.importing.ExportedPostmortem.ReviewSaid;
import io.hindsight.command.importing.ExportedPostmortem.SourceSaid;
import io.hindsight.events.AlertEvent.AlertFollowed;
import io.hindsight.events.CommentEvent.CommentAdded;
import io.hindsight.events.CommentEvent.CommentResolved;
import io.hindsight.events.DeadlineEvent.ObligationsRestored;
import io.hindsight.events.ExternalMessageEvent.ExternalMessageApproved;
import io.hindsight.events.ExternalMessageEvent.ExternalMessageDeclined;
import io.hindsight.events.ExternalMessageEvent.ExternalMessageDrafted;
import io.hindsight.events.ExternalMessageEvent.ExternalMessagePosted;
import io.hindsight.events.InternalEmailEvent.InternalEmailSent;
import io.hindsight.events.LifecycleEvent.PostmortemImported;
import io.hindsight.events.LifecycleEvent.PostmortemOpened;
import io.hindsight.events.LifecycleEvent.PostmortemRestored;
import io.hindsight.events.MeetingEvent.MeetingCalendarRestored;
import io.hindsight.events.MeetingEvent.MeetingCancelled;
import io.hindsight.events.MeetingEvent.MeetingHeld;
import io.hindsight.events.MeetingEvent.MeetingInviteesSet;
import io.hindsight.events.MeetingEvent.MeetingScheduled;
import io.hindsight.events.OwnershipEvent.OwnerAssigned;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.events.ResponderEvent.ResponderAdded;
import io.hindsight.events.ReviewEvent.ChangesRequested;
import io.hindsight.events.ReviewEvent.MarkedReviewed;
import io.hindsight.events.ReviewEvent.RequestedChangesAnswered;
import io.hindsight.events.ReviewEvent.ReviewsWentStale;
import io.hindsight.events.ReviewEvent.SharedForReview;
import io.hindsight.words.Edit;
import io.hindsight.words.Incident;
import io.hindsight.words.Invitee;
import io.hindsight.words.ObligationKind;
import io.hindsight.words.Owed;
import io.hindsight.words.Status;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells an export as the events that bring a postmortem to where it was. A part that is added to the document is added to {@link
 * ExportedPostmortem} and here, as a method of its own.
 */
final class Restoring {
    private static final Set<Status> SHARED = EnumSet.of(Status.IN_REVIEW, Status.REVIEWED, Status.CLOSED);

    private final Decision decision;
    private final ExportedPostmortem said;

    Restoring(Decision decision, ExportedPostmortem said) {
        this.decision = decision;
        this.said = said;
    }

    void restore(String hash) {
        emit(
                new PostmortemOpened(
                        decision.postmortemId(),
                        said.title(),
                        said.severity(),
                        said.required(),
                        incident(said.incident()),
                        list(said.tags()),
                        said.restrictedTo()),
                said.openedAt(),
                said.openedBy());
        if (said.source() != null) {
            source(said.source(), hash);
        }
        emit(new PostmortemRestored(hash, said.version(), said.status(), said.closedAt()), null, null);
        if (said.alert() != null) {
            alert(said.alert());
        }
        if (said.owner() != null) {
            emit(new OwnerAssigned(said.owner()), null, null);
        }
        list(said.responders()).forEach(one -> emit(new ResponderAdded(one.person(), one.role()), null, null));
        meetings();
        RestoredContent.of(said).forEach(one -> decision.emit(one.event(), one.origin()));
        if (said.externalMessage() != null) {
            externalMessage(said.externalMessage());
        }
        if (wasShared()) {
            emit(new SharedForReview(), null, null);
        }
        list(said.reviews()).forEach(this::review);
        list(said.comments()).forEach(this::comment);
        list(said.internalEmails())
                .forEach(one ->
                        emit(new InternalEmailSent(one.kind(), utc(one.sentAt()), one.to()), null, one.recordedBy()));
        // Last, since the events before it say of what is owed only that it is done.
        emit(
                new ObligationsRestored(
                        list(said.obligations()).stream().map(Restoring::owed).toList()),
                said.updatedAt(),
                null);
    }

    private void source(SourceSaid source, String hash) {
        emit(
                new PostmortemImported(
                        source.sourceId(),
                        source.source(),
                        source.sourceUrl(),
                        source.license(),
                        hash,
                        source.otherFields(),
                        source.notUnderstood()),
                null,
                null);
    }

    /** What it rested on was heard there and not here, so that whatever is heard here is more. */
    private void alert(AlertSaid alert) {
        emit(
                new AlertFollowed(
                        alert.source(),
                        alert.alertId(),
                        0,
                        alert.title(),
                        alert.severity(),
                        utc(alert.startedAt()),
                        utc(alert.resolvedAt()),
                        alert.services(),
                        alert.people()),
                null,
                null);
    }

    /** In turn, so that each stands where it stood: one that is called off gives way to the one that was held before it. */
    private void meetings() {
        CalendarSaid calendar = said.calendar();
        MeetingSaid cancelled = calendar == null ? null : calendar.cancelled();
        MeetingSaid before = null;
        for (MeetingSaid meeting : Stream.of(
                        list(said.earlierMeetings()).stream(),
                        Stream.ofNullable(said.meeting()),
                        Stream.ofNullable(cancelled))
                .flatMap(meetings -> meetings)
                .toList()) {
            apart(before, meeting);
            meeting(meeting);
            before = meeting;
        }
        if (cancelled != null) {
            emit(new MeetingCancelled(), null, null);
        }
        if (calendar != null) {
            emit(new MeetingCalendarRestored(calendar.host(), calendar.sequence()), null, null);
        }
    }

    /** Another meeting that was moved to when the one before began is told as it came about: planned for another time at first. */
    private void apart(MeetingSaid before, MeetingSaid meeting) {
        if (before != null
                && before.heldAt() != null
                && meeting.startsAt() != null
                && isTimeOf(before, meeting.startsAt())) {
            Instant other = meeting.startsAt().plusSeconds(60);
            while (isTimeOf(before, other)) {
                other = other.plusSeconds(60);
            }
            schedule(meeting, other);
        }
    }

    /** Scheduled for when it was planned or held, it would be the same meeting. */
    private static boolean isTimeOf(MeetingSaid held, Instant time) {
        return time.equals(held.startsAt()) || time.equals(held.heldAt());
    }

    private void schedule(MeetingSaid meeting, Instant startsAt) {
        emit(new MeetingScheduled(utc(startsAt), meeting.duration(), meeting.location(), meeting.link()), null, null);
    }

    private void meeting(MeetingSaid meeting) {
        if (meeting.startsAt() != null) {
            schedule(meeting, meeting.startsAt());
        }
        List<Invitee> invitees = list(meeting.invitees()).stream()
                .map(one -> new Invitee(one.person(), one.roles(), one.optional()))
                .toList();
        if (!invitees.isEmpty() || !list(meeting.missingRoles()).isEmpty()) {
            emit(new MeetingInviteesSet(invitees, meeting.missingRoles()), null, null);
        }
        if (meeting.heldAt() != null) {
            emit(new MeetingHeld(utc(meeting.heldAt()), meeting.attendees(), meeting.recording()), null, null);
        }
        if (meeting.heldAt() != null && meeting.heldBy() != null) {
            Owed held = new Owed(
                    ObligationKind.HOLD_MEETING, null, meeting.heldBy(), meeting.heldAt(), Rule.MEETING_DEADLINE.id());
            emit(new ObligationsRestored(List.of(held)), null, null);
        }
    }

    private void externalMessage(Message message) {
        ExternalMessageDrafted draft = new ExternalMessageDrafted(
                message.summary(), message.whatHappened(), message.whatWeAreDoing(), message.apology(), false);
        // What was posted and edited since is told as it came about.
        for (Posting earlier : list(message.earlierPostings())) {
            posted(earlier);
            emit(draft, null, null);
        }
        if (!draft.text().isEmpty() && list(message.earlierPostings()).isEmpty()) {
            emit(draft, null, null);
        }
        if (message.approved() != null) {
            emit(
                    new ExternalMessageApproved(
                            decision.version(), message.approved().text()),
                    message.approved().at(),
                    message.approved().by());
        }
        if (message.posted() != null) {
            posted(message.posted());
        }
        if (message.declined() != null) {
            decision.emit(
                    new ExternalMessageDeclined(),
                    new Origin(
                            message.declined().at(),
                            message.declined().by(),
                            message.declined().reason()));
        }
    }

    private void posted(Posting posted) {
        emit(new ExternalMessagePosted(posted.text(), utc(posted.at()), posted.url()), null, posted.recordedBy());
    }

    /** The document tells it only by what was owed. */
    private boolean wasShared() {
        return SHARED.contains(said.status())
                || list(said.obligations()).stream()
                        .anyMatch(one -> one.kind() == ObligationKind.SHARE_FOR_REVIEW && one.doneAt() != null);
    }

    /** Versions count the events of here: the review is of the content as it was just told. */
    private void review(ReviewSaid review) {
        long version = decision.version();
        emit(
                review.verdict().equals("approved")
                        ? new MarkedReviewed(review.person(), version, review.asManager(), review.comment())
                        : new ChangesRequested(review.person(), version, review.asManager(), review.comment()),
                review.at(),
                review.person());
        if (review.stale()) {
            Edit edit = review.staleSince();
            emit(
                    new ReviewsWentStale(
                            List.of(review.person()),
                            edit == null ? null : new Edit(version, edit.at(), edit.by(), edit.action())),
                    null,
                    null);
        }
        if (review.answered() != null) {
            decision.emit(
                    new RequestedChangesAnswered(review.person()),
                    new Origin(
                            review.answered().at(),
                            review.answered().by(),
                            review.answered().answer()));
        }
    }

    private void comment(CommentSaid comment) {
        emit(
                new CommentAdded(
                        comment.commentId(), comment.author(), comment.text(), comment.anchor(), comment.replyTo()),
                comment.at(),
                comment.author());
        if (comment.resolvedAt() != null) {
            emit(new CommentResolved(comment.commentId()), comment.resolvedAt(), comment.resolvedBy());
        }
    }

    private void emit(PostmortemEvent event, Instant at, String person) {
        decision.emit(event, new Origin(at, person, null));
    }

    private static Owed owed(ObligationSaid one) {
        return new Owed(one.kind(), one.subject(), one.dueAt(), one.doneAt(), one.rule());
    }

    private static Incident incident(IncidentSaid incident) {
        return new Incident(
                incident.reference(),
                utc(incident.startedAt()),
                utc(incident.detectedAt()),
                utc(incident.resolvedAt()),
                incident.services());
    }

    private static OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    static <T> List<T> list(List<T> given) {
        return given == null ? List.of() : given;
    }
}
