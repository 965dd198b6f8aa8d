package io.hindsight.command.lifecycle;

import io.hindsight.command.decision.Command;
import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.Limits;
import io.hindsight.command.decision.Permission;
import io.hindsight.command.decision.Refusal;
import io.hindsight.command.decision.Wording.Text;
import io.hindsight.command.incident.IncidentCommand;
import io.hindsight.command.meeting.Meeting;
import io.hindsight.command.restriction.RestrictionCommand;
import io.hindsight.command.review.Reviews;
import io.hindsight.command.timeline.Times;
import io.hindsight.events.LifecycleEvent.PostmortemClosed;
import io.hindsight.events.LifecycleEvent.PostmortemOpened;
import io.hindsight.events.LifecycleEvent.PostmortemReopened;
import io.hindsight.events.LifecycleEvent.PostmortemReturnedToDraft;
import io.hindsight.events.LifecycleEvent.PostmortemSubmittedForReview;
import io.hindsight.events.LifecycleEvent.PostmortemWaived;
import io.hindsight.events.LifecycleEvent.ReviewFinished;
import io.hindsight.events.MeetingEvent.MeetingCancelled;
import io.hindsight.events.OwnershipEvent.OwnerAssigned;
import io.hindsight.words.Incident;
import io.hindsight.words.Severity;
import io.hindsight.words.Status;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;

/** The way of a postmortem from opened to closed, and back (rule {@code status.flow}). */
public sealed interface LifecycleCommand extends Command {

    /** A command that begins a postmortem: the only kind that finds none. */
    interface Beginning extends Command {}

    /** What is known of the incident at opening; every part may be left out. */
    record IncidentGiven(
            @Pattern(regexp = Limits.NOT_BLANK_LINE, message = Limits.NOT_BLANK_LINE_MESSAGE) @Size(max = Limits.LINE)
                    String reference,
            OffsetDateTime startedAt,
            OffsetDateTime detectedAt,
            OffsetDateTime resolvedAt,
            @Size(max = Limits.LIST) List<@NotBlank @Size(max = Limits.NAME) String> services) {

        Incident asIncident() {
            return new Incident(reference, startedAt, detectedAt, resolvedAt, services);
        }
    }

    /**
     * Opens a postmortem.
     *
     * @param id chosen by the client; made where none is given
     * @param owner the one who leads may name the owner at once, and anybody themselves
     * @param restrictedTo the people who alone may know of it, with the owner and whoever opens it; null: everybody may
     */
    record Open(
            @Pattern(regexp = Limits.ID, message = Limits.ID_MESSAGE) String id,
            @NotBlank @Pattern(regexp = Limits.ONE_LINE, message = Limits.ONE_LINE_MESSAGE) @Size(max = Limits.LINE)
                    String title,
            @NotNull Severity severity,
            @Valid IncidentGiven incident,
            @Pattern(regexp = Limits.NOT_BLANK, message = Limits.NOT_BLANK_MESSAGE) @Size(max = Limits.NAME)
                    String owner,
            @Size(max = Limits.LIST) List<@NotBlank @Size(max = Limits.NAME) String> tags,
            @Size(max = Limits.LIST) List<@NotBlank @Size(max = Limits.NAME) String> restrictedTo)
            implements LifecycleCommand, Beginning {

        /** Of which everybody may know. */
        public Open(
                String id, String title, Severity severity, IncidentGiven incident, String owner, List<String> tags) {
            this(id, title, severity, incident, owner, tags, null);
        }

        @Override
        public Permission permission() {
            return Permission.EDIT;
        }

        @Override
        public void decide(Decision decision) {
            if (decision.standing().isOpened()) {
                throw Refusal.idInUse();
            }
            if (owner != null && !owner.equals(decision.actor().person()) && !decision.allows(Permission.LEAD)) {
                throw Refusal.notAllowed("name somebody else the owner", Permission.LEAD);
            }
            Incident known = incident == null ? Incident.UNKNOWN : incident.asIncident();
            IncidentCommand.requireTimesInOrder(decision, known);
            Times.require(decision, Incident.UNKNOWN, known);
            decision.requireBlameless(new Text("title", title));
            decision.emit(new PostmortemOpened(
                    decision.postmortemId(),
                    title,
                    severity,
                    decision.policy().requires(severity),
                    known,
                    tags,
                    restrictedTo == null
                            ? null
                            : List.copyOf(
                                    RestrictionCommand.withThoseConcerned(restrictedTo, owner, decision.actor()))));
            if (owner != null) {
                decision.emit(new OwnerAssigned(owner));
            }
        }
    }

    /** This postmortem is not needed; the reason says why (rule {@code postmortem.required}). */
    record Waive() implements LifecycleCommand {

        @Override
        public Permission permission() {
            return Permission.LEAD;
        }

        @Override
        public boolean needsReason() {
            return true;
        }

        @Override
        public void decide(Decision decision) {
            if (decision.standing().status() == Status.WAIVED) {
                return;
            }
            decision.requireStatus("waive it", Status.DRAFT, Status.IN_REVIEW);
            decision.emit(new PostmortemWaived());
            Meeting meeting = decision.the(Meeting.class);
            if (meeting.isScheduled() && !meeting.isHeld()) {
                // It stands in calendars, and nobody is to come.
                decision.emit(new MeetingCancelled());
            }
        }
    }

    /** The document is complete and goes to its reviewers (rule {@code status.in-review}). */
    record SubmitForReview() implements LifecycleCommand {

        @Override
        public Permission permission() {
            return Permission.RUN;
        }

        @Override
        public void decide(Decision decision) {
            if (decision.standing().status() == Status.IN_REVIEW) {
                return;
            }
            decision.requireStatus("submit it for review", Status.DRAFT);
            Requirements.inReview(decision);
            Requirements.shared(decision);
            decision.emit(new PostmortemSubmittedForReview());
        }
    }

    /** The document goes back to its writers; the reason says why. */
    record ReturnToDraft() implements LifecycleCommand {

        @Override
        public Permission permission() {
            return Permission.RUN;
        }

        @Override
        public boolean needsReason() {
            return true;
        }

        @Override
        public void decide(Decision decision) {
            if (decision.standing().status() == Status.DRAFT) {
                return;
            }
            decision.requireStatusOrInstead(
                    "return it to draft",
                    "reopen it instead (reopen, with a reason)",
                    Status.IN_REVIEW,
                    Status.REVIEWED);
            decision.emit(new PostmortemReturnedToDraft());
        }
    }

    /** The meeting is over and the content agreed upon (rules {@code status.reviewed}, {@code review.quorum}). */
    record FinishReview() implements LifecycleCommand {

        @Override
        public Permission permission() {
            return Permission.LEAD;
        }

        @Override
        public void decide(Decision decision) {
            if (decision.standing().status() == Status.REVIEWED) {
                return;
            }
            decision.requireStatus("finish the review", Status.IN_REVIEW);
            Requirements.reviewed(decision);
            decision.emit(reviewFinished(decision));
        }
    }

    /**
     * Nothing is left to do (rule {@code status.closed}). From In Review directly only where finishing the review would not be
     * refused either: a shorter way, not a way around the reviewers.
     */
    record Close() implements LifecycleCommand {

        @Override
        public Permission permission() {
            return Permission.RUN;
        }

        @Override
        public void decide(Decision decision) {
            Status status = decision.standing().status();
            if (status == Status.CLOSED) {
                return;
            }
            decision.requireStatus("close it", Status.IN_REVIEW, Status.REVIEWED);
            if (status != Status.REVIEWED) {
                Requirements.reviewed(decision);
            }
            Requirements.closed(decision);
            if (status == Status.IN_REVIEW) {
                decision.emit(reviewFinished(decision));
            }
            decision.emit(new PostmortemClosed());
        }
    }

    /** A closed or waived postmortem is a draft again; the reason says why. */
    record Reopen() implements LifecycleCommand {

        @Override
        public Permission permission() {
            return Permission.LEAD;
        }

        @Override
        public boolean needsReason() {
            return true;
        }

        @Override
        public void decide(Decision decision) {
            if (decision.standing().status() == Status.DRAFT) {
                return;
            }
            decision.requireStatusOrInstead(
                    "reopen it", "send it back instead (return-to-draft, with a reason)", Status.CLOSED, Status.WAIVED);
            decision.emit(new PostmortemReopened());
        }
    }

    private static ReviewFinished reviewFinished(Decision decision) {
        Reviews reviews = decision.the(Reviews.class);
        return new ReviewFinished(decision.policy().quorum(), reviews.approvers(), reviews.isManagerAmongApprovers());
    }
}
