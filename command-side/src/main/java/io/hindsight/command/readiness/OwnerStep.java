package io.hindsight.command.readiness;

import io.hindsight.command.actionitem.ActionItems;
import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.InWords;
import io.hindsight.command.decision.Standing;
import io.hindsight.command.externalmessage.ExternalMessage;
import io.hindsight.command.factor.Factors;
import io.hindsight.command.impact.Impact;
import io.hindsight.command.internalemail.InternalEmailCommand;
import io.hindsight.command.meeting.Meeting;
import io.hindsight.command.review.Reviews;
import io.hindsight.command.section.Sections;
import io.hindsight.command.timeline.Timeline;
import io.hindsight.words.Section;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the ten things an owner does (rule {@code owner.steps}).
 *
 * @param step its name in kebab-case
 * @param done whether what happened so far does it
 * @param asked whether it is asked for, be it done or not: not once the postmortem is closed or waived, nor what can no longer be
 *     done, such as writing what is reviewed
 * @param toDo what is still missing, with the command that does it; empty where nothing is asked any more
 */
public record OwnerStep(String step, boolean done, boolean asked, List<String> toDo) {

    static final String SHARE_FOR_REVIEW = "share-for-review";
    static final String MEETING = "meeting";
    static final String COMMUNICATE = "communicate";

    /** In the order in which the process has them. */
    static List<OwnerStep> all(Decision decision) {
        Standing standing = decision.standing();
        boolean asked = standing.isUnderWay();
        // What was reviewed stands, and its meeting was held.
        boolean open = standing.isEditable();
        Meeting meeting = decision.the(Meeting.class);
        Timeline timeline = decision.the(Timeline.class);
        Sections sections = decision.the(Sections.class);
        ActionItems items = decision.the(ActionItems.class);
        ExternalMessage message = decision.the(ExternalMessage.class);
        return List.of(
                new Step("create", asked)
                        .needs(standing.owner() != null, "Designate the owner (assign-owner)")
                        .taken(),
                new Step("schedule", open)
                        .needs(meeting.isScheduled() || meeting.isHeld(), "Schedule the meeting (schedule-meeting)")
                        .taken(),
                new Step("populate", open)
                        .needs(timeline.start().isPresent(), "Mark the start in the timeline (add-timeline-entry)")
                        .needs(timeline.end().isPresent(), "Mark the resolution in the timeline (add-timeline-entry)")
                        .needs(standing.hasIncidentCommander(), "Name the incident commander (add-responder)")
                        .needs(sections.isWritten(Section.OVERVIEW), "Write the overview (write-section)")
                        .needs(sections.isWritten(Section.WHAT_HAPPENED), "Write what happened (write-section)")
                        .taken(),
                new Step("evidence", open)
                        .needs(!timeline.isEmpty(), "Write the timeline (add-timeline-entry)")
                        .needs(
                                timeline.isEvidenced(),
                                "Name where the data of each timeline entry comes from (correct-timeline-entry)")
                        .taken(),
                new Step("analyse", open)
                        .needs(
                                !decision.the(Factors.class).isEmpty(),
                                "Name what contributed (add-contributing-factor)")
                        .needs(sections.isWritten(Section.RESOLUTION), "Write the resolution (write-section)")
                        .needs(
                                sections.isWritten(Section.IMPACT)
                                        || decision.the(Impact.class).isRecorded(),
                                "Say what the impact was (record-impact)")
                        .taken(),
                new Step("external-message", open)
                        .needs(
                                message.isSettled(),
                                "Write what customers are told (draft-external-message), or say why nothing is"
                                        + " (decline-external-message)")
                        .taken(),
                new Step(SHARE_FOR_REVIEW, open && !meeting.isHeld())
                        .needs(
                                decision.the(Reviews.class).isShared(),
                                "Send the link to the reviewers about "
                                        + InWords.of(decision.policy().sharedBefore())
                                        + " before the meeting (share-for-review)")
                        .taken(),
                new Step(MEETING, open)
                        .needs(meeting.isHeld(), "Hold the meeting and record it (record-meeting-held)")
                        .taken(),
                new Step("tickets", asked)
                        .needs(items.count() > 0, "Say what will be done (add-action-item)")
                        .needs(items.topics().isEmpty(), "Link a ticket to each action item (link-ticket)")
                        .taken(),
                new Step(COMMUNICATE, asked)
                        .needs(
                                InternalEmailCommand.areResultsTold(decision),
                                "Tell everybody the results (record-internal-email)")
                        .needs(!message.isToBePosted(), "Post the external message (record-external-message-posted)")
                        .taken());
    }

    /** A step while what it needs is being said. */
    private static final class Step {
        private final String name;
        private final boolean asked;
        private final List<String> missing = new ArrayList<>();

        Step(String name, boolean asked) {
            this.name = name;
            this.asked = asked;
        }

        Step needs(boolean met, String whatDoesIt) {
            if (!met) {
                missing.add(whatDoesIt);
            }
            return this;
        }

        OwnerStep taken() {
            return new OwnerStep(name, missing.isEmpty(), asked, asked ? List.copyOf(missing) : List.of());
        }
    }
}
