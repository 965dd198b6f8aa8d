package io.hindsight.command.importing.slack;

import static io.hindsight.command.importing.slack.Exports.list;
import static io.hindsight.command.importing.slack.Exports.message;
import static io.hindsight.command.importing.slack.Exports.suggestions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hindsight.command.decision.Limits;
import io.hindsight.command.importing.slack.ChannelMapping.Mapped;
import io.hindsight.words.Evidence;
import io.hindsight.words.Suggestion;
import io.hindsight.words.SuggestionKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelMappingTest {
    private static final String LINK = "https://example.slack.com/archives/C0123456789/";

    @Test
    void a_message_is_suggested_with_its_time_author_text_and_a_link_to_it() {
        Suggestion suggestion = suggestions(list(message("1773179020.040316", "I have the page")))
                .get(0);

        assertThat(suggestion.kind()).isEqualTo(SuggestionKind.TIMELINE_ENTRY);
        assertThat(suggestion.at()).isEqualTo(OffsetDateTime.parse("2026-03-10T21:43:40.040Z"));
        assertThat(suggestion.author()).isEqualTo("ana");
        assertThat(suggestion.text()).isEqualTo("I have the page");
        assertThat(suggestion.byBot()).isFalse();
        assertThat(suggestion.evidence()).hasSize(1);
        assertThat(suggestion.evidence().get(0).url()).isEqualTo(LINK + "p1773179020040316");
        assertThat(suggestion.evidence().get(0).label()).isEqualTo("ana in #inc-1");
        assertThat(suggestion.suggestionId()).matches("1773179020-040316-[0-9a-f]{12}");
    }

    @Test
    void messages_come_in_the_order_of_time_to_the_microsecond() {
        assertThat(suggestions(list(
                        message("1773179020.040317", "c"),
                        message("1773179020.040316", "b"),
                        message("1773179019.999999", "a"))))
                .extracting(Suggestion::text)
                .containsExactly("a", "b", "c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "channel_join",
                "channel_leave",
                "channel_topic",
                "channel_purpose",
                "channel_name",
                "channel_archive",
                "group_join",
                "pinned_item",
                "bot_add",
                "tombstone",
                "something_new"
            })
    void joins_topics_and_other_noise_suggest_nothing(String subtype) {
        assertThat(suggestions(list(message("1773179020.000001", "noise", "'subtype': '" + subtype + "'"))))
                .isEmpty();
    }

    @Test
    void each_message_that_suggests_nothing_is_counted_with_why() {
        Mapped mapped = Exports.mapped(list(
                message("1773179020.000001", "said"),
                message("1773179020.000001", "said again"),
                message("1773179020.000002", "joined", "'subtype': 'channel_join'"),
                message("1773179020.000003", "left", "'subtype': 'channel_leave'"),
                message("1773179020.000004", "a topic", "'subtype': 'channel_topic'"),
                message("1773179020.000005", "pinned", "'subtype': 'pinned_item'"),
                message("1773179020.000006", ""),
                message("1773179020.000007", "a slip"),
                message(
                        "1773179020.000008",
                        "",
                        "'subtype': 'message_deleted', 'hidden': true, 'deleted_ts': '1773179020.000007'"),
                message(
                        "1773179020.000009",
                        "",
                        "'subtype': 'message_changed', 'hidden': true, 'message': "
                                + message("1773179020.000001", "said now")),
                message("1773179020.000010", "gone", "'subtype': 'tombstone', 'hidden': true"),
                message("yesterday", "some day")));

        assertThat(mapped.suggestions()).extracting(Suggestion::text).containsExactly("said now");
        assertThat(mapped.skipped())
                .isEqualTo(Map.of(
                        Skipped.REPEATED, 1,
                        Skipped.JOINS, 2,
                        Skipped.TOPICS, 1,
                        Skipped.NOTICES, 1,
                        Skipped.EMPTY, 1,
                        Skipped.DELETED, 1,
                        Skipped.HIDDEN, 3,
                        Skipped.UNTIMED, 1));
    }

    @Test
    void a_reply_carries_the_message_that_begins_its_thread_and_its_link_opens_it() {
        String parent = "1773179000.000100";
        List<Suggestion> thread = suggestions(list(
                message(parent, "dashboard", "'thread_ts': '" + parent + "'"),
                message("1773179010.000100", "in between"),
                message("1773179020.000100", "it is us", "'thread_ts': '" + parent + "'"),
                message(
                        "1773179030.000100",
                        "for all",
                        "'subtype': 'thread_broadcast', 'thread_ts': '" + parent + "'")));

        String first = thread.get(0).suggestionId();
        assertThat(thread).extracting(Suggestion::inReplyTo).containsExactly(null, null, first, first);
        assertThat(thread.get(2).evidence().get(0).url())
                .isEqualTo(LINK + "p1773179020000100?thread_ts=" + parent + "&cid=C0123456789");
        assertThat(thread.get(2).evidence().get(0).label()).isEqualTo("ana in #inc-1, in reply to ana");
    }

    @Test
    void a_reply_to_what_is_not_in_the_export_stands_alone() {
        assertThat(suggestions(list(message("1773179020.000100", "late", "'thread_ts': '1773000000.000100'")))
                        .get(0)
                        .inReplyTo())
                .isNull();
    }

    @Test
    void a_reply_names_only_a_message_that_is_suggested() {
        String early = "1773187199.000100";
        String empty = "1773187201.000100";
        byte[] body = list(
                        message(early, "before the span"),
                        message("1773187200.000100", "its reply", "'thread_ts': '" + early + "'"),
                        message(empty, ""),
                        message("1773187202.000100", "to nothing", "'thread_ts': '" + empty + "'"))
                .getBytes(StandardCharsets.UTF_8);
        ChannelExport export = ChannelBody.read(body, "inc-1", Exports.JSON);

        assertThat(ChannelMapping.map(export, null, Instant.parse("2026-03-11T00:00:00Z"), null)
                        .suggestions())
                .hasSize(2)
                .extracting(Suggestion::inReplyTo)
                .containsOnlyNulls();
    }

    @Test
    void what_a_bot_says_is_marked_and_what_it_says_is_to_be_done_is_not_suggested() {
        List<Suggestion> said = suggestions(
                list(
                        Exports.quoted(
                                "{'subtype': 'bot_message', 'ts': '1773179020.000100', 'username': 'Pager', 'bot_id': 'B1', 'text': 'TODO: ack'}"),
                        Exports.quoted("{'ts': '1773179021.000100', 'user': 'U3', 'text': 'triggered'}"),
                        Exports.quoted(
                                "{'ts': '1773179022.000100', 'bot_id': 'B1', 'bot_profile': {'name': 'Deploys'}, 'text': '', 'attachments': [{'fallback': 'Deployed 3', 'ts': 1773178912}]}")));

        assertThat(said).hasSize(3).allMatch(Suggestion::byBot);
        assertThat(said).extracting(Suggestion::author).containsExactly("Pager", "Pager", "Deploys");
        assertThat(said.get(2).text()).isEqualTo("Deployed 3");
        assertThat(said.get(0).evidence().get(0).label()).isEqualTo("Pager (bot) in #inc-1");
    }

    @Test
    void a_message_whose_text_is_only_in_blocks_is_suggested_as_one_with_a_text() {
        String blocks =
                "'blocks': [{'type': 'rich_text', 'elements': [{'type': 'rich_text_section', 'elements': [{'type': 'user', 'user_id': 'U2'}, {'type': 'text', 'text': ' rolls back, see '}, {'type': 'link', 'url': 'https://graphs.example/1', 'text': 'p99'}]}]}]";
        List<Suggestion> said = suggestions(list(
                message("1773179020.000100", "", blocks),
                message("1773179021.000100", "This content can\\u0027t be displayed.", blocks),
                message("1773179022.000100", "said", blocks)));

        assertThat(said)
                .extracting(Suggestion::text)
                .containsExactly("@Ben B rolls back, see p99", "@Ben B rolls back, see p99", "said");
        assertThat(said.get(0).evidence().get(1).url()).isEqualTo("https://graphs.example/1");
    }

    @Test
    void what_stands_under_an_alert_is_said_with_it_and_its_title_leads_to_the_page() {
        Suggestion alert = suggestions(
                        list(
                                message(
                                        "1773179020.000100",
                                        "Alert for <@U2>",
                                        """
                'bot_id': 'B1', 'attachments': [
                 {'fallback': '[FIRING:1] p99', 'pretext': 'Production', 'title': '[FIRING:1] p99', 'title_link': 'https://graphs.example/1',
                  'text': 'above 5 s, see <https://runbooks.example/p99|runbook>', 'fields': [{'title': 'Service', 'value': 'checkout', 'short': true},
                  {'value': 'high'}], 'color': 'd00'},
                 {'fallback': '[no preview available]', 'blocks': [{'type': 'section', 'text': {'type': 'mrkdwn', 'text': 'in blocks'}}]},
                 {'fallback': 'just a fallback'}, {'title': '[FIRING:1] p99', 'title_link': 'javascript:alert(1)'}, {}]""")))
                .get(0);

        assertThat(alert.text())
                .isEqualTo(
                        """
                        Alert for @Ben B
                        Production
                        [FIRING:1] p99
                        above 5 s, see runbook
                        Service: checkout
                        high
                        in blocks
                        just a fallback""");
        assertThat(alert.evidence().subList(1, alert.evidence().size()))
                .extracting(Evidence::url, Evidence::label)
                .containsExactly(
                        tuple("https://runbooks.example/p99", "runbook"),
                        tuple("https://graphs.example/1", "[FIRING:1] p99"));
    }

    @Test
    void the_preview_of_a_page_that_somebody_links_to_is_only_a_link() {
        String preview =
                "'attachments': [{'service_name': 'GitHub', 'title': 'Pull 7', 'title_link': 'https://code.example/7', 'from_url': 'https://code.example/7?x', 'text': 'The description', 'fallback': 'Pull 7'}]";
        String shared =
                "'attachments': [{'from_url': 'https://example.slack.com/archives/C1/p1', 'author_name': 'ben', 'text': 'it is us'}]";
        List<Suggestion> said = suggestions(list(
                message("1773179020.000100", "see <https://code.example/7?x>", preview),
                message("1773179021.000100", "mended", preview),
                message("1773179022.000100", "what ben says", shared),
                message("1773179023.000100", "", preview)));

        assertThat(said)
                .extracting(Suggestion::text)
                .containsExactly(
                        "see https://code.example/7?x", "mended", "what ben says\nit is us", "Pull 7\nThe description");
        assertThat(said.get(0).evidence()).hasSize(2);
        assertThat(said.get(1).evidence().get(1).url()).isEqualTo("https://code.example/7?x");
        assertThat(said.get(1).evidence().get(1).label()).isEqualTo("Pull 7");
    }

    @Test
    void what_attachments_say_is_cut_where_an_entry_ends() {
        String attachment = "{'text': '" + "x".repeat(15_000) + "%d'}";
        String many = "'attachments': [" + attachment.formatted(1) + "," + attachment.formatted(2) + "]";

        assertThat(suggestions(list(message("1773179020.000100", "all of it:", many)))
                        .get(0)
                        .text())
                .hasSize(Limits.TEXT)
                .startsWith("all of it:\nxxx");
    }

    @Test
    void an_edited_message_says_what_it_says_now_and_a_deleted_one_is_gone() {
        List<Suggestion> said = suggestions(list(
                message("1773179020.000100", "231 captures", "'edited': {'user': 'U1', 'ts': '1773179099.0'}"),
                message("1773179021.000100", "as it was"),
                message("1773179022.000100", "a slip"),
                message(
                        "1773179023.000100",
                        "",
                        "'subtype': 'message_changed', 'hidden': true, 'message': "
                                + message("1773179021.000100", "as it is")),
                message(
                        "1773179024.000100",
                        "",
                        "'subtype': 'message_deleted', 'hidden': true, 'deleted_ts': '1773179022.000100'")));

        assertThat(said).extracting(Suggestion::text).containsExactly("231 captures", "as it is");
        assertThat(said.get(0).evidence().get(0).label()).isEqualTo("ana in #inc-1, edited");
    }

    @Test
    void people_are_called_as_they_are_shown_also_those_who_have_left() {
        List<Suggestion> said = suggestions(list(
                message("1773179020.000100", "<@U2> and <@U9>, look"),
                Exports.quoted("{'ts': '1773179021.000100', 'user': 'U2', 'text': 'looking'}"),
                Exports.quoted(
                        "{'ts': '1773179022.000100', 'user': 'U9', 'user_profile': {'display_name': 'zoe'}, 'text': 'me too'}"),
                message("1773179023.000100", "is drinking tea", "'subtype': 'me_message'")));

        assertThat(said.get(0).text()).isEqualTo("@Ben B and @U9, look");
        assertThat(said).extracting(Suggestion::author).containsExactly("ana", "Ben B", "zoe", "ana");
        assertThat(said.get(3).text()).isEqualTo("ana is drinking tea");
    }

    @Test
    void a_shared_file_is_evidence_and_its_secret_link_is_not() {
        Suggestion shared = suggestions(
                        list(
                                message(
                                        "1773179020.000100",
                                        "",
                                        "'files': [{'name': 'p99.png', 'permalink': 'https://example.slack.com/files/U1/F1/p99.png', 'url_private_download': 'https://files.slack.com/x?t=xoxe-secret'}]")))
                .get(0);

        assertThat(shared.text()).isEqualTo("Shared p99.png");
        assertThat(shared.evidence()).hasSize(2);
        assertThat(shared.toString()).doesNotContain("xoxe");
    }

    @Test
    void what_is_said_to_be_done_is_suggested_as_an_action_item_beside_the_message() {
        List<Suggestion> said = suggestions(list(message("1773179020.000100", "TODO: pin the tag; alert")));

        assertThat(said)
                .extracting(Suggestion::kind)
                .containsExactly(SuggestionKind.TIMELINE_ENTRY, SuggestionKind.ACTION_ITEM, SuggestionKind.ACTION_ITEM);
        assertThat(said).extracting(Suggestion::text).endsWith("pin the tag", "alert");
        assertThat(said.get(1).inReplyTo()).isEqualTo(said.get(0).suggestionId());
        assertThat(said.get(1).evidence()).hasSize(1);
    }

    @Test
    void just_the_span_that_was_asked_for_is_suggested() {
        byte[] zip = Exports.zip(Exports.files());
        ChannelExport export = ExportArchive.read(zip, "inc-1", Exports.JSON);
        Instant midnight = Instant.parse("2026-03-11T00:00:00Z");

        assertThat(ChannelMapping.map(export, null, midnight, null).suggestions())
                .extracting(Suggestion::text)
                .containsExactly("after midnight");
        assertThat(ChannelMapping.map(export, null, midnight, null).skipped())
                .isEqualTo(Map.of(Skipped.OUTSIDE, 1, Skipped.JOINS, 1));
        assertThat(ChannelMapping.map(export, null, null, midnight).suggestions())
                .extracting(Suggestion::text)
                .containsExactly("before midnight");
    }

    @Test
    void without_the_workspace_or_the_channels_id_there_is_no_link_but_a_name_for_where_it_was_said() {
        ChannelExport export = ExportArchive.read(Exports.zip(Exports.files()), "inc-1", Exports.JSON);

        assertThat(ChannelMapping.map(export, null, null, null).suggestions()).allSatisfy(suggestion -> {
            assertThat(suggestion.evidence().get(0).url()).isNull();
            assertThat(suggestion.evidence().get(0).label()).isEqualTo("ana in #inc-1");
        });
    }
}
