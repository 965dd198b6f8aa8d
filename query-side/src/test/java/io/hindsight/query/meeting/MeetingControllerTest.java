package io.hindsight.query.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.hindsight.events.ActionItemEvent.ActionItemAdded;
import io.hindsight.events.CommentEvent.CommentAdded;
import io.hindsight.events.IncidentEvent.PostmortemRetitled;
import io.hindsight.events.MeetingEvent.MeetingCalendarRestored;
import io.hindsight.events.MeetingEvent.MeetingCancelled;
import io.hindsight.events.MeetingEvent.MeetingHeld;
import io.hindsight.events.MeetingEvent.MeetingInviteesSet;
import io.hindsight.events.MeetingEvent.MeetingScheduled;
import io.hindsight.events.PointEvent.WentBadlyAdded;
import io.hindsight.query.Events;
import io.hindsight.query.WebTest;
import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.words.Invitee;
import io.hindsight.words.InviteeRole;
import io.hindsight.words.ResponderRole;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Attendee;
import org.junit.jupiter.api.Test;

class MeetingControllerTest extends WebTest {
    private static final String AT = "https://hindsight.example";

    @Test
    void the_calendar_keeps_its_entry_when_the_meeting_is_moved_called_off_and_put_on_again() throws Exception {
        append("meeting-1", Events.opened(), scheduled("2026-03-04T10:00:00+01:00", "Room 1, left; \\ top"));
        Calendar first = calendar("meeting-1");
        assertThat(value(first, "DTSTART")).isEqualTo("20260304T090000Z");
        assertThat(value(first, "DTEND")).isEqualTo("20260304T093000Z");
        assertThat(value(first, "UID")).isEqualTo("meeting-1@hindsight");
        assertThat(value(first, "SEQUENCE")).isEqualTo("0");
        assertThat(value(first, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(first, "LOCATION")).isEqualTo("Room 1, left; \\ top");
        assertThat(value(first, "URL")).isEqualTo("https://meet.example/1?a=b");
        assertThat(method(first)).isEqualTo("PUBLISH");

        append("meeting-1", scheduled("2026-03-05T10:00:00Z", null), new PostmortemRetitled("Renamed"));
        Calendar moved = calendar("meeting-1");
        assertThat(value(moved, "UID")).isEqualTo("meeting-1@hindsight");
        assertThat(value(moved, "SEQUENCE")).isEqualTo("1");
        assertThat(value(moved, "DTSTART")).isEqualTo("20260305T100000Z");
        assertThat(value(moved, "SUMMARY")).isEqualTo("Postmortem: Renamed");

        append("meeting-1", new MeetingCancelled());
        Calendar off = calendar("meeting-1");
        assertThat(method(off)).isEqualTo("CANCEL");
        assertThat(value(off, "STATUS")).isEqualTo("CANCELLED");
        assertThat(value(off, "UID")).isEqualTo("meeting-1@hindsight");
        assertThat(value(off, "SEQUENCE")).isEqualTo("2");
        assertThat(value(off, "DTSTART")).isEqualTo("20260305T100000Z");

        append("meeting-1", scheduled("2026-03-06T10:00:00Z", null));
        Calendar again = calendar("meeting-1");
        assertThat(method(again)).isEqualTo("PUBLISH");
        assertThat(value(again, "SEQUENCE")).isEqualTo("3");
    }

    @Test
    void the_calendar_keeps_the_entry_of_where_an_export_came_from() throws Exception {
        append("meeting-8", Events.opened(), scheduled("2026-03-04T10:00:00Z", null), new MeetingCancelled());
        append("meeting-8", new MeetingCalendarRestored("there.example", 7));
        Calendar off = calendar("meeting-8");
        assertThat(method(off)).isEqualTo("CANCEL");
        assertThat(value(off, "UID")).isEqualTo("meeting-8@there.example");
        assertThat(value(off, "SEQUENCE")).isEqualTo("7");

        append("meeting-8", scheduled("2026-03-05T10:00:00Z", null));
        Calendar again = calendar("meeting-8");
        assertThat(value(again, "UID")).isEqualTo("meeting-8@there.example");
        assertThat(value(again, "SEQUENCE")).isEqualTo("8");
    }

    @Test
    void the_file_has_its_type_and_name_and_there_is_none_where_no_meeting_was_scheduled() {
        append("meeting-2", Events.opened());
        HttpResponse<String> none = get("/api/postmortems/meeting-2/meeting.ics");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).contains("meeting-not-found");
        assertThat(get("/api/postmortems/nobody-opened-it/meeting.ics").body()).contains("postmortem-not-found");

        append("meeting-2", scheduled("2026-03-04T10:00:00Z", null));
        HttpResponse<String> answer = get("/api/postmortems/meeting-2/meeting.ics");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/calendar;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"postmortem-meeting-2.ics\"");
        assertThat(get("/api/postmortems/meeting-2/meeting.ics").body()).isEqualTo(answer.body());
    }

    @Test
    void the_agenda_goes_along_and_no_text_of_it_becomes_a_line_of_the_calendar() throws Exception {
        PostmortemDocument document = agenda();
        String text = new Invitation(document, AT, Map.of()).text();

        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(value(calendar, "UID")).isEqualTo("pm-1@hindsight.example");
        assertThat(value(calendar, "DESCRIPTION"))
                .startsWith("Meeting: https://meet.example/1?a=b\nPostmortem: " + AT + "/api/postmortems/pm-1\n")
                .containsSubsequence(
                        "## Timeline",
                        "Slow",
                        "## Unusual items",
                        "Nobody was paged",
                        "Why?",
                        "## How it could have been caught",
                        "canary",
                        "## Customer impact",
                        "## Action items",
                        "Fix it (topic, ben)");
        assertThat(text.lines().filter(line -> line.startsWith("METHOD:"))).containsExactly("METHOD:PUBLISH");
        assertThat(text.lines().map(line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length))
                .allMatch(length -> length <= 75);
        assertThat(text).contains("\r\n").endsWith("END:VCALENDAR\r\n");
    }

    @Test
    void who_is_invited_comes_as_an_attendee_by_their_address_or_by_a_name_that_is_none() throws Exception {
        String unusual = "Zoë \"Z\"; a:b,c\r\nMETHOD:CANCEL";
        PostmortemDocument document = Events.folded(
                Events.opened(),
                scheduled("2026-03-04T10:00:00Z", null),
                invitees(
                        new Invitee("ana", List.of(InviteeRole.OWNER, InviteeRole.INCIDENT_COMMANDER), false),
                        new Invitee("ben", List.of(InviteeRole.SERVICE_OWNER), false),
                        new Invitee(unusual, List.of(InviteeRole.CUSTOMER_LIAISON), true)));
        String text =
                new Invitation(document, AT, Map.of("ana", "Ana <ana+pm@example.org>", "ben", "no address")).text();

        Calendar calendar = valid(text);
        assertThat(method(calendar)).isEqualTo("REQUEST");
        List<Attendee> attendees = calendar.<VEvent>getComponents().get(0).getProperties("ATTENDEE");
        assertThat(attendees)
                .extracting(
                        attendee -> attendee.getCalAddress().toString(),
                        attendee -> parameter(attendee, "CN"),
                        attendee -> parameter(attendee, "ROLE"),
                        attendee -> parameter(attendee, "PARTSTAT"))
                .containsExactly(
                        tuple("mailto:ana+pm@example.org", "ana", "REQ-PARTICIPANT", "NEEDS-ACTION"),
                        tuple("urn:hindsight:hindsight.example:ben", "ben", "REQ-PARTICIPANT", "NEEDS-ACTION"),
                        tuple(
                                "urn:hindsight:hindsight.example:Zo%C3%AB%20%22Z%22%3B%20a%3Ab%2Cc%0D%0AMETHOD%3ACANCEL",
                                "Zoë 'Z'; a:b,c METHOD:CANCEL", "OPT-PARTICIPANT", "NEEDS-ACTION"));
        assertThat(text.lines().filter(line -> line.startsWith("METHOD:"))).hasSize(1);
    }

    @Test
    void a_change_of_invitees_raises_the_sequence_and_who_was_invited_hears_that_it_is_off() throws Exception {
        append("meeting-3", Events.opened(), scheduled("2026-03-04T10:00:00Z", null));
        assertThat(method(calendar("meeting-3"))).isEqualTo("PUBLISH");

        append("meeting-3", invitees(new Invitee("ana", List.of(InviteeRole.OWNER), false)));
        assertThat(value(calendar("meeting-3"), "SEQUENCE")).isEqualTo("1");
        assertThat(method(calendar("meeting-3"))).isEqualTo("REQUEST");

        append(
                "meeting-3",
                new MeetingInviteesSet(List.of(new Invitee("ana", List.of(InviteeRole.OWNER), false)), List.of()));
        assertThat(value(calendar("meeting-3"), "SEQUENCE"))
                .as("who is missing stands in no calendar")
                .isEqualTo("1");

        append("meeting-3", invitees(new Invitee("ben", List.of(InviteeRole.OWNER), false)), new MeetingCancelled());
        Calendar off = calendar("meeting-3");
        assertThat(method(off)).isEqualTo("CANCEL");
        assertThat(value(off, "SEQUENCE")).isEqualTo("3");
        assertThat(value(off, "ATTENDEE")).isEqualTo("urn:hindsight:hindsight:ben");

        append("meeting-3", scheduled("2026-03-05T10:00:00Z", null));
        assertThat(method(calendar("meeting-3"))).isEqualTo("PUBLISH");
    }

    @Test
    void an_address_that_the_directory_gets_to_know_goes_into_the_file_which_is_another_then() throws Exception {
        append(
                "meeting-7",
                Events.opened(),
                scheduled("2026-03-04T10:00:00Z", null),
                invitees(new Invitee("dora", List.of(InviteeRole.OWNER), false)));
        HttpResponse<String> before = get("/api/postmortems/meeting-7/meeting.ics");
        String etag = before.headers().firstValue("ETag").orElseThrow();
        assertThat(get("/api/postmortems/meeting-7/meeting.ics", "If-None-Match", etag)
                        .statusCode())
                .isEqualTo(304);

        Path directory = Files.createDirectories(Path.of("target/web-test")).resolve("directory.yml");
        Files.writeString(directory, "people: [{name: dora, address: dora@example.org}]");
        try {
            Calendar calendar = valid(get("/api/postmortems/meeting-7/meeting.ics", "If-None-Match", etag)
                    .body());
            assertThat(value(calendar, "ATTENDEE")).isEqualTo("mailto:dora@example.org");

            HttpResponse<String> readers = getAsReader("/api/postmortems/meeting-7/meeting.ics");
            assertThat(value(valid(readers.body()), "ATTENDEE"))
                    .as("who may only read")
                    .isEqualTo("urn:hindsight:hindsight:dora");
            assertThat(readers.body()).doesNotContain("dora@example.org");
        } finally {
            Files.delete(directory);
        }
    }

    @Test
    void the_meeting_says_whom_to_invite_who_is_missing_and_what_to_talk_about() {
        append(
                "meeting-4",
                Events.opened(),
                new WentBadlyAdded("p1", "Nobody was paged", null),
                scheduled("2026-03-04T11:00:00+01:00", "Room 1"),
                invitees(
                        new Invitee("ana", List.of(InviteeRole.OWNER, InviteeRole.SERVICE_OWNER), false),
                        new Invitee("lia", List.of(InviteeRole.CUSTOMER_LIAISON), true)));

        HttpResponse<String> planned = get("/api/postmortems/meeting-4/meeting");
        assertThat(WebTest.<String>at(planned, "$.startsAt")).isEqualTo("2026-03-04T10:00:00Z");
        assertThat(WebTest.<String>at(planned, "$.duration")).isEqualTo("PT30M");
        assertThat(WebTest.<String>at(planned, "$.location")).isEqualTo("Room 1");
        assertThat(WebTest.<Boolean>at(planned, "$.cancelled")).isFalse();
        assertThat(WebTest.<List<String>>at(planned, "$.invitees[*].person")).containsExactly("ana", "lia");
        assertThat(WebTest.<List<String>>at(planned, "$.invitees[0].roles")).containsExactly("owner", "service-owner");
        assertThat(WebTest.<List<Boolean>>at(planned, "$.invitees[*].optional")).containsExactly(false, true);
        assertThat(WebTest.<List<String>>at(planned, "$.missingRoles")).containsExactly("incident-commander");
        assertThat(WebTest.<List<String>>at(planned, "$.agenda.topics[*].title"))
                .containsExactly(
                        "Timeline",
                        "Unusual items",
                        "How it could have been caught",
                        "Customer impact",
                        "Action items");
        assertThat(WebTest.<Map<String, String>>at(planned, "$.agenda.topics[1].items[0]"))
                .containsExactly(entry("about", "Went badly"), entry("text", "Nobody was paged"));
        assertThat(WebTest.<String>at(planned, "$.ics")).isEqualTo("/api/postmortems/meeting-4/meeting.ics");
        String etag = planned.headers().firstValue("ETag").orElseThrow();
        assertThat(get("/api/postmortems/meeting-4/meeting", "If-None-Match", etag)
                        .statusCode())
                .isEqualTo(304);

        append("meeting-4", new MeetingHeld(OffsetDateTime.parse("2026-03-04T10:05:00Z"), List.of("ana"), "https://r"));
        HttpResponse<String> held = get("/api/postmortems/meeting-4/meeting", "If-None-Match", etag);
        assertThat(WebTest.<String>at(held, "$.heldAt")).isEqualTo("2026-03-04T10:05:00Z");
        assertThat(WebTest.<List<String>>at(held, "$.attendees")).containsExactly("ana");
        assertThat(WebTest.<List<String>>at(held, "$.invitees[*].person")).containsExactly("ana", "lia");
    }

    @Test
    void a_meeting_that_is_off_says_so_and_how_it_was_planned_and_one_never_planned_is_not_found() {
        append("meeting-5", Events.opened());
        HttpResponse<String> none = get("/api/postmortems/meeting-5/meeting");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).contains("meeting-not-found");
        assertThat(get("/api/postmortems/nobody-opened-it/meeting").body()).contains("postmortem-not-found");

        append("meeting-5", scheduled("2026-03-04T10:00:00Z", null), new MeetingCancelled());
        HttpResponse<String> off = get("/api/postmortems/meeting-5/meeting");
        assertThat(WebTest.<Boolean>at(off, "$.cancelled")).isTrue();
        assertThat(WebTest.<String>at(off, "$.startsAt")).isEqualTo("2026-03-04T10:00:00Z");

        append("meeting-6", Events.opened(), new MeetingHeld(OffsetDateTime.parse("2026-03-04T10:05:00Z"), null, null));
        HttpResponse<String> unplanned = get("/api/postmortems/meeting-6/meeting");
        assertThat(unplanned.statusCode()).isEqualTo(200);
        assertThat(unplanned.body()).doesNotContain("meeting.ics", "startsAt");
    }

    private static MeetingInviteesSet invitees(Invitee... invitees) {
        return new MeetingInviteesSet(List.of(invitees), List.of(ResponderRole.INCIDENT_COMMANDER));
    }

    private static String parameter(Attendee attendee, String name) {
        return attendee.getParameter(name).orElseThrow().getValue();
    }

    private static PostmortemDocument agenda() {
        return Events.folded(
                Events.opened("Slow\r\nMETHOD:CANCEL", null),
                Events.entry("e1", "2026-03-01T10:00:00Z", "Slow\r\nMETHOD:CANCEL <b>ünusual</b>"),
                new WentBadlyAdded("p1", "Nobody was paged", null),
                new CommentAdded("c1", "dee", "Why?", null, null),
                new ActionItemAdded("a1", "Fix it", null, null, "ben", null, null, List.of(), List.of()),
                scheduled("2026-03-04T10:00:00Z", null));
    }

    private static MeetingScheduled scheduled(String at, String location) {
        return new MeetingScheduled(
                OffsetDateTime.parse(at), Duration.ofMinutes(30), location, "https://meet.example/1?a=b");
    }

    private Calendar calendar(String id) throws Exception {
        return valid(get("/api/postmortems/" + id + "/meeting.ics").body());
    }

    private static Calendar valid(String text) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(calendar.validate(true).hasErrors()).as(text).isFalse();
        return calendar;
    }

    private static String method(Calendar calendar) {
        return calendar.getProperty("METHOD").orElseThrow().getValue();
    }

    private static String value(Calendar calendar, String name) {
        return calendar.<VEvent>getComponents()
                .get(0)
                .getProperty(name)
                .orElseThrow()
                .getValue();
    }
}
