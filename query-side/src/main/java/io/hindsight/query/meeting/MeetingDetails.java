package io.hindsight.query.meeting;

import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.fold.PostmortemDocument.Meeting;
import io.hindsight.words.Invitee;
import io.hindsight.words.ResponderRole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The meeting with what is needed to prepare and hold it.
 *
 * @param heldAt when it was held; not there before that
 * @param cancelled whether it is off; the rest is how it was planned when that was said
 * @param invitees whom to invite (rule {@code meeting.invitees}); of one that was held, who was invited
 * @param missingRoles the roles that are always invited and that nobody is named for
 * @param agenda what there is to talk about, as the document stands (rule {@code meeting.agenda})
 * @param ics the link of the file for calendars, its path alone where nobody said where people reach this; not there for one that
 *     was held and never planned
 */
record MeetingDetails(
        Instant startsAt,
        Duration duration,
        String location,
        String link,
        Instant heldAt,
        List<String> attendees,
        String recording,
        boolean cancelled,
        List<Invitee> invitees,
        List<ResponderRole> missingRoles,
        Agenda agenda,
        String ics) {

    /** Null where no meeting was ever scheduled or held. */
    static MeetingDetails of(PostmortemDocument document, String ics) {
        boolean cancelled = document.meeting() == null && document.calendar() != null;
        Meeting meeting = cancelled ? document.calendar().cancelled() : document.meeting();
        if (meeting == null) {
            return null;
        }
        return new MeetingDetails(
                meeting.startsAt(),
                meeting.duration(),
                meeting.location(),
                meeting.link(),
                meeting.heldAt(),
                meeting.attendees(),
                meeting.recording(),
                cancelled,
                meeting.invitees(),
                meeting.missingRoles(),
                Agenda.of(document),
                document.calendar() == null ? null : ics);
    }
}
