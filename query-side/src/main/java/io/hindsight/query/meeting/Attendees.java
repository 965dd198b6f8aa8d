package io.hindsight.query.meeting;

import io.hindsight.words.Invitee;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.property.Attendee;
import org.springframework.web.util.UriUtils;

/** Who is invited, as calendars know people: by their mail address where somebody said it, else by a name that is no address. */
final class Attendees {
    private final Map<String, String> addresses;
    private final String namespace;

    /**
     * @param addresses of the people who have one
     * @param namespace what the names of the others begin with, a URN
     */
    Attendees(Map<String, String> addresses, String namespace) {
        this.addresses = addresses;
        this.namespace = namespace;
    }

    Attendee of(Invitee invitee) {
        ParameterList parameters = new ParameterList()
                .add(new Cn(Invitation.line(invitee.person()).replace('"', '\'')))
                .add(invitee.optional() ? Role.OPT_PARTICIPANT : Role.REQ_PARTICIPANT)
                .add(PartStat.NEEDS_ACTION);
        URI address = mail(addresses.get(invitee.person()));
        return new Attendee(parameters, address == null ? name(invitee.person()) : address);
    }

    private URI name(String person) {
        return URI.create(namespace + ":" + UriUtils.encode(person, StandardCharsets.UTF_8));
    }

    /** Null where it is none. */
    private static URI mail(String address) {
        try {
            return address == null ? null : new URI("mailto", new InternetAddress(address, true).getAddress(), null);
        } catch (AddressException | URISyntaxException e) {
            return null;
        }
    }
}
