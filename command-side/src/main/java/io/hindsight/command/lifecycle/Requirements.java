package io.hindsight.command.lifecycle;

import io.hindsight.command.actionitem.ActionItems;
import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.InWords;
import io.hindsight.command.decision.Rule;
import io.hindsight.command.decision.Standing;
import io.hindsight.command.decision.Wording.Text;
import io.hindsight.command.externalmessage.ExternalMessage;
import io.hindsight.command.factor.Factors;
import io.hindsight.command.impact.Impact;
import io.hindsight.command.internalemail.InternalEmailCommand;
import io.hindsight.command.meeting.Meeting;
import io.hindsight.command.ownership.OwnershipCommand;
import io.hindsight.command.point.Points;
import io.hindsight.command.review.Reviews;
import io.hindsight.command.section.Sections;
import io.hindsight.command.timeline.Timeline;
import io.hindsight.words.Section;
import io.hindsight.words.Status;
import java.util.ArrayList;
import java.util.List;

/** What entering each status needs; every unmet rule is found, not only the first. */
public final class Requirements {
    private Requirements() {}

    /** What is needed to close it, the steps before that included; and whether it may be done without. */
    public static void assess(Decision decision) {
        Standing standing = decision.standing();
        decision.require(
                standing.status() != Status.WAIVED || !standing.required(),
                Rule.POSTMORTEM_REQUIRED,
                "It is required for an incident like this and was waived: reopen it (reopen), unless the reason still holds");
        if (standing.isUnderWay()) {
            decision.requireBlameless(new Text("title", standing.title()));
            if (standing.status() != Status.REVIEWED) {
                reviewed(decision);
                shared(decision);
            }
            closed(decision);
        }
    }

    /** Rule {@code review.shared-before-meeting}. */
    static void shared(Decision decision) {
        decision.require(
                decision.the(Reviews.class).isShared()
                        || decision.the(Meeting.class).isHeld(),
                Rule.REVIEW_SHARED_BEFORE_MEETING,
                "Share the link with the reviewers about "
                        + InWords.of(decision.policy().sharedBefore()) + " before the meeting (share-for-review)");
    }

    /** Rule {@code status.in-review}. */
    static void inReview(Decision decision) {
        Sections sections = decision.the(Sections.class);
        Timeline timeline = decision.the(Timeline.class);
        require(decision, decision.standing().owner() != null, "Assign an owner (assign-owner)");
        require(decision, sections.isWritten(Section.OVERVIEW), "Write the overview (write-section overview)");
        require(
                decision,
                sections.isWritten(Section.WHAT_HAPPENED),
                "Write what happened (write-section what-happened)");
        require(
                decision,
                !decision.the(Factors.class).isEmpty(),
                "Name at least one under “" + decision.policy().factorsLabel() + "” (add-contributing-factor)");
        require(decision, sections.isWritten(Section.RESOLUTION), "Write the resolution (write-section resolution)");
        require(
                decision,
                sections.isWritten(Section.IMPACT) || decision.the(Impact.class).isRecorded(),
                "Say what the impact was (record-impact or write-section impact)");
        require(
                decision,
                timeline.start().isPresent(),
                "Mark the start of the incident in the timeline (an entry of kind incident-started)");
        require(
                decision,
                timeline.end().isPresent(),
                "Mark the resolution in the timeline (an entry of kind incident-resolved)");
        Meeting meeting = decision.the(Meeting.class);
        require(decision, meeting.isScheduled() || meeting.isHeld(), "Schedule the meeting (schedule-meeting)");
        followedUp(decision);
    }

    private static void require(Decision decision, boolean met, String whatWouldSatisfyIt) {
        decision.require(met, Rule.STATUS_IN_REVIEW, whatWouldSatisfyIt);
    }

    private static void followedUp(Decision decision) {
        List<String> open = new ArrayList<>(decision.the(Points.class).withoutNote());
        open.removeAll(decision.the(ActionItems.class).answered());
        decision.require(
                open.isEmpty(),
                Rule.IMPROVEMENT_FOLLOWED_UP,
                "Answer what did not go so well by an action item (answers of add-action-item or change-action-item) or a note why"
                        + " not (answer of correct-went-badly"
                        + (decision.standing().isEditable() ? "" : ", after return-to-draft") + "): "
                        + String.join(", ", open));
    }

    /**
     * Rules {@code status.reviewed} and {@code review.quorum}. What was needed to be submitted is still needed, since the
     * content could be changed in between.
     */
    static void reviewed(Decision decision) {
        inReview(decision);
        Reviews reviews = decision.the(Reviews.class);
        decision.require(
                decision.the(Meeting.class).isHeld(),
                Rule.STATUS_REVIEWED,
                "Hold the meeting and record it (record-meeting-held)");
        List<String> requesters = reviews.requesters();
        decision.require(
                requesters.isEmpty(),
                Rule.STATUS_REVIEWED,
                "Changes are asked for by " + String.join(", ", requesters)
                        + ": they approve (mark-reviewed) or withdraw (withdraw-review), or who leads answers"
                        + " (answer-requested-changes, with a reason)");
        List<String> approvers = reviews.approvers();
        List<String> stale = reviews.staleApprovers();
        int quorum = decision.policy().quorum();
        decision.require(
                approvers.size() >= quorum,
                Rule.REVIEW_QUORUM,
                approvers.size() + " of " + quorum + " different people have reviewed the content as it stands; "
                        + (quorum - approvers.size()) + " more have to (mark-reviewed)"
                        + (stale.isEmpty() ? "" : "; edited since the reviews of " + String.join(", ", stale)));
        String owner = decision.standing().owner();
        decision.require(
                owner != null && approvers.contains(owner),
                Rule.REVIEW_QUORUM,
                owner == null
                        ? "An owner has to be among the reviewers (assign-owner, then mark-reviewed by them)"
                        : "The owner, " + owner + ", has to be among the reviewers (mark-reviewed by them)");
        decision.require(
                reviews.isManagerAmongApprovers(),
                Rule.REVIEW_MANAGER,
                "Preferably one of the reviewers is a manager (mark-reviewed by one)");
    }

    /** Rule {@code status.closed}; somebody is accountable to the end, and points can be answered to the end by action items. */
    static void closed(Decision decision) {
        OwnershipCommand.assess(decision);
        if (decision.standing().status() == Status.REVIEWED) {
            followedUp(decision);
        }
        List<String> topics = decision.the(ActionItems.class).topics();
        decision.require(
                topics.isEmpty(),
                Rule.STATUS_CLOSED,
                "Each action item needs a ticket (link-ticket), or to be done or declined (complete-action-item,"
                        + " decline-action-item): " + String.join("; ", topics));
        decision.require(
                !decision.the(ExternalMessage.class).isToBePosted(),
                Rule.STATUS_CLOSED,
                "Post the external message as it was approved (record-external-message-posted), or say why none is needed"
                        + " (decline-external-message)");
        decision.require(
                InternalEmailCommand.areResultsTold(decision),
                Rule.COMMS_INTERNAL,
                "Tell your colleagues what the meeting found, and record it (record-internal-email results)");
    }
}
