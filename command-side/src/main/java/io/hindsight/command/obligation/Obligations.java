package io.hindsight.command.obligation;

import io.hindsight.command.actionitem.ActionItems;
import io.hindsight.command.deadline.Deadlines;
import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.Part;
import io.hindsight.command.decision.Standing;
import io.hindsight.command.externalmessage.ExternalMessage;
import io.hindsight.command.meeting.Meeting;
import io.hindsight.command.review.Reviews;
import io.hindsight.events.ActionItemEvent.ActionItemCompleted;
import io.hindsight.events.ActionItemEvent.ActionItemDeclined;
import io.hindsight.events.DeadlineEvent.DeadlinesSet;
import io.hindsight.events.DeadlineEvent.ObligationsRestored;
import io.hindsight.events.ExternalMessageEvent.ExternalMessagePosted;
import io.hindsight.events.LifecycleEvent.ReviewFinished;
import io.hindsight.events.MeetingEvent.MeetingHeld;
import io.hindsight.events.MeetingEvent.MeetingScheduled;
import io.hindsight.events.OwnershipEvent.OwnerAssigned;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.events.ReviewEvent.SharedForReview;
import io.hindsight.words.Deadline;
import io.hindsight.words.ObligationKind;
import io.hindsight.words.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is owed on a postmortem. After each command {@link #settle} compares what is owed now with what was recorded as owed,
 * and records the difference, so that whatever changed (the severity, the times, the meeting, the owner) every deadline
 * follows without the command knowing of it.
 */
public final class Obligations implements Part {
    /** What was recorded as owed and is not yet met, by {@link #key}. */
    private final Map<String, Deadline> pending = new LinkedHashMap<>();

    @Override
    public void evolve(PostmortemEvent event, long version, Instant at) {
        if (event instanceof DeadlinesSet e) {
            for (Deadline deadline : e.deadlines()) {
                if (deadline.dueAt() == null) {
                    pending.remove(key(deadline));
                } else {
                    pending.put(key(deadline), deadline);
                }
            }
        } else if (event instanceof ObligationsRestored e) {
            pending.clear();
            e.obligations().stream()
                    .filter(owed -> owed.doneAt() == null)
                    .map(owed -> new Deadline(owed.kind(), owed.subject(), owed.dueAt(), null, owed.rule()))
                    .forEach(deadline -> pending.put(key(deadline), deadline));
        } else if (event instanceof OwnerAssigned) {
            met(ObligationKind.OWN);
        } else if (event instanceof MeetingScheduled) {
            met(ObligationKind.SCHEDULE_MEETING);
        } else if (event instanceof MeetingHeld) {
            met(ObligationKind.HOLD_MEETING);
        } else if (event instanceof SharedForReview) {
            met(ObligationKind.SHARE_FOR_REVIEW);
        } else if (event instanceof ReviewFinished) {
            met(ObligationKind.REVIEW);
        } else if (event instanceof ExternalMessagePosted) {
            met(ObligationKind.POST_EXTERNAL_MESSAGE);
        } else if (event instanceof ActionItemCompleted e) {
            pending.remove(key(ObligationKind.ACTION_ITEM, e.itemId()));
        } else if (event instanceof ActionItemDeclined e) {
            pending.remove(key(ObligationKind.ACTION_ITEM, e.itemId()));
        }
    }

    private void met(ObligationKind kind) {
        pending.remove(key(kind, null));
    }

    private static String key(Deadline deadline) {
        return key(deadline.kind(), deadline.subject());
    }

    private static String key(ObligationKind kind, String subject) {
        return subject == null ? kind.toString() : kind + "/" + subject;
    }

    /** Records what became owed, is due at another time, or is owed no more. */
    public static void settle(Decision decision) {
        Map<String, Deadline> recorded = decision.the(Obligations.class).pending;
        Map<String, Deadline> owed = new LinkedHashMap<>();
        owed(decision).forEach(deadline -> owed.put(key(deadline), deadline));
        List<Deadline> changes = new ArrayList<>();
        owed.forEach((key, deadline) -> {
            if (!isRecorded(deadline, recorded.get(key))) {
                changes.add(deadline);
            }
        });
        recorded.forEach((key, deadline) -> {
            if (!owed.containsKey(key)) {
                changes.add(new Deadline(deadline.kind(), deadline.subject(), null, null, deadline.rule()));
            }
        });
        if (!changes.isEmpty()) {
            decision.emit(new DeadlinesSet(changes));
        }
    }

    /** An export does not tell what a deadline was counted from. */
    private static boolean isRecorded(Deadline deadline, Deadline recorded) {
        return deadline.equals(recorded)
                || recorded != null
                        && recorded.countedFrom() == null
                        && deadline.dueAt().equals(recorded.dueAt())
                        && Objects.equals(deadline.rule(), recorded.rule());
    }

    private static List<Deadline> owed(Decision decision) {
        List<Deadline> owed = new ArrayList<>();
        Standing standing = decision.standing();
        Meeting meeting = decision.the(Meeting.class);
        Reviews reviews = decision.the(Reviews.class);
        if (standing.isUnderWay()) {
            if (standing.owner() == null) {
                owed.add(Deadlines.own(decision));
            }
            if (!meeting.isScheduled() && !meeting.isHeld()) {
                owed.add(Deadlines.scheduleMeeting(decision));
            }
            if (!meeting.isHeld()) {
                owed.add(Deadlines.holdMeeting(decision));
            }
            if (meeting.isScheduled() && !meeting.isHeld() && !reviews.isShared()) {
                owed.add(Deadlines.shareForReview(decision, meeting.startsAt()));
            }
            if (standing.status() == Status.IN_REVIEW) {
                review(decision).ifPresent(owed::add);
            }
            if (standing.status() == Status.REVIEWED
                    && decision.the(ExternalMessage.class).isToBePosted()) {
                owed.add(Deadlines.postExternalMessage(decision));
            }
        }
        if (standing.status() != Status.WAIVED) {
            decision.the(ActionItems.class).open().stream()
                    .filter(item -> item.dueOn() != null)
                    .map(item -> Deadlines.actionItem(item.itemId(), item.dueOn(), decision.policy()))
                    .forEach(owed::add);
        }
        return owed;
    }

    /** An export does not tell when it was submitted; until there is a meeting to come, its deadline stands. */
    private static Optional<Deadline> review(Decision decision) {
        Instant meeting = decision.the(Meeting.class).startedAt();
        Deadline recorded = decision.the(Obligations.class).pending.get(key(ObligationKind.REVIEW, null));
        return decision.standing().submittedAt() != null || meeting != null && meeting.isAfter(decision.now())
                ? Optional.of(Deadlines.review(decision, meeting))
                : Optional.ofNullable(recorded);
    }
}
