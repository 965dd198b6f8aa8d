package io.hindsight.query.internalemail;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.events.FactorEvent.ContributingFactorAdded;
import io.hindsight.events.IncidentEvent.IncidentTimesCorrected;
import io.hindsight.events.InternalEmailEvent.InternalEmailSent;
import io.hindsight.events.MeetingEvent.MeetingScheduled;
import io.hindsight.events.OwnershipEvent.OwnerAssigned;
import io.hindsight.events.PointEvent.WentBadlyAdded;
import io.hindsight.events.RestrictionEvent.PostmortemRestricted;
import io.hindsight.events.SectionEvent.SectionWritten;
import io.hindsight.query.Events;
import io.hindsight.query.WebTest;
import io.hindsight.words.EntryKind;
import io.hindsight.words.InternalEmailKind;
import io.hindsight.words.Section;
import io.hindsight.words.Severity;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadyEmailTest extends WebTest {
    private static final String LINK = "https://hindsight.example/api/postmortems/pm-1";

    @Test
    void the_first_says_that_there_was_an_incident_and_what_is_known_of_it() {
        ReadyEmail email = ReadyEmail.of(
                        Events.folded(
                                Events.opened("Search\nwas slow", Severity.SEV_1),
                                new IncidentTimesCorrected(
                                        OffsetDateTime.parse("2026-03-02T10:00:00+01:00"), null, null),
                                new OwnerAssigned("ben"),
                                new MeetingScheduled(
                                        OffsetDateTime.parse("2026-03-04T10:00:00Z"),
                                        Duration.ofMinutes(30),
                                        null,
                                        null)),
                        LINK)
                .get(0);

        assertThat(email.subject()).isEqualTo("Incident: Search was slow");
        assertThat(email.body())
                .isEqualTo(
                        """
                        Hello,

                        there was an incident: Search was slow (SEV-1).

                        It started at 2026-03-02 09:00 UTC.

                        ben owns the postmortem. Its meeting is at 2026-03-04 10:00 UTC.

                        The postmortem: https://hindsight.example/api/postmortems/pm-1
                        """);
    }

    @Test
    void when_it_was_is_taken_from_the_marks_where_nothing_else_says() {
        ReadyEmail email = ReadyEmail.of(
                        Events.folded(
                                Events.opened(),
                                Events.entry("s", "2026-03-02T10:00:00+01:00", EntryKind.INCIDENT_STARTED),
                                Events.entry("e", "2026-03-02T10:30:00Z", EntryKind.INCIDENT_RESOLVED)),
                        LINK)
                .get(0);

        assertThat(email.body())
                .contains("It started at 2026-03-02 09:00 UTC. It was resolved at 2026-03-02 10:30 UTC.");
    }

    @Test
    void the_second_says_what_was_found_and_what_follows() {
        ReadyEmail email = ReadyEmail.of(
                        Events.folded(
                                Events.opened(),
                                new SectionWritten(Section.OVERVIEW, "A queue was full.\n", false),
                                new ContributingFactorAdded("f1", "Nobody\nwatched it", false),
                                new WentBadlyAdded("b1", "The page came late", null),
                                Events.item("a1", "ben")),
                        LINK)
                .get(1);

        assertThat(email.subject()).isEqualTo("Postmortem results: Search was slow");
        assertThat(email.body())
                .isEqualTo(
                        """
                        Hello,

                        this is what the postmortem of Search was slow (SEV-1) has found.

                        A queue was full.

                        What contributed:
                        - Nobody watched it

                        What did not go so well:
                        - The page came late

                        What follows:
                        - Watch the queue, ben

                        All of it: https://hindsight.example/api/postmortems/pm-1
                        """);
    }

    @Test
    void of_a_restricted_postmortem_they_say_whom_they_may_reach() {
        assertThat(ReadyEmail.of(Events.folded(Events.opened(), new PostmortemRestricted(List.of("ana", "ben"))), LINK))
                .allSatisfy(email -> assertThat(email.body()).contains("Only these people may know of it: ana, ben."));
    }

    @Test
    void each_is_answered_with_when_it_was_sent_to_whom() {
        append(
                "mail-1",
                Events.opened(),
                new InternalEmailSent(
                        InternalEmailKind.RESULTS,
                        OffsetDateTime.parse("2026-03-04T11:00:00+01:00"),
                        List.of("all@example.org")));

        HttpResponse<String> answer = get("/api/postmortems/mail-1/internal-emails");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(WebTest.<List<String>>at(answer, "$.items[*].kind")).containsExactly("incident", "results");
        assertThat(WebTest.<List<?>>at(answer, "$.items[0].sent")).isEmpty();
        assertThat(WebTest.<String>at(answer, "$.items[1].sent[0].sentAt")).isEqualTo("2026-03-04T10:00:00Z");
        assertThat(WebTest.<String>at(answer, "$.items[1].sent[0].recordedBy")).isEqualTo("ana");
        assertThat(WebTest.<List<String>>at(answer, "$.items[*].body"))
                .as("without links, since nobody said where people reach it")
                .noneMatch(body -> body.contains("http") || body.contains("All of it"));
        assertThat(get("/api/postmortems/nobody-opened-it/internal-emails").statusCode())
                .isEqualTo(404);
    }
}
