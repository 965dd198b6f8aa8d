package io.hindsight.command.deadline;

import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.Policy;
import io.hindsight.command.decision.Rule;
import io.hindsight.command.decision.Standing;
import io.hindsight.command.timeline.Timeline;
import io.hindsight.words.DayKind;
import io.hindsight.words.Deadline;
import io.hindsight.words.ObligationKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/** When what is owed is due, under the policy in force. */
public final class Deadlines {
    private Deadlines() {}

    /** Somebody has to own it an hour after it was opened, or lost its owner (rule {@code owner.single}). */
    public static Deadline own(Decision decision) {
        Instant from = decision.standing().unownedSince();
        return deadline(ObligationKind.OWN, from.plus(decision.policy().unownedFor()), from, Rule.OWNER_SINGLE);
    }

    /** One business day after opening, the meeting is on the calendar (rule {@code meeting.scheduled-first}). */
    public static Deadline scheduleMeeting(Decision decision) {
        Policy policy = decision.policy();
        Instant from = decision.standing().openedAt();
        return deadline(
                ObligationKind.SCHEDULE_MEETING,
                WorkingDays.endOfBusinessDay(from, policy.scheduleBusinessDays(), policy),
                from,
                Rule.MEETING_SCHEDULED_FIRST);
    }

    /** The meeting is held within days of the resolution, or of the start while unresolved (rule {@code meeting.deadline}). */
    public static Deadline holdMeeting(Decision decision) {
        Policy policy = decision.policy();
        Standing standing = decision.standing();
        Timeline timeline = decision.the(Timeline.class);
        Instant from = Optional.ofNullable(standing.incident().resolvedAt())
                .or(timeline::end)
                .or(() -> Optional.ofNullable(standing.incident().startedAt()))
                .or(timeline::start)
                .map(OffsetDateTime::toInstant)
                .orElse(standing.openedAt());
        Policy.Days within = policy.meetingWithin(standing.severity());
        Instant dueAt = within.counted() == DayKind.BUSINESS
                ? WorkingDays.endOfBusinessDay(from, within.days(), policy)
                : WorkingDays.endOfCalendarDay(from, within.days(), policy);
        return deadline(ObligationKind.HOLD_MEETING, dueAt, from, Rule.MEETING_DEADLINE);
    }

    /** A day before the meeting, the link is out for review (rule {@code review.shared-before-meeting}). */
    public static Deadline shareForReview(Decision decision, OffsetDateTime meetingStartsAt) {
        Instant from = meetingStartsAt.toInstant();
        return deadline(
                ObligationKind.SHARE_FOR_REVIEW,
                from.minus(decision.policy().sharedBefore()),
                from,
                Rule.REVIEW_SHARED_BEFORE_MEETING);
    }

    /**
     * What is submitted is reviewed by the meeting (rule {@code review.quorum}); after the meeting, by the end of the business day
     * on which the reviewers have had as long as before one.
     *
     * @param meeting when it begins, or was held; null where neither is known
     */
    public static Deadline review(Decision decision, Instant meeting) {
        Policy policy = decision.policy();
        Instant submittedAt = decision.standing().submittedAt();
        return submittedAt == null || meeting != null && meeting.isAfter(submittedAt)
                ? deadline(ObligationKind.REVIEW, meeting, meeting, Rule.REVIEW_QUORUM)
                : deadline(
                        ObligationKind.REVIEW,
                        WorkingDays.endOfBusinessDay(submittedAt.plus(policy.sharedBefore()), policy),
                        submittedAt,
                        Rule.REVIEW_QUORUM);
    }

    /** Customers read what was agreed upon a business day after it was (rule {@code status.closed}). */
    public static Deadline postExternalMessage(Decision decision) {
        Policy policy = decision.policy();
        Instant from = decision.standing().reviewedAt();
        return deadline(
                ObligationKind.POST_EXTERNAL_MESSAGE,
                WorkingDays.endOfBusinessDay(from, policy.postMessageBusinessDays(), policy),
                from,
                Rule.STATUS_CLOSED);
    }

    /** An action item is done by the end of its day (rule {@code action-item.ticket}). */
    public static Deadline actionItem(String itemId, LocalDate dueOn, Policy policy) {
        return new Deadline(
                ObligationKind.ACTION_ITEM,
                itemId,
                WorkingDays.endOf(dueOn, policy.zone()),
                null,
                Rule.ACTION_ITEM_TICKET.id());
    }

    private static Deadline deadline(ObligationKind kind, Instant dueAt, Instant countedFrom, Rule rule) {
        return new Deadline(kind, null, dueAt, countedFrom, rule.id());
    }
}
