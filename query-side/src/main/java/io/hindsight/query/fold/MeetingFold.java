package io.hindsight.query.fold;

import io.hindsight.events.MeetingEvent;
import io.hindsight.events.MeetingEvent.MeetingCalendarRestored;
import io.hindsight.events.MeetingEvent.MeetingCancelled;
import io.hindsight.events.MeetingEvent.MeetingHeld;
import io.hindsight.events.MeetingEvent.MeetingInviteesSet;
import io.hindsight.events.MeetingEvent.MeetingScheduled;
import io.hindsight.query.fold.PostmortemDocument.Calendar;
import io.hindsight.query.fold.PostmortemDocument.Meeting;
import java.time.Instant;
import java.util.List;

final class MeetingFold {
    private static final Meeting NONE =
            new Meeting(null, null, null, null, null, List.of(), null, List.of(), List.of(), null);

    private MeetingFold() {}

    static void fold(DocumentEdit edit, MeetingEvent event) {
        if (event instanceof MeetingScheduled scheduled) {
            schedule(edit, scheduled);
        } else if (event instanceof MeetingInviteesSet set) {
            invite(edit, set);
        } else if (event instanceof MeetingCancelled) {
            cancel(edit);
        } else if (event instanceof MeetingCalendarRestored restored) {
            if (edit.calendar != null) {
                edit.calendar = new Calendar(restored.host(), restored.sequence(), edit.calendar.cancelled());
            }
        } else if (event instanceof MeetingHeld held) {
            hold(edit, held);
        } else {
            throw new IllegalStateException("No fold for " + event.getClass());
        }
    }

    private static void schedule(DocumentEdit edit, MeetingScheduled scheduled) {
        Meeting before = edit.meeting == null ? NONE : edit.meeting;
        Instant startsAt = Utc.of(scheduled.startsAt());
        boolean another =
                before.heldAt() != null && !startsAt.equals(before.startsAt()) && !startsAt.equals(before.heldAt());
        if (another) {
            edit.earlierMeetings = Parts.with(edit.earlierMeetings, before.heldBy(ObligationFold.heldBy(edit)));
        }
        edit.meeting = new Meeting(
                startsAt,
                scheduled.duration(),
                scheduled.location(),
                scheduled.link(),
                another ? null : before.heldAt(),
                another ? List.of() : before.attendees(),
                another ? null : before.recording(),
                before.invitees(),
                before.missingRoles(),
                null);
        edit.calendar = edit.calendar == null ? new Calendar(null, 0, null) : edit.calendar.changed(null);
    }

    /** The last one that was held, if one was, stands again. */
    private static void cancel(DocumentEdit edit) {
        if (edit.calendar != null && edit.calendar.cancelled() == null) {
            edit.calendar = edit.calendar.changed(edit.meeting);
        }
        int last = edit.earlierMeetings.size() - 1;
        Meeting stands = last < 0 ? null : edit.earlierMeetings.get(last);
        if (stands != null && stands.heldBy() != null) {
            ObligationFold.hadToBeHeldBy(edit, stands.heldBy());
        }
        edit.meeting = stands == null ? null : stands.heldBy(null);
        edit.earlierMeetings = last < 0 ? List.of() : edit.earlierMeetings.subList(0, last);
    }

    /** A meeting that was never planned can be held all the same. */
    private static void hold(DocumentEdit edit, MeetingHeld held) {
        Meeting planned = edit.meeting == null ? NONE : edit.meeting;
        edit.meeting = new Meeting(
                planned.startsAt(),
                planned.duration(),
                planned.location(),
                planned.link(),
                Utc.of(held.heldAt()),
                held.attendees(),
                held.recording(),
                planned.invitees(),
                planned.missingRoles(),
                null);
    }

    private static void invite(DocumentEdit edit, MeetingInviteesSet set) {
        Meeting meeting = edit.meeting;
        if (meeting == null) {
            return;
        }
        edit.meeting = new Meeting(
                meeting.startsAt(),
                meeting.duration(),
                meeting.location(),
                meeting.link(),
                meeting.heldAt(),
                meeting.attendees(),
                meeting.recording(),
                set.invitees(),
                set.missingRoles(),
                null);
        // Calendars show who is invited, and not who is missing.
        if (edit.calendar != null && !set.invitees().equals(meeting.invitees())) {
            edit.calendar = edit.calendar.changed(edit.calendar.cancelled());
        }
    }
}
