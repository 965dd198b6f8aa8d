package io.hindsight.query.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.events.ActionItemEvent.ActionItemAdded;
import io.hindsight.events.CommentEvent.CommentAdded;
import io.hindsight.events.IncidentEvent.PostmortemRetitled;
import io.hindsight.events.MeetingEvent.MeetingCancelled;
import io.hindsight.events.MeetingEvent.MeetingScheduled;
import io.hindsight.events.PointEvent.WentBadlyAdded;
import io.hindsight.query.Events;
import io.hindsight.query.WebTest;
import io.hindsight.query.fold.PostmortemDocument;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
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
        String text = new Invitation(document, AT).text();

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
        String body = get("/api/postmortems/" + id + "/meeting.ics").body();
        Calendar calendar = new CalendarBuilder().build(new StringReader(body));
        assertThat(calendar.validate(true).hasErrors()).as(body).isFalse();
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
