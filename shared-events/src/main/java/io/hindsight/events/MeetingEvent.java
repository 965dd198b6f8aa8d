package io.hindsight.events;

import io.hindsight.words.Invitee;
import io.hindsight.words.ResponderRole;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

/** The postmortem meeting (rules {@code meeting.*}). */
public sealed interface MeetingEvent extends PostmortemEvent {

    /** The meeting has a time, its first or another one. After one was held it is another meeting, unless it starts when that did. */
    @StoredAs("meeting-scheduled")
    record MeetingScheduled(OffsetDateTime startsAt, Duration duration, String location, String link)
            implements MeetingEvent {}

    /** These people are to be invited to the meeting that is planned, and no others (rule {@code meeting.invitees}).
     *
     * @param missingRoles the roles that are always invited and that nobody is named for
     */
    @StoredAs("meeting-invitees-set")
    record MeetingInviteesSet(List<Invitee> invitees, List<ResponderRole> missingRoles) implements MeetingEvent {
        public MeetingInviteesSet {
            invitees = invitees == null ? List.of() : List.copyOf(invitees);
            missingRoles = missingRoles == null ? List.of() : List.copyOf(missingRoles);
        }
    }

    /** The meeting is off. */
    @StoredAs("meeting-cancelled")
    record MeetingCancelled() implements MeetingEvent {}

    /** An export told how calendars know the meeting, so that their entries follow it here.
     *
     * @param host what follows the postmortem's id in the identifier of their entry
     * @param sequence how often the entry had changed
     */
    @StoredAs("meeting-calendar-restored")
    record MeetingCalendarRestored(String host, int sequence) implements MeetingEvent {}

    /** The meeting took place.
     *
     * @param recording the link of its recording; may be null
     */
    @StoredAs("meeting-held")
    record MeetingHeld(OffsetDateTime heldAt, List<String> attendees, String recording) implements MeetingEvent {
        public MeetingHeld {
            attendees = attendees == null ? List.of() : List.copyOf(attendees);
        }
    }
}
