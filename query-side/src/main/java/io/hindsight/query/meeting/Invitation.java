package io.hindsight.query.meeting;

import io.hindsight.query.export.CalendarHost;
import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.fold.PostmortemDocument.Meeting;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Map;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * The meeting as an event that calendars take (RFC 5545): the same identifier and a higher sequence whenever it is moved or
 * called off, or others are invited, so that a calendar that knows it already changes its entry. The same document and
 * addresses make the same file.
 */
final class Invitation {
    private static final String NAME = "Hindsight";

    /** Calendars show a note; the whole agenda is where the link leads. */
    private static final int LONGEST_AGENDA = 8_000;

    private final PostmortemDocument document;
    private final String publicUrl;
    private final String host;
    private final Attendees attendees;

    /**
     * @param publicUrl the address of this installation; empty where it is not set
     * @param addresses of the people who have one
     */
    Invitation(PostmortemDocument document, String publicUrl, Map<String, String> addresses) {
        this.document = document;
        this.publicUrl = publicUrl;
        this.host = CalendarHost.of(document.calendar(), publicUrl);
        this.attendees = new Attendees(addresses, namespace());
    }

    /** @return null where no meeting was ever scheduled */
    String text() {
        if (document.calendar() == null) {
            return null;
        }
        boolean cancelled = document.calendar().cancelled() != null;
        Meeting meeting = cancelled ? document.calendar().cancelled() : document.meeting();
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//" + NAME + "//" + NAME + "//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(method(meeting, cancelled));
        calendar.add(event(meeting, cancelled));
        // The library's own writer folds by characters, and calendars count octets.
        return Folding.of(calendar.toString());
    }

    /** What is published names nobody who is to come (RFC 5546, 3.2.1). */
    private static Method method(Meeting meeting, boolean cancelled) {
        if (cancelled) {
            return ImmutableMethod.CANCEL;
        }
        return meeting.invitees().isEmpty() ? ImmutableMethod.PUBLISH : ImmutableMethod.REQUEST;
    }

    private VEvent event(Meeting meeting, boolean cancelled) {
        VEvent event = new VEvent(false);
        event.add(new Uid(document.id() + "@" + host));
        event.add(new Sequence(document.calendar().sequence()));
        event.add(new DtStamp(document.updatedAt()));
        event.add(new DtStart<Instant>(meeting.startsAt()));
        event.add(new DtEnd<Instant>(meeting.startsAt().plus(meeting.duration())));
        event.add(cancelled ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        // RFC 5546 asks for one. It sends no mail and reads none, so this is no mail address.
        event.add(new Organizer(new ParameterList().add(new Cn(NAME)), URI.create(namespace())));
        meeting.invitees().forEach(invitee -> event.add(attendees.of(invitee)));
        event.add(new Summary("Postmortem: " + line(document.title())));
        if (meeting.location() != null) {
            event.add(new Location(line(meeting.location())));
        }
        URI url = uri(meeting.link() == null ? page() : meeting.link());
        if (url != null) {
            event.add(new Url(url));
        }
        event.add(new Description(description(meeting)));
        return event;
    }

    private String description(Meeting meeting) {
        StringBuilder text = new StringBuilder();
        if (meeting.link() != null) {
            text.append("Meeting: ").append(meeting.link()).append('\n');
        }
        if (page() != null) {
            text.append("Postmortem: ").append(page()).append('\n');
        }
        String agenda = Agenda.of(document).markdown();
        if (agenda.length() > LONGEST_AGENDA) {
            agenda = agenda.substring(0, agenda.lastIndexOf('\n', LONGEST_AGENDA) + 1) + "…\n";
        }
        return text.append(text.isEmpty() ? "" : "\n").append(agenda).toString().replaceAll("[\\p{Cntrl}&&[^\n]]", " ");
    }

    private String page() {
        return publicUrl.isEmpty() ? null : publicUrl + "/api/postmortems/" + document.id();
    }

    /** What stands for the installation where calendars ask for somebody. */
    private String namespace() {
        return "urn:hindsight:" + host;
    }

    /** Null where it is none: a link that people can open may still hold what a calendar must not. */
    private static URI uri(String text) {
        try {
            return text == null || text.isEmpty() ? null : new URI(text);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    static String line(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ");
    }
}
