package io.hindsight.command.importing;

import static io.hindsight.command.postmortem.Commands.schedule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.hindsight.command.alert.AlertAccount;
import io.hindsight.command.alert.FollowAlert;
import io.hindsight.command.comment.CommentCommand.AddComment;
import io.hindsight.command.decision.Actor;
import io.hindsight.command.decision.Refusal;
import io.hindsight.command.externalmessage.ExternalMessageCommand.DeclineExternalMessage;
import io.hindsight.command.postmortem.Scenario;
import io.hindsight.events.AlertEvent.AlertFollowed;
import io.hindsight.events.EventMetadata;
import io.hindsight.events.IncidentEvent.IncidentTimesCorrected;
import io.hindsight.events.IncidentEvent.PostmortemRetitled;
import io.hindsight.events.IncidentEvent.SeverityChanged;
import io.hindsight.events.ResponderEvent.ResponderAdded;
import io.hindsight.events.TimelineEvent.TimelineEntryAdded;
import io.hindsight.events.TimelineEvent.TimelineEntryCorrected;
import io.hindsight.events.TimelineEvent.TimelineEntryRetracted;
import io.hindsight.words.Deadline;
import io.hindsight.words.EntryKind;
import io.hindsight.words.ObligationKind;
import io.hindsight.words.ResponderRole;
import io.hindsight.words.Severity;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RestorePostmortemTest {
    private static final OffsetDateTime START = OffsetDateTime.parse("2026-11-20T08:00:00Z");
    private static final OffsetDateTime END = OffsetDateTime.parse("2026-11-20T09:00:00Z");

    /** Names its owner and its incident commander. */
    private static RestorePostmortem export(String more) {
        return export(more, "draft");
    }

    private static RestorePostmortem export(String more, String status) {
        String json =
                """
                {'format': 'hindsight-postmortem', 'formatVersion': 1, 'version': 7, 'title': 'Slow', 'severity': 'sev-2', 'status': '%s',
                 'required': true, 'owner': 'olga', 'openedAt': '2026-11-20T09:00:00Z', 'openedBy': 'olga', 'updatedAt': '2026-11-20T09:00:00Z',
                 'incident': {'startedAt': '2026-11-20T08:00:00Z', 'resolvedAt': '2026-11-20T09:00:00Z', 'services': ['checkout']},
                 'responders': [{'person': 'ivo', 'role': 'incident-commander'}]%s}"""
                        .formatted(status, more);
        return new RestorePostmortem(Records.JSON.readValue(json.replace('\'', '"'), ExportedPostmortem.class), "hash");
    }

    static Stream<Arguments> callers() {
        return Stream.of(
                arguments("a coordinator", Set.of("reader", "responder", "coordinator"), "cora", true),
                arguments("a responder", Set.of("reader", "responder"), "ben", false),
                arguments("the owner that the export names", Set.of("reader", "responder"), "olga", false),
                arguments("the incident commander that the export names", Set.of("reader", "responder"), "ivo", false),
                arguments("an administrator", Set.of("reader", "administrator"), "adam", false),
                arguments("an integration", Set.of("reader", "responder", "integration"), "bot", false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("callers")
    void an_export_is_imported_by_a_coordinator_and_nobody_is_made_one_by_what_it_says(
            String who, Set<String> roles, String name, boolean may) {
        Scenario scenario =
                Scenario.postmortem().by(new Actor(name, roles, null)).when(export(""));

        if (may) {
            assertThat(scenario.refusal()).isNull();
        } else {
            assertThat(scenario.refusal().kind()).isEqualTo(Refusal.Kind.NOT_ALLOWED);
        }
    }

    @Test
    void a_copy_follows_the_alerting_as_the_original_did_and_what_people_had_changed_stays_theirs() {
        AlertFollowed heardHere = new AlertFollowed(
                "pagerduty",
                "Q1",
                2,
                "Latency",
                Severity.SEV_1,
                START,
                END.plusHours(1),
                List.of("checkout"),
                List.of("ana", "zoe"));
        TimelineEntryAdded end = entry("alert-s", EntryKind.INCIDENT_RESOLVED, END.plusHours(1));
        Scenario scenario = Scenario.postmortem()
                .by(Scenario.COORDINATOR)
                .given(
                        export(
                                """
                , 'alert': {'source': 'pagerduty', 'alertId': 'Q1', 'title': 'Latency', 'severity': 'sev-2', 'services': ['checkout'],
                    'startedAt': '2026-11-20T08:00:00Z', 'resolvedAt': '2026-11-20T09:00:00Z', 'people': ['ana']},
                  'timeline': [{'entryId': 'alert-r', 'at': '2026-11-20T09:00:00Z', 'kind': 'incident-resolved', 'text': 'Over'}]"""))
                .by("pagerduty", "reader", "responder", "integration")
                .when(new FollowAlert(
                        new AlertAccount(heardHere, "PagerDuty #1", Set.of(Severity.SEV_1), List.of(end))));

        assertThat(scenario.events())
                .as("Ana was removed and the title was mended there")
                .contains(
                        heardHere,
                        new SeverityChanged(Severity.SEV_1, true),
                        new IncidentTimesCorrected(START, null, END.plusHours(1)),
                        new ResponderAdded("zoe", ResponderRole.RESPONDER))
                .doesNotContain(new ResponderAdded("ana", ResponderRole.RESPONDER))
                .noneMatch(PostmortemRetitled.class::isInstance)
                .containsSubsequence(
                        new TimelineEntryRetracted("alert-r"), entry("alert-r", EntryKind.MITIGATED, END), end);
    }

    @Test
    void what_customers_have_read_there_cannot_be_declined_here() {
        Scenario.postmortem()
                .by(Scenario.COORDINATOR)
                .given(
                        export(
                                """
                , 'externalMessage': {'status': 'drafted', 'summary': 'It was very slow.',
                    'earlierPostings': [{'text': 'It was slow.', 'at': '2026-11-20T10:00:00Z', 'recordedBy': 'sue'}]}"""))
                .when(new DeclineExternalMessage())
                .thenRefusedBy("status.flow");
    }

    @Test
    void who_corrected_an_entry_and_why_comes_along() {
        Scenario scenario = Scenario.postmortem()
                .by(Scenario.COORDINATOR)
                .when(
                        export(
                                """
                , 'timeline': [{'entryId': 'e', 'at': '2026-11-20T09:00:00Z', 'kind': 'observation', 'text': 'Right', 'addedBy': 'eve',
                    'correctedFrom': {'at': '2026-11-20T09:00:00Z', 'kind': 'observation', 'text': 'Wrong'},
                    'corrected': {'at': '2026-11-20T10:00:00Z', 'by': 'dan', 'reason': 'The graph says so'}}]"""));

        assertThat(new HashMap<String, Object>(scenario.metadataOf(TimelineEntryCorrected.class)))
                .containsEntry(EventMetadata.ORIGINAL_ACTOR, "dan")
                .containsEntry(EventMetadata.ORIGINAL_AT, "2026-11-20T10:00:00Z")
                .containsEntry(EventMetadata.REASON, "The graph says so");
    }

    @Test
    void a_review_stays_due_when_the_export_says_until_a_meeting_is_to_come() {
        Scenario scenario = Scenario.postmortem()
                .by(Scenario.COORDINATOR)
                .given(export(
                        """
                , 'meeting': {'startsAt': '2026-11-21T10:00:00Z', 'duration': 'PT30M', 'heldAt': '2026-11-21T10:00:00Z'},
                  'obligations': [{'kind': 'review', 'dueAt': '2026-11-25T00:00:00Z', 'rule': 'review.quorum'}]""",
                        "in-review"))
                .when(new AddComment(null, "Where are we?", null, null));
        assertThat(scenario.deadlines()).isEmpty();

        scenario.when(schedule(OffsetDateTime.parse("2026-11-24T10:00:00Z")));
        assertThat(scenario.deadlines())
                .filteredOn(deadline -> deadline.kind() == ObligationKind.REVIEW)
                .singleElement()
                .extracting(Deadline::dueAt)
                .isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
    }

    private static TimelineEntryAdded entry(String id, EntryKind kind, OffsetDateTime at) {
        return new TimelineEntryAdded(id, at, null, kind, "Over", null, List.of());
    }
}
