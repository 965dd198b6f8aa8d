package io.hindsight.command.meeting;

import io.hindsight.command.decision.Part;
import io.hindsight.events.MeetingEvent.MeetingCancelled;
import io.hindsight.events.MeetingEvent.MeetingHeld;
import io.hindsight.events.MeetingEvent.MeetingInviteesSet;
import io.hindsight.events.MeetingEvent.MeetingScheduled;
import io.hindsight.events.PostmortemEvent;
import java.time.Instant;
import java.time.OffsetDateTime;

/** The postmortem meeting: what is planned, and what took place. */
public final class Meeting implements Part {
    private MeetingScheduled scheduled;
    private MeetingHeld held;
    private MeetingInviteesSet invitees;

    @Override
    public void evolve(PostmortemEvent event, long version, Instant at) {
        if (event instanceof MeetingScheduled e) {
            scheduled = e;
            held = null;
        } else if (event instanceof MeetingCancelled) {
            scheduled = null;
            invitees = null;
        } else if (event instanceof MeetingInviteesSet e) {
            invitees = e;
        } else if (event instanceof MeetingHeld e) {
            held = e;
        }
    }

    /** What is planned, or null. */
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

    public boolean isScheduled() {
        return scheduled != null;
    }

    public boolean isHeld() {
        return held != null;
    }

    /** When it is planned to start; null where nothing is planned. */
    public OffsetDateTime startsAt() {
        return scheduled == null ? null : scheduled.startsAt();
    }

    /** When it is planned to be over; null where nothing is planned. */
    OffsetDateTime endsAt() {
        return scheduled == null ? null : scheduled.startsAt().plus(scheduled.duration());
    }
}
