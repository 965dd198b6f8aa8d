package io.hindsight.command.review;

import io.hindsight.command.deadline.Deadlines;
import io.hindsight.command.decision.Command;
import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.InWords;
import io.hindsight.command.decision.Limits;
import io.hindsight.command.decision.Permission;
import io.hindsight.command.decision.Rule;
import io.hindsight.command.meeting.Meeting;
import io.hindsight.command.review.Reviews.Review;
import io.hindsight.events.ReviewEvent.ChangesRequested;
import io.hindsight.events.ReviewEvent.MarkedReviewed;
import io.hindsight.events.ReviewEvent.RequestedChangesAnswered;
import io.hindsight.events.ReviewEvent.ReviewWithdrawn;
import io.hindsight.events.ReviewEvent.SharedForReview;
import io.hindsight.words.Edit;
import io.hindsight.words.Status;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;

/** What reviewers say, and asking them to (rules {@code review.*}). A review is always the caller's own. */
public sealed interface ReviewCommand extends Command {

    @Override
    default Permission permission() {
        return Permission.REVIEW;
    }

    /** The link went to those who should review. */
    record ShareForReview() implements ReviewCommand {

        @Override
        public Permission permission() {
            return Permission.RUN;
        }

        @Override
        public void decide(Decision decision) {
            if (decision.the(Reviews.class).isShared()) {
                return;
            }
            decision.requireEditable();
            Meeting meeting = decision.the(Meeting.class);
            decision.require(
                    !meeting.isScheduled()
                            || meeting.isHeld()
                            || !decision.now()
                                    .isAfter(Deadlines.shareForReview(decision, meeting.startsAt())
                                            .dueAt()),
                    Rule.REVIEW_SHARED_BEFORE_MEETING,
                    "Reviewers need about " + InWords.of(decision.policy().sharedBefore())
                            + " before the meeting: give them the time, or move it (schedule-meeting)");
            decision.emit(new SharedForReview());
        }
    }

    /**
     * The caller finds that the content is right.
     *
     * @param version that of the postmortem as the caller read it; where it is left out, and {@code If-Match} too, the review is of
     *     the postmortem as it stands, which may be another by then, and a warning says so
     */
    record MarkReviewed(@Size(max = Limits.TEXT) String comment, @Min(1) Long version) implements ReviewCommand {

        @Override
        public void decide(Decision decision) {
            decision.requirePart(version == null || version <= decision.version(), "version", "" + version);
            if (hasSaid(decision, true, comment)) {
                return;
            }
            decision.requireStatus("review", Status.IN_REVIEW);
            requireRead(decision);
            decision.emit(new MarkedReviewed(
                    decision.actor().name(),
                    version == null ? decision.version() : version,
                    decision.actor().is("manager"),
                    comment));
        }

        private void requireRead(Decision decision) {
            Edit edit = decision.the(Reviews.class).lastEdit();
            decision.require(
                    version == null || version >= edit.version(),
                    Rule.REVIEW_STALE,
                    "The content was edited at version " + edit.version() + " (" + edit.action()
                            + "), after the version that was read, " + version
                            + ": read it as it stands, and review that");
            if (version == null && !decision.isConditional()) {
                decision.warn(
                        Rule.REVIEW_STALE,
                        "This review is of version " + decision.version()
                                + ": to say which one was read, name it (version, or If-Match)");
            }
        }
    }

    /** The caller asks for changes; the postmortem is not reviewed until they approve or withdraw. */
    record RequestChanges(@NotBlank @Size(max = Limits.TEXT) String comment) implements ReviewCommand {

        @Override
        public void decide(Decision decision) {
            if (hasSaid(decision, false, comment)) {
                return;
            }
            decision.requireStatus("review", Status.IN_REVIEW);
            decision.emit(new ChangesRequested(
                    decision.actor().name(),
                    decision.version(),
                    decision.actor().is("manager"),
                    comment));
        }
    }

    /** The caller takes back what they said. */
    record WithdrawReview() implements ReviewCommand {

        @Override
        public void decide(Decision decision) {
            String person = decision.actor().name();
            if (decision.the(Reviews.class).of(person) == null) {
                return;
            }
            decision.requireStatus("withdraw a review", Status.DRAFT, Status.IN_REVIEW);
            decision.emit(new ReviewWithdrawn(person));
        }
    }

    /**
     * Whoever leads answers somebody's request for changes, so that it no longer stands in the way of finishing the review; the
     * reason is the answer. Not a review: whose request it was may still approve, or ask again.
     */
    record AnswerRequestedChanges(@NotBlank @Size(max = Limits.NAME) String person) implements ReviewCommand {

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
            Review last = decision.the(Reviews.class).of(person);
            decision.requirePart(last != null && !last.approved(), "request for changes by", person);
            if (last.answered()) {
                return;
            }
            decision.requireStatus("answer a request for changes", Status.DRAFT, Status.IN_REVIEW);
            decision.emit(new RequestedChangesAnswered(person));
        }
    }

    private static boolean hasSaid(Decision decision, boolean approved, String comment) {
        Review last = decision.the(Reviews.class).of(decision.actor().name());
        return last != null
                && !last.stale()
                && !last.answered()
                && last.approved() == approved
                && last.asManager() == decision.actor().is("manager")
                && Objects.equals(last.comment(), comment);
    }
}
