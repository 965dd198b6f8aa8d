package io.hindsight.query.fold;

import io.hindsight.events.MeetingEvent;
import io.hindsight.events.MeetingEvent.MeetingCalendarRestored;
import io.hindsight.events.MeetingEvent.MeetingCancelled;
import io.hindsight.events.MeetingEvent.MeetingHeld;
import io.hindsight.events.MeetingEvent.MeetingInviteesSet;
import io.hindsight.events.MeetingEvent.MeetingScheduled;
import io.hindsight.query.fold.PostmortemDocument.Calendar;
import io.hindsight.query.fold.PostmortemDocument.Meeting;
import java.util.List;

final class MeetingFold {
    private static final Meeting NONE =
            new Meeting(null, null, null, null, null, List.of(), null, List.of(), List.of());

    private MeetingFold() {}

    static void fold(DocumentEdit edit, MeetingEvent event) {
        if (event instanceof MeetingScheduled scheduled) {
            Meeting before = edit.meeting == null ? NONE : edit.meeting;
            edit.meeting = new Meeting(
                    Utc.of(scheduled.startsAt()),
                    scheduled.duration(),
                    scheduled.location(),
                    scheduled.link(),
                    null,
                    List.of(),
                    null,
                    before.invitees(),
                    before.missingRoles());
            edit.calendar = edit.calendar == null ? new Calendar(null, 0, null) : edit.calendar.changed(null);
        } else if (event instanceof MeetingInviteesSet set) {
            invite(edit, set);
        } else if (event instanceof MeetingCancelled) {
            if (edit.calendar != null && edit.calendar.cancelled() == null) {
                edit.calendar = edit.calendar.changed(edit.meeting);
            }
            edit.meeting = null;
        } else if (event instanceof MeetingCalendarRestored restored) {
            if (edit.calendar != null) {
                edit.calendar = new Calendar(restored.host(), restored.sequence(), edit.calendar.cancelled());
            }
        } else if (event instanceof MeetingHeld held) {
            // A meeting that was never planned can be held all the same.
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
                    planned.missingRoles());
        } else {
            throw new IllegalStateException("No fold for " + event.getClass());
        }
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
                set.missingRoles());
        // Calendars show who is invited, and not who is missing.
        if (edit.calendar != null && !set.invitees().equals(meeting.invitees())) {
            edit.calendar = edit.calendar.changed(edit.calendar.cancelled());
        }
    }
}
