package io.hindsight.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.standalone.Client.Answer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;
import tools.jackson.databind.JsonNode;

/** The ways that are not straight, over HTTP: each refusal names its rule, and each fact shows in the document. */
@SpringBootTest(classes = Hindsight.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = DataFolder.class)
class ProcessWalksTest {
    private static final String MESSAGE =
            """
            {"summary": "Checkout was slow.", "whatHappened": "A query took long.", "whatWeAreDoing": "We limit retries.",
             "apology": "We are sorry."}
            """;
    private static final String TEXT = "Checkout was slow.\n\nA query took long.\n\nWe limit retries.\n\nWe are sorry.";

    @TempDir
    static Path data;

    @TestBean
    Clock clock;

    private static Duration later = Duration.ZERO;

    @LocalServerPort
    private int port;

    private Client cora;
    private Client ana;
    private Client ben;
    private Client mia;
    private Client sue;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) throws Exception {
        Tokens.write(
                data.resolve("tokens.yml"),
                Map.of(
                        "cora",
                        "coordinator",
                        "ana",
                        "responder",
                        "ben",
                        "responder",
                        "mia",
                        "manager",
                        "sue",
                        "support"));
        settings.add("hindsight.data", data::toString);
    }

    /** The time of the application, which a test can let pass. */
    static Clock clock() {
        Clock system = Clock.systemUTC();
        return new Clock() {
            @Override
            public Instant instant() {
                return system.instant().plus(later);
            }

            @Override
            public ZoneId getZone() {
                return system.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException("Nobody asks for another zone");
            }
        };
    }

    @BeforeEach
    void callers() {
        String host = "http://localhost:" + port;
        cora = new Client(host, Tokens.of("cora"));
        ana = new Client(host, Tokens.of("ana"));
        ben = new Client(host, Tokens.of("ben"));
        mia = new Client(host, Tokens.of("mia"));
        sue = new Client(host, Tokens.of("sue"));
    }

    @Test
    void an_external_message_is_approved_edited_refused_approved_again_and_posted_and_then_it_is_closed() {
        String pm = open("message", "sev-1");
        complete(pm);
        ana.command(pm, "draft-external-message", MESSAGE);
        reviewed(pm);
        assertThat(document(pm).get("externalMessage").get("status").asString()).isEqualTo("drafted");
        assertThat(obligation(pm, "post-external-message").get("assignee").asString())
                .isEqualTo("ana");
        refused(sue, pm, "record-external-message-posted", "{}", "external.approved");
        assertThat(sue.post(path(pm, "approve-external-message"), "{}").status())
                .isEqualTo(403);
        ana.command(pm, "approve-external-message", "{}");
        JsonNode approved = cora.after(ana).get("/api/postmortems/" + pm).get("externalMessage");
        assertThat(approved.get("status").asString()).isEqualTo("approved");
        assertThat(approved.get("approved").get("text").asString()).isEqualTo(TEXT);
        refused(ana, pm, "close", "{}", "status.closed");

        // What is reviewed stands; to edit it takes the way back, and the approval is gone whatever the edit.
        refused(ana, pm, "draft-external-message", "{\"summary\": \"Slow.\"}", "status.flow");
        ana.command(pm, "return-to-draft", "{\"reason\": \"The message says too little\"}");
        ana.command(
                pm,
                "draft-external-message",
                "{\"summary\": \"Checkout was slow for an hour.\", \"minor\": true, \"reason\": \"Said how long\"}");
        ana.command(pm, "share-for-review", "{}");
        ana.command(pm, "submit-for-review", "{}");
        refused(sue, pm, "record-external-message-posted", "{}", "external.approved");
        refused(sue, pm, "record-external-message-posted", posted(TEXT), "external.approved");
        cora.command(pm, "finish-review", "{}");

        ana.command(pm, "approve-external-message", "{}");
        refused(sue, pm, "record-external-message-posted", posted(TEXT), "external.approved");
        String text = TEXT.replace("slow.", "slow for an hour.");
        sue.command(pm, "record-external-message-posted", posted(text));
        cora.after(sue);
        JsonNode message = document(pm).get("externalMessage");
        assertThat(message.get("status").asString()).isEqualTo("posted");
        assertThat(message.get("posted").get("text").asString()).isEqualTo(text);
        assertThat(message.get("posted").get("recordedBy").asString()).isEqualTo("sue");
        assertThat(obligation(pm, "post-external-message").get("doneAt")).isNotNull();
        ana.command(pm, "close", "{}");
        assertThat(cora.after(ana).get("/api/postmortems/" + pm).get("status").asString())
                .isEqualTo("closed");
    }

    @Test
    void an_edit_makes_a_review_stale_which_says_by_which_edit_until_it_is_given_again() {
        String pm = open("stale", "sev-2");
        complete(pm);
        approvedByAll(pm);
        JsonNode warnings = ben.command(pm, "write-section", "{\"section\": \"overview\", \"text\": \"Another story\"}")
                .get("warnings");
        assertThat(warnings.get(0).get("rule").asString()).isEqualTo("review.stale");
        cora.after(ben);
        JsonNode review = document(pm).get("reviews").get(0);
        assertThat(review.get("stale").asBoolean()).isTrue();
        JsonNode edit = review.get("staleSince");
        assertThat(edit.get("by").asString()).isEqualTo("ben");
        assertThat(edit.get("action").asString()).isEqualTo("section-written");
        int version = edit.get("version").asInt();
        assertThat(cora.get("/api/postmortems/" + pm + "/history?size=10").get("items"))
                .anySatisfy(entry -> {
                    assertThat(entry.get("version").asInt()).isEqualTo(version);
                    assertThat(entry.get("action").asString()).isEqualTo("section-written");
                });

        refused(cora, pm, "finish-review", "{}", "review.quorum");
        List.of(ana, ben, mia).forEach(reviewer -> reviewer.command(pm, "mark-reviewed", "{}"));
        cora.command(pm, "finish-review", "{}");
        assertThat(document(pm).get("reviews").get(0).get("staleSince")).isNull();
    }

    @Test
    void an_owner_leaves_an_hour_later_that_is_overdue_and_another_takes_over() {
        String pm = open("orphan", "sev-1");
        ana.command(pm, "unassign-owner", "{\"reason\": \"Leaves the team\"}");
        cora.after(ana);
        assertThat(document(pm).get("owner")).isNull();
        assertThat(obligation(pm, "own").get("overdue").asBoolean()).isFalse();

        later = later.plus(Duration.ofHours(1));
        assertThat(obligation(pm, "own").get("overdue").asBoolean()).isTrue();
        assertThat(cora.get("/api/obligations?overdue=true&kind=own").get("items"))
                .anySatisfy(
                        owed -> assertThat(owed.get("postmortemId").asString()).isEqualTo(pm));

        cora.command(pm, "assign-owner", "{\"owner\": \"ben\"}");
        assertThat(obligation(pm, "own").get("overdue").asBoolean()).isFalse();
        assertThat(obligation(pm, "own").get("doneAt")).isNotNull();
        assertThat(obligation(pm, "hold-meeting").get("assignee").asString()).isEqualTo("ben");
    }

    @Test
    void what_is_closed_is_reopened_with_a_reason_and_is_a_draft_again() {
        String pm = open("again", "sev-1");
        complete(pm);
        reviewed(pm);
        ana.command(pm, "close", "{}");
        cora.after(ana);
        assertThat(document(pm).get("closedAt")).isNotNull();

        refused(ana, pm, "write-section", "{\"section\": \"overview\", \"text\": \"More\"}", "status.flow");
        assertThat(cora.post(path(pm, "reopen"), "{}").status()).isEqualTo(400);
        assertThat(ana.post(path(pm, "reopen"), "{\"reason\": \"It came back\"}")
                        .status())
                .isEqualTo(403);
        cora.command(pm, "reopen", "{\"reason\": \"It came back\"}");
        JsonNode reopened = document(pm);
        assertThat(reopened.get("status").asString()).isEqualTo("draft");
        assertThat(reopened.get("closedAt")).isNull();
        assertThat(cora.get("/api/postmortems/" + pm + "/history?size=5").get("items"))
                .anySatisfy(entry -> {
                    assertThat(entry.get("action").asString()).isEqualTo("postmortem-reopened");
                    assertThat(entry.get("reason").asString()).isEqualTo("It came back");
                });
        cora.command(pm, "write-section", "{\"section\": \"overview\", \"text\": \"More\"}");
    }

    @Test
    void a_false_alarm_still_needs_its_postmortem_unless_somebody_says_why_not() {
        String pm = open("alarm", "sev-2");
        JsonNode warnings = cora.command(
                        pm, "change-severity", "{\"severity\": \"sev-5\", \"reason\": \"A false alarm\"}")
                .get("warnings");
        assertThat(warnings.get(0).get("rule").asString()).isEqualTo("postmortem.required");
        assertThat(document(pm).get("required").asBoolean()).isTrue();
        assertThat(obligation(pm, "hold-meeting").get("doneAt")).isNull();

        assertThat(cora.post(path(pm, "waive"), "{}").status()).isEqualTo(400);
        assertThat(ben.post(path(pm, "waive"), "{\"reason\": \"No need\"}").status())
                .isEqualTo(403);
        cora.command(pm, "waive", "{\"reason\": \"The alert was a drill\"}");
        assertThat(document(pm).get("status").asString()).isEqualTo("waived");
        assertThat(document(pm).get("required").asBoolean()).isTrue();
    }

    @Test
    void a_sev_2_that_is_downgraded_to_sev_3_stays_required_and_keeps_both_values_in_its_history() {
        String pm = open("downgraded", "sev-2");
        cora.command(pm, "change-severity", "{\"severity\": \"sev-3\"}");

        assertThat(document(pm).get("severity").asString()).isEqualTo("sev-3");
        assertThat(document(pm).get("required").asBoolean()).isTrue();
        assertThat(cora.get("/api/postmortems/" + pm + "/history?size=5").get("items"))
                .anySatisfy(entry -> assertThat(entry.get("changes").toString())
                        .contains("\"before\":\"sev-2\"")
                        .contains("\"after\":\"sev-3\""));
        complete(pm);
        reviewed(pm);
        ana.command(pm, "close", "{}");
        assertThat(cora.after(ana).get("/api/postmortems/" + pm).get("required").asBoolean())
                .isTrue();
    }

    @Test
    void a_time_in_severity_is_the_timelines_until_somebody_says_why_it_was_otherwise() {
        String pm = open("figures", "sev-1");
        complete(pm);
        assertThat(cora.after(ana)
                        .get("/api/postmortems/" + pm)
                        .at("/impact/figures/timeInSev1")
                        .asString())
                .isEqualTo("PT1H25M");

        JsonNode warned = ana.command(pm, "record-impact", "{\"figures\": {\"timeInSev1\": \"PT1H\"}}")
                .get("warnings");
        assertThat(warned.findValuesAsString("rule")).containsExactly("impact.time-in-severity");
        assertThat(warned.findValuesAsString("message").get(0)).contains("PT1H25M in SEV-1");
        assertThat(ana.get("/api/postmortems/" + pm + "/readiness").toString()).contains("and PT1H is recorded");

        JsonNode explained = ana.command(
                pm, "record-impact", "{\"figures\": {\"timeInSev1\": \"PT1H\"}, \"reason\": \"The rest was a drill\"}");
        assertThat(explained.get("warnings")).isEmpty();
        cora.after(ana);
        assertThat(document(pm).at("/impact/timeReasons/timeInSev1").asString()).isEqualTo("The rest was a drill");
        assertThat(ana.get("/api/postmortems/" + pm + "/readiness").toString()).doesNotContain("PT1H is recorded");

        ana.command(pm, "record-impact", "{\"figures\": {\"timeInSev1\": null}}");
        cora.after(ana);
        assertThat(document(pm).at("/impact/figures/timeInSev1").asString()).isEqualTo("PT1H25M");
        assertThat(document(pm).at("/impact/timeReasons/timeInSev1").isMissingNode())
                .isTrue();
    }

    @Test
    void a_change_leaves_what_it_does_not_name_as_it_was_and_null_makes_it_unknown() {
        String pm = "named-alone";
        cora.post(
                        "/api/postmortems",
                        """
                        {"id": "named-alone", "title": "Slow", "severity": "sev-2", "incident": {"reference": "INC-1",
                         "startedAt": "2026-11-20T08:00:00Z", "resolvedAt": "2026-11-20T09:00:00Z", "services": ["checkout"]}}""")
                .ok();
        ana.command(pm, "record-impact", "{\"figures\": {\"accountsAffected\": 3, \"eventsDropped\": 0}}");
        ana.command(
                pm,
                "add-action-item",
                """
                {"itemId": "a", "title": "Alert", "kind": "prevention", "priority": "p0", "owner": "ben", "dueOn": "2026-12-01"}""");

        ana.command(pm, "correct-incident", "{\"reference\": \"INC-2\"}");
        ana.command(pm, "correct-incident", "{\"services\": [\"cart\"], \"resolvedAt\": null}");
        ana.command(pm, "record-impact", "{\"figures\": {\"usersAffected\": 9, \"eventsDropped\": null}}");
        ana.command(pm, "change-action-item", "{\"itemId\": \"a\", \"title\": \"Alert on p99\", \"dueOn\": null}");

        JsonNode document = ana.get("/api/postmortems/" + pm);
        JsonNode incident = document.get("incident");
        assertThat(incident.get("reference").asString()).isEqualTo("INC-2");
        assertThat(incident.get("startedAt").asString()).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(incident.has("resolvedAt")).isFalse();
        assertThat(incident.get("services").get(0).asString()).isEqualTo("cart");
        JsonNode figures = document.get("impact").get("figures");
        assertThat(figures.get("accountsAffected").asInt()).isEqualTo(3);
        assertThat(figures.get("usersAffected").asInt()).isEqualTo(9);
        assertThat(figures.has("eventsDropped")).isFalse();
        JsonNode item = document.get("actionItems").get(0);
        assertThat(item.get("title").asString()).isEqualTo("Alert on p99");
        assertThat(item.get("owner").asString()).isEqualTo("ben");
        assertThat(item.has("dueOn")).isFalse();
    }

    @Test
    void factors_are_put_in_another_order_by_two_people_at_once_and_the_history_shows_it() {
        String pm = open("ordered", "sev-2");
        for (String factor : List.of("a", "b", "c")) {
            ana.command(
                    pm,
                    "add-contributing-factor",
                    "{\"factorId\": \"%s\", \"text\": \"Factor %s\"}".formatted(factor, factor));
        }
        ana.command(pm, "move-contributing-factor", "{\"factorId\": \"c\", \"before\": \"a\"}");
        ben.command(pm, "move-contributing-factor", "{\"factorId\": \"a\"}");
        cora.after(ben);

        assertThat(document(pm).get("contributingFactors").findValuesAsString("factorId"))
                .containsExactly("c", "b", "a");
        assertThat(cora.get("/api/postmortems/" + pm + "/history?size=1")
                        .at("/items/0/changes")
                        .toString())
                .isEqualTo("[{\"path\":\"contributingFactors.order\","
                        + "\"before\":[\"c\",\"a\",\"b\"],\"after\":[\"c\",\"b\",\"a\"]}]");
        assertThat(cora.read("/api/postmortems/" + pm + "/export.md").response().body())
                .containsSubsequence("Factor c", "Factor b", "Factor a");
        assertThat(ana.post(path(pm, "move-contributing-factor"), "{\"factorId\": \"a\", \"before\": \"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_meeting_invites_whoever_had_a_role_and_calendars_follow_until_it_is_called_off() {
        String pm = open("invited", "sev-1");
        assertThat(cora.after(ana).read("/api/postmortems/" + pm + "/meeting").status())
                .isEqualTo(404);
        ana.command(pm, "schedule-meeting", "{\"startsAt\": \"2099-01-07T10:00:00Z\"}");
        ana.command(pm, "add-responder", "{\"person\": \"lia\", \"role\": \"customer-liaison\"}");
        ana.command(pm, "add-responder", "{\"person\": \"ben\", \"role\": \"service-owner\"}");

        JsonNode meeting = cora.after(ana).get("/api/postmortems/" + pm + "/meeting");
        assertThat(meeting.get("invitees").findValuesAsString("person")).containsExactly("ana", "ben", "lia");
        assertThat(meeting.at("/invitees/2/optional").asBoolean()).isTrue();
        assertThat(meeting.get("missingRoles").toString())
                .isEqualTo("[\"incident-commander\",\"engineering-manager\",\"product-manager\"]");
        assertThat(calendar(pm)).contains("METHOD:REQUEST", "SEQUENCE:3", "CN=lia;ROLE=OPT-PARTICIPANT");

        cora.command(pm, "change-severity", "{\"severity\": \"sev-2\"}");
        assertThat(calendar(pm)).contains("SEQUENCE:4").doesNotContain("CN=lia");

        ana.command(pm, "cancel-meeting", "{}");
        cora.after(ana);
        assertThat(calendar(pm)).contains("METHOD:CANCEL", "SEQUENCE:5", "CN=ben");
        assertThat(cora.get("/api/postmortems/" + pm + "/meeting")
                        .get("cancelled")
                        .asBoolean())
                .isTrue();
    }

    private String calendar(String pm) {
        return cora.read("/api/postmortems/" + pm + "/meeting.ics").response().body();
    }

    /** A postmortem that ana owns. */
    private String open(String id, String severity) {
        cora.post(
                        "/api/postmortems",
                        "{\"id\": \"%s\", \"title\": \"Checkout is slow\", \"severity\": \"%s\", \"owner\": \"ana\"}"
                                .formatted(id, severity))
                .ok();
        return id;
    }

    private void complete(String pm) {
        ana.post(
                        "/api/postmortems/" + pm + "/commands",
                        """
                        [{"command": "schedule-meeting", "startsAt": "2099-01-07T10:00:00Z", "duration": "PT30M"},
                         {"command": "add-timeline-entry", "at": "2026-01-05T09:55:00Z", "kind": "incident-started", "text": "Slow"},
                         {"command": "add-timeline-entry", "at": "2026-01-05T11:20:00Z", "kind": "incident-resolved", "text": "Fast"},
                         {"command": "write-section", "section": "overview", "text": "A slow query."},
                         {"command": "write-section", "section": "what-happened", "text": "A release added a query."},
                         {"command": "write-section", "section": "resolution", "text": "Rolled back."},
                         {"command": "add-contributing-factor", "text": "The load test is small."},
                         {"command": "record-impact", "figures": {"accountsAffected": 312}},
                         {"command": "share-for-review"}]
                        """)
                .ok();
    }

    private void approvedByAll(String pm) {
        ana.command(pm, "submit-for-review", "{}");
        List.of(ana, ben, mia).forEach(reviewer -> reviewer.command(pm, "mark-reviewed", "{}"));
        cora.command(pm, "record-meeting-held", "{\"attendees\": [\"ana\", \"ben\", \"mia\"]}");
    }

    private void reviewed(String pm) {
        approvedByAll(pm);
        cora.command(pm, "finish-review", "{}");
    }

    private static String posted(String text) {
        return Client.JSON.writeValueAsString(Map.of("text", text));
    }

    private static String path(String pm, String command) {
        return "/api/postmortems/" + pm + "/commands/" + command;
    }

    private static void refused(Client client, String pm, String command, String body, String rule) {
        Answer answer = client.post(path(pm, command), body);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(422);
        assertThat(answer.body().get("violations"))
                .allSatisfy(violation ->
                        assertThat(violation.get("rule").asString()).isEqualTo(rule));
    }

    /** As cora reads it after what she did last, or after whom she follows. */
    private JsonNode document(String pm) {
        return cora.get("/api/postmortems/" + pm);
    }

    private JsonNode obligation(String pm, String kind) {
        return StreamSupport.stream(document(pm).get("obligations").spliterator(), false)
                .filter(owed -> owed.get("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
