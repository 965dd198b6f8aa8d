package io.hindsight.command.meeting;

import io.hindsight.command.decision.Part;
import io.hindsight.events.DeadlineEvent.DeadlinesSet;
import io.hindsight.events.DeadlineEvent.ObligationsRestored;
import io.hindsight.events.MeetingEvent.MeetingCancelled;
import io.hindsight.events.MeetingEvent.MeetingHeld;
import io.hindsight.events.MeetingEvent.MeetingInviteesSet;
import io.hindsight.events.MeetingEvent.MeetingScheduled;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.words.ObligationKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;

/** The postmortem meeting: what is planned, and what took place. */
public final class Meeting implements Part {
    private MeetingScheduled scheduled;
    private MeetingHeld held;
    private MeetingInviteesSet invitees;
    private Instant heldBy;
    /** Those that were held before another one was scheduled, the last one first: it stands again where that is called off. */
    private final Deque<TookPlace> earlier = new ArrayDeque<>();

    /**
     * @param planned null where it was never planned
     * @param heldBy by when it had to be held, as it was recorded then; null where that never was
     */
    private record TookPlace(MeetingScheduled planned, MeetingHeld held, Instant heldBy) {}

    @Override
    public void evolve(PostmortemEvent event, long version, Instant at) {
        if (event instanceof MeetingScheduled e) {
            if (isHeld() && !isStartOfHeld(e.startsAt())) {
                earlier.push(new TookPlace(scheduled, held, heldBy));
                held = null;
            }
            scheduled = e;
        } else if (event instanceof MeetingCancelled) {
            TookPlace before = earlier.poll();
            scheduled = before == null ? null : before.planned();
            held = before == null ? null : before.held();
            heldBy = before == null ? heldBy : before.heldBy();
            invitees = null;
        } else if (event instanceof MeetingInviteesSet e) {
            invitees = e;
        } else if (event instanceof MeetingHeld e) {
            held = e;
        } else if (event instanceof DeadlinesSet e) {
            e.deadlines().stream()
                    .filter(one -> one.kind() == ObligationKind.HOLD_MEETING && one.dueAt() != null)
                    .forEach(one -> heldBy = one.dueAt());
        } else if (event instanceof ObligationsRestored e) {
            e.obligations().stream()
                    .filter(one -> one.kind() == ObligationKind.HOLD_MEETING)
                    .forEach(one -> heldBy = one.dueAt());
        }
    }

    /** What is planned, or was before it was held; or null. */
    MeetingScheduled scheduled() {
        return scheduled;
    }

    /** What took place, or null. */
    MeetingHeld held() {
        return held;
    }

    /** Whom was said to be invited; null where nobody has said it of a meeting that is planned. */
    MeetingInviteesSet invitees() {
        return invitees;
    }

    /** When it had to be held by, as it was last recorded; null where that never was. */
    Instant heldBy() {
        return heldBy;
    }

    public boolean isScheduled() {
        return scheduled != null;
    }

    public boolean isHeld() {
        return held != null;
    }

    /** Whether the meeting that was held was planned to start then, or did. */
    boolean isStartOfHeld(OffsetDateTime time) {
        return isHeld()
                && (held.heldAt().isEqual(time) || isScheduled() && startsAt().isEqual(time));
    }

    /** When it is planned to start; null where nothing is planned. */
    public OffsetDateTime startsAt() {
        return scheduled == null ? null : scheduled.startsAt();
    }

    /** When it began, or else is planned to; null where there is neither. */
    public Instant startedAt() {
        if (isHeld()) {
            return held.heldAt().toInstant();
        }
        return isScheduled() ? startsAt().toInstant() : null;
    }

    /** When it can have begun: it may be recorded as held only later, and without saying when. Null where there is none. */
    public Instant beganAtTheEarliest() {
        Instant startedAt = startedAt();
        return isScheduled() && startsAt().toInstant().isBefore(startedAt)
                ? startsAt().toInstant()
                : startedAt;
    }

    /** When it is planned to be over; null where nothing is planned. */
    OffsetDateTime endsAt() {
        return scheduled == null ? null : scheduled.startsAt().plus(scheduled.duration());
    }
}
