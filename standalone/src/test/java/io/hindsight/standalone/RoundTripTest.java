package io.hindsight.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hindsight.eventstore.EventPositions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A postmortem is taken away from one installation and imported into an empty one: the document is equal. */
class RoundTripTest {
    private static final Parser PLAIN = Parser.builder().build();
    private static final Pattern TAG = Pattern.compile("<([^>]*)>");
    private static final Pattern ALLOWED =
            Pattern.compile("/?(?:html|head|body|h[1-6]|p|ul|blockquote|pre|code|em|strong|title"
                    + "|style|table|thead|tbody|tr|th|td)|(?:br|hr) /|html lang=\"en\"|meta charset=\"utf-8\"|!doctype html"
                    + "|/?(?:li|ol|a)|ol start=\"[0-9]+\"|li class=\"(?:start|resolution)\""
                    + "|a href=\"https?://[^\"]*\" rel=\"noopener noreferrer nofollow\"");

    @TempDir
    private static Path folder;

    private static ConfigurableApplicationContext there;
    private static ConfigurableApplicationContext here;

    @BeforeAll
    static void start() throws Exception {
        there = application("there", "--demo");
        here = application("here");
    }

    @AfterAll
    static void stop() {
        there.close();
        here.close();
    }

    @Test
    void every_real_postmortem_is_equal_after_the_way_and_none_lets_raw_html_through() throws Exception {
        Client source = client(there);
        List<String> ids = imported(source, RealRecords.lines(), "opened");
        assertThat(ids).hasSizeGreaterThan(100);

        comesBackEqual(source, client(here), ids);

        for (String id : ids) {
            assertNoRawHtml(
                    id,
                    source.read("/api/postmortems/" + id + "/export.md")
                            .response()
                            .body());
            assertAllowed(
                    id,
                    source.read("/api/postmortems/" + id + "/export.html")
                            .response()
                            .body());
        }
    }

    @Test
    void a_postmortem_in_every_state_is_equal_after_the_way_whatever_the_rules_would_say() {
        Client source = client(there);
        String search = "demo-search";
        String entry = source.command(
                        search,
                        "add-timeline-entry",
                        "{\"at\": \"2026-03-01T10:00:00+01:00\", \"text\": \"A guess\", \"kind\": \"paged\"}")
                .get("entryId")
                .asString();
        Client rita = client(there, Tokens.of("rita"));
        rita.command(
                search,
                "correct-timeline-entry",
                "{\"entryId\": \"" + entry
                        + "\", \"at\": \"2026-03-01T09:30:00+02:00\", \"severity\": \"sev-2\", \"reason\": \"The log\"}");
        source.command(
                search,
                "add-timeline-entry",
                "{\"entryId\": \"no-change\", \"at\": \"2026-03-01T10:00:00Z\", \"text\": \"It stays\", \"severity\": \"sev-1\"}");
        source.command(
                search,
                "correct-timeline-entry",
                "{\"entryId\": \"no-change\", \"severity\": null, \"reason\": \"It marks none\"}");
        source.command(
                search,
                "record-impact",
                "{\"figures\": {\"accountsAffected\": 0, \"timeInSev1\": \"PT7M\"}, \"supportLinks\": [\"https://a.example\"],"
                        + " \"reason\": \"The alert came late\"}");
        source.command(
                search,
                "record-impact",
                "{\"figures\": {\"timeInSev2\": \"PT9M\"}, \"reason\": \"It was downgraded late\"}");
        assertThat(export(source, search).at("/impact/timeReasons").toString())
                .isEqualTo("{\"timeInSev1\":\"The alert came late\",\"timeInSev2\":\"It was downgraded late\"}");
        source.command(
                search, "add-contributing-factor", "{\"factorId\": \"last\", \"text\": \"The load test was small\"}");
        source.command(search, "add-contributing-factor", "{\"factorId\": \"first\", \"text\": \"No limit\"}");
        source.command(search, "move-contributing-factor", "{\"factorId\": \"first\", \"before\": \"last\"}");
        source.command(search, "draft-external-message", "{\"summary\": \"It was slow.\", \"apology\": \"Sorry.\"}");
        source.command(search, "approve-external-message", "{}");
        source.command(
                search,
                "add-comment",
                "{\"commentId\": \"c1\", \"text\": \"Why?\", \"anchor\": {\"section\": \"overview\"}}");
        source.command(search, "add-comment", "{\"text\": \"Because\", \"replyTo\": \"c1\"}");
        source.command(search, "resolve-comment", "{\"commentId\": \"c1\"}");
        source.command(search, "add-comment", "{\"commentId\": \"c2\", \"text\": \"And when?\"}");
        source.command(
                search, "answer-requested-changes", "{\"person\": \"ben\", \"reason\": \"The one of the search\"}");
        source.command(search, "add-responder", "{\"person\": \"lia\", \"role\": \"customer-liaison\"}");
        assertThat(export(source, search).at("/meeting/invitees").toString())
                .contains("{\"person\":\"lia\",\"roles\":[\"customer-liaison\"],\"optional\":true}");
        source.command(
                search,
                "add-action-item",
                "{\"itemId\": \"declined\", \"title\": \"Rewrite it\", \"kind\": \"prevention\", \"priority\": \"p2\"}");
        source.command(search, "decline-action-item", "{\"itemId\": \"declined\", \"reason\": \"Too dear\"}");
        assertThat(export(source, search).get("actionItems").toString()).contains("\"reason\":\"Too dear\"");
        source.command("demo-payments", "decline-external-message", "{\"reason\": \"Nobody noticed\"}");
        source.command("demo-payments", "restrict", "{\"people\": [\"ana\"]}");
        List<String> ids = new ArrayList<>();
        List<String> states = new ArrayList<>();
        source.get("/api/postmortems?tag=demo").get("items").forEach(row -> {
            ids.add(row.get("id").asString());
            states.add(row.get("status").asString());
        });
        assertThat(states).contains("draft", "in-review", "reviewed", "closed", "waived");

        comesBackEqual(source, client(here), ids);

        JsonNode history = client(here)
                .get("/api/postmortems/demo-search/history?size=200")
                .get("items");
        assertThat(history.toString()).contains("postmortem-restored", "\"originalActor\":\"ben\"");
        assertThat(history.valueStream()
                        .filter(one -> one.get("action").asString().equals("timeline-entry-corrected")))
                .as("who corrected it, and not who had added it")
                .extracting(one -> one.get("originalActor").asString(), one -> one.get("reason")
                        .asString())
                .contains(tuple("rita", "The log"), tuple("admin", "It marks none"));
        history.forEach(happened -> {
            assertThat(happened.get("command").asString()).isEqualTo("import");
            assertThat(happened.get("actor").asString()).isEqualTo("admin");
        });
        assertThat(client(here)
                        .command(search, "resolve-comment", "{\"commentId\": \"c2\"}")
                        .get("version")
                        .asInt())
                .as("nothing else is computed anew")
                .isEqualTo(history.size() + 1);
        client(here).command("demo-mail", "reopen", "{\"reason\": \"It goes on from where it was\"}");
    }

    @Test
    void a_calendar_that_knows_the_meeting_from_there_follows_it_here() {
        Client source = client(there);
        Client target = client(here);
        for (String id : List.of("planned", "called-off", "held-unplanned")) {
            source.post("/api/postmortems", "{\"id\": \"%s\", \"title\": \"T\", \"severity\": \"sev-1\"}".formatted(id))
                    .ok();
            source.command(id, "assign-owner", "{\"owner\": \"ana\"}");
            source.command(
                    id, "schedule-meeting", "{\"startsAt\": \"2099-03-04T10:00:00Z\", \"location\": \"Room 1\"}");
            source.command(
                    id, "schedule-meeting", "{\"startsAt\": \"2099-03-05T10:00:00Z\", \"location\": \"Room 2\"}");
        }
        source.command("called-off", "cancel-meeting", "{}");
        source.command("held-unplanned", "cancel-meeting", "{}");
        source.command("held-unplanned", "record-meeting-held", "{}");

        for (String id :
                List.of("held-twice", "held-and-next-called-off", "next-at-the-same-time", "same-time-called-off")) {
            source.post("/api/postmortems", "{\"id\": \"%s\", \"title\": \"T\", \"severity\": \"sev-1\"}".formatted(id))
                    .ok();
            source.command(id, "assign-owner", "{\"owner\": \"ana\"}");
            source.command(id, "schedule-meeting", "{\"startsAt\": \"2099-03-04T10:00:00Z\"}");
            source.command(id, "record-meeting-held", "{\"attendees\": [\"ana\", \"ben\"]}");
            source.command(id, "schedule-meeting", "{\"startsAt\": \"2099-03-05T10:00:00Z\"}");
        }
        source.command("held-twice", "record-meeting-held", "{}");
        source.command("held-twice", "schedule-meeting", "{\"startsAt\": \"2099-03-06T10:00:00Z\"}");
        source.command("held-and-next-called-off", "cancel-meeting", "{}");
        for (String id : List.of("next-at-the-same-time", "same-time-called-off")) {
            source.command(id, "schedule-meeting", "{\"startsAt\": \"2099-03-04T10:00:00Z\"}");
        }
        source.command("same-time-called-off", "cancel-meeting", "{}");
        for (String minute : List.of("00", "01")) {
            String id = "next-when-held-" + minute;
            source.post("/api/postmortems", "{\"id\": \"%s\", \"title\": \"T\", \"severity\": \"sev-1\"}".formatted(id))
                    .ok();
            source.command(id, "schedule-meeting", "{\"startsAt\": \"2026-01-05T10:00:00Z\"}");
            source.command(id, "record-meeting-held", "{\"heldAt\": \"2026-01-05T10:01:00Z\"}");
            source.command(id, "schedule-meeting", "{\"startsAt\": \"2099-03-05T10:00:00Z\"}");
            source.command(id, "schedule-meeting", "{\"startsAt\": \"2026-01-05T10:%s:00Z\"}".formatted(minute));
        }

        comesBackEqual(
                source,
                target,
                List.of(
                        "planned",
                        "called-off",
                        "held-unplanned",
                        "held-twice",
                        "held-and-next-called-off",
                        "next-at-the-same-time",
                        "same-time-called-off",
                        "next-when-held-00",
                        "next-when-held-01"));

        String off = calendar(source, "called-off");
        assertThat(off).contains("METHOD:CANCEL", "UID:called-off@there.example", "LOCATION:Room 2", "CN=ana");
        assertThat(sequence(off)).isPositive();
        for (String id : List.of("planned", "called-off", "held-unplanned")) {
            assertThat(calendar(target, id)).isEqualTo(calendar(source, id));
        }
        for (String id : List.of("planned", "called-off")) {
            target.command(id, "schedule-meeting", "{\"startsAt\": \"2099-03-06T10:00:00Z\"}");
            assertThat(calendar(target, id)).contains("METHOD:REQUEST", "UID:" + id + "@there.example");
            assertThat(sequence(calendar(target, id))).isGreaterThan(sequence(calendar(source, id)));
        }
    }

    @Test
    void a_postmortem_that_follows_an_alert_goes_on_following_it_here() {
        alert(there, PagerDutyTest.webhook("triggered", "08:00:00.100", "P2", ""));
        alert(there, PagerDutyTest.webhook("resolved", "08:30:00.000", "P2", ""));
        client(there).command("pagerduty-MOVED", "restrict", "{\"people\": [\"ana\"]}");
        JsonNode before = export(client(there), "pagerduty-MOVED");
        assertThat(before.at("/alert/alertId").asString()).isEqualTo("MOVED");

        comesBackEqual(client(there), client(here), List.of("pagerduty-MOVED"));
        JsonNode answer = alert(here, PagerDutyTest.webhook("resolved", "09:00:00.000", "P1", ""));

        assertThat(answer.get("outcome").asString()).isEqualTo("followed");
        JsonNode after = client(here)
                .read(
                        "/api/postmortems/pagerduty-MOVED",
                        "Min-Event-Position",
                        here.getBean(EventPositions.class).head().toString())
                .ok();
        assertThat(after.get("severity").asString()).isEqualTo("sev-1");
        assertThat(after.at("/incident/resolvedAt").asString()).isEqualTo("2026-11-20T09:00:00Z");
        assertThat(after.get("timeline").valueStream().map(one -> one.get("kind")
                        .asString()))
                .containsExactly("detected", "mitigated", "incident-resolved");
    }

    private static JsonNode alert(ConfigurableApplicationContext application, String webhook) {
        String body = webhook.replace("INCIDENT", "MOVED");
        return client(application, null)
                .post(
                        PagerDutyTest.PATH,
                        body,
                        PagerDutyTest.HEADER,
                        PagerDutyTest.signature("round-trip-secret", body))
                .ok();
    }

    private static String calendar(Client client, String id) {
        String file = client.read("/api/postmortems/" + id + "/meeting.ics")
                .response()
                .body();
        // Continued lines are put together again; the links in it lead to where it was fetched.
        return file.replace("\r\n ", "").replaceAll("URL:.*|http://[a-z.]+", "");
    }

    private static int sequence(String calendar) {
        return Integer.parseInt(calendar.lines()
                .filter(line -> line.startsWith("SEQUENCE:"))
                .findFirst()
                .orElseThrow()
                .substring(9));
    }

    @Test
    void what_is_no_export_of_this_kind_is_refused_with_what_is_wrong() {
        String export = export(client(there), "demo-login").toString();

        for (String broken : List.of(
                export.replace("\"formatVersion\":1", "\"formatVersion\":2"),
                export.replace("\"formatVersion\":1", "\"formatVersion\":1,\"unknown\":1"),
                export.replace("\"there.example\"", "\"there.example\\r\\nMETHOD:CANCEL\""),
                export.replace("https://graphs.example.org/errors", "javascript:alert(1)"))) {
            assertThat(broken).isNotEqualTo(export);
            JsonNode result = result(client(here), broken.replace("demo-login", "demo-broken"));
            assertThat(result.get("outcome").asString()).isEqualTo("refused");
            assertThat(result.get("problem").get("status").asInt()).isEqualTo(400);
        }
    }

    private static void comesBackEqual(Client source, Client target, List<String> ids) {
        List<JsonNode> exports = ids.stream().map(id -> export(source, id)).toList();
        List<String> lines = exports.stream().map(JsonNode::toString).toList();

        assertThat(imported(target, lines, "opened")).containsExactlyElementsOf(ids);
        assertThat(imported(target, lines, "unchanged")).containsExactlyElementsOf(ids);

        for (JsonNode export : exports) {
            JsonNode again = export(target, export.get("id").asString());
            assertThat(withoutVersions(again)).isEqualTo(withoutVersions(export));
        }
    }

    @Test
    void a_postmortem_whose_export_is_longer_than_a_line_may_be_is_equal_after_the_way_too() {
        Client source = client(there);
        Client target = client(here);
        source.post("/api/postmortems", "{\"id\": \"long\", \"title\": \"T\", \"severity\": \"sev-1\"}")
                .ok();
        for (String section : List.of(
                "overview", "what-happened", "trigger", "detection", "resolution", "impact", "lessons-learned")) {
            source.command(
                    "long",
                    "write-section",
                    "{\"section\": \"" + section + "\", \"text\": \"" + "word ".repeat(39_000) + "\"}");
        }
        JsonNode export = export(source, "long");

        JsonNode answer = Client.JSON.readTree(
                target.send("POST", "/api/imports", export.toPrettyString(), "Content-Type", "application/json")
                        .response()
                        .body());

        assertThat(export.toString().length()).isGreaterThan(1 << 20);
        assertThat(answer.get("outcome").asString()).isEqualTo("opened");
        JsonNode again = target.read(
                        "/api/postmortems/long/export.json",
                        "Min-Event-Position",
                        answer.get("eventPosition").asString(),
                        "Prefer",
                        "wait=30")
                .ok();
        assertThat(withoutVersions(again)).isEqualTo(withoutVersions(export));
    }

    /** Versions count the events of the installation that they are in. */
    private static JsonNode withoutVersions(JsonNode document) {
        JsonNode copy = document.deepCopy();
        copy.findParents("version").forEach(parent -> ((ObjectNode) parent).remove("version"));
        return copy;
    }

    private static JsonNode export(Client client, String id) {
        return client.get("/api/postmortems/" + id + "/export.json");
    }

    @Test
    void an_export_is_believed_so_that_it_takes_a_coordinator_to_import_it() {
        ObjectNode forged = (ObjectNode) export(client(there), "demo-search");
        forged.put("id", "forged");
        forged.withArray("responders").addObject().put("person", "rita").put("role", "incident-commander");

        JsonNode answer = Client.JSON.readTree(
                answers(client(here, Tokens.of("rita")), forged.toString()).get(0));
        assertThat(answer.get("outcome").asString()).isEqualTo("refused");
        assertThat(answer.at("/problem/status").asInt()).isEqualTo(403);
        assertThat(answer.at("/problem/detail").asString()).contains("coordinator");
        assertThat(client(here).read("/api/postmortems/forged").status()).isEqualTo(404);
    }

    private static List<String> imported(Client client, List<String> lines, String outcome) {
        List<String> ids = new ArrayList<>();
        String last = null;
        for (String line : answers(client, String.join("\n", lines))) {
            JsonNode result = Client.JSON.readTree(line);
            assertThat(result.get("outcome").asString()).as(line).isEqualTo(outcome);
            last = result.get("id").asString();
            ids.add(last);
        }
        // A command that changes nothing gives the position to wait for.
        client.command(last, "withdraw-review", "{}");
        return ids;
    }

    private static JsonNode result(Client client, String line) {
        return Client.JSON.readTree(answers(client, line).get(0));
    }

    private static List<String> answers(Client client, String lines) {
        return client.send("POST", "/api/imports", lines + "\n", "Content-Type", "application/x-ndjson")
                .response()
                .body()
                .lines()
                .toList();
    }

    private static void assertNoRawHtml(String id, String markdown) {
        PLAIN.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(HtmlBlock html) {
                throw new AssertionError(id + ": " + html.getLiteral());
            }

            @Override
            public void visit(HtmlInline html) {
                throw new AssertionError(id + ": " + html.getLiteral());
            }

            @Override
            public void visit(Image image) {
                throw new AssertionError(id + ": " + image.getDestination());
            }

            @Override
            public void visit(Link link) {
                assertThat(link.getDestination()).as(id).matches("(?i)https?://.*");
                visitChildren(link);
            }
        });
    }

    /** Each tag against a list: nothing else begins with a bracket, since every one in a text is escaped. */
    private static void assertAllowed(String id, String page) {
        String withoutStyle = page.replaceFirst("(?s)<style>.*?</style>", "");
        Matcher tags = TAG.matcher(withoutStyle);
        while (tags.find()) {
            assertThat(tags.group(1)).as(id).matches(ALLOWED);
        }
    }

    private static ConfigurableApplicationContext application(String name, String... arguments) throws Exception {
        Path data = Files.createDirectory(folder.resolve(name));
        Tokens.write(data.resolve("tokens.yml"), Map.of("rita", "responder"));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--server.port=0",
                "--hindsight.data=" + data,
                "--hindsight.admin-token=round-trip",
                "--hindsight.pagerduty.secret=round-trip-secret",
                "--hindsight.public-url=http://" + name + ".example"));
        return Hindsight.application().run(all.toArray(String[]::new));
    }

    private static Client client(ConfigurableApplicationContext application) {
        return client(application, "round-trip");
    }

    /** One who reads all that has happened there so far, whoever did it. */
    private static Client client(ConfigurableApplicationContext application, String token) {
        return new Client("http://localhost:" + application.getEnvironment().getProperty("local.server.port"), token)
                .after(application.getBean(EventPositions.class).head().toString());
    }
}
