package io.hindsight.command.importing.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.command.decision.Limits;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class BlockTextTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static SlackMessage message(String json) {
        return JSON.readValue(json.replace('\'', '"'), SlackMessage.class);
    }

    private static String read(String blocks) {
        return SlackText.of(
                        message("{'blocks': " + blocks + "}").blocks(), Map.of("U1", "ana"), Map.of("C1", "general"))
                .text();
    }

    private static String rich(String elements) {
        return read("[{'type': 'rich_text', 'elements': [" + elements + "]}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '"',
            textBlock =
                    """
                    {'type': 'text', 'text': 'a < b && &lt;'}→a < b && &lt;
                    {'type': 'text', 'text': 'bold', 'style': {'bold': true}}→bold
                    {'type': 'link', 'url': 'https://example.org/a|b?c=1&d', 'text': 'the graph'}→the graph
                    {'type': 'link', 'url': 'https://example.org/'}→https://example.org/
                    {'type': 'user', 'user_id': 'U1'}→@ana
                    {'type': 'usergroup', 'usergroup_id': 'S1'}→@subteam
                    {'type': 'channel', 'channel_id': 'C1'}→#general
                    {'type': 'emoji', 'name': 'fire', 'unicode': '1f525'}→:fire:
                    {'type': 'broadcast', 'range': 'here'}→@here
                    {'type': 'date', 'timestamp': 1720710212, 'fallback': 'July 11'}→July 11
                    """)
    void each_element_of_rich_text_is_read_as_in_a_messages_text(String element, String readable) {
        assertThat(rich("{'type': 'rich_text_section', 'elements': [" + element + "]}"))
                .isEqualTo(readable);
    }

    @Test
    void sections_lists_quotes_and_code_stand_on_lines_of_their_own_whatever_order_the_fields_come_in() {
        String section = "{'type': 'rich_text_section', 'elements': [{'type': 'text', 'text': '%s'}]}";
        assertThat(rich(section.formatted("Now:\\n")
                        + ", {'type': 'rich_text_list', 'elements': [" + section.formatted("roll back") + ", "
                        + section.formatted("TODO: alert") + "], 'style': 'bullet', 'indent': 0}"
                        + ", {'type': 'rich_text_list', 'elements': [" + section.formatted("third")
                        + "], 'style': 'ordered', 'indent': 1, 'offset': 2}"
                        + ", {'elements': [{'text': 'it is us\\nyes', 'type': 'text'}], 'type': 'rich_text_quote'}"
                        + ", {'type': 'rich_text_preformatted', 'elements': [{'type': 'text', 'text': 'exit 1'}]}"))
                .isEqualTo(
                        """
                        Now:
                        • roll back
                        • TODO: alert
                          3. third
                        > it is us
                        > yes
                        ```
                        exit 1
                        ```""");
    }

    @Test
    void headers_sections_and_contexts_say_their_text_and_buttons_pictures_and_unknown_blocks_nothing() {
        assertThat(
                        read(
                                """
                        [{'type': 'header', 'text': {'type': 'plain_text', 'text': 'CPU <90% &amp; rising', 'emoji': true}},
                         {'type': 'divider'},
                         {'type': 'section', 'text': {'type': 'mrkdwn', 'text': 'ask <@U1>'},
                          'accessory': {'type': 'button', 'text': {'type': 'plain_text', 'text': 'Ack'}},
                          'fields': [{'type': 'mrkdwn', 'text': '*Service*'}, {'type': 'plain_text', 'text': 'checkout'}]},
                         {'type': 'context', 'elements': [{'type': 'image', 'alt_text': 'icon'},
                          {'type': 'mrkdwn', 'text': 'by'}, {'type': 'plain_text', 'text': 'Grafana'}]},
                         {'type': 'actions', 'elements': [{'type': 'button', 'text': {'type': 'plain_text', 'text': 'Resolve'}}]},
                         {'type': 'something_new', 'text': 'new', 'more': {'text': ['x']}},
                         null, 5, {}]"""))
                .isEqualTo("CPU <90% & rising\nask @ana\n*Service*\ncheckout\nby Grafana");
    }

    @Test
    void what_are_no_blocks_says_nothing() {
        for (String odd : new String[] {"null", "[]", "{}", "5", "[[]]", "[{'type': 'rich_text', 'elements': 5}]"}) {
            assertThat(read(odd)).as(odd).isEmpty();
        }
    }

    @Test
    void blocks_are_kept_only_for_a_message_without_a_text_and_never_longer_than_an_entry() {
        String block = "{'type': 'section', 'text': {'type': 'mrkdwn', 'text': '" + "x".repeat(9_000) + "'}}";
        String blocks = "'blocks': [" + (block + ",").repeat(20) + block + "]";

        assertThat(message("{" + blocks + ", 'text': 'said'}").blocks()).isNull();
        assertThat(message("{" + blocks + ", 'text': ''}").blocks()).hasSize(Limits.TEXT);
    }
}
