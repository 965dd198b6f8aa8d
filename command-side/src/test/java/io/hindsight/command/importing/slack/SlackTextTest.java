package io.hindsight.command.importing.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.words.Evidence;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackTextTest {
    private static SlackText read(String written) {
        return SlackText.of(written, Map.of("U1", "ana"), Map.of("C1", "general"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            textBlock =
                    """
                    ask <@U1> first→ask @ana first
                    ask <@U9|ben>→ask @ben
                    ask <@U9>→ask @U9
                    see <#C1>→see #general
                    see <#C9|random>→see #random
                    <!here> look→@here look
                    <!subteam^S1|@oncall> look→@oncall look
                    <!date^1392734382^{date}|18 February>→18 February
                    a &lt; b &amp;&amp; c &gt; d→a < b && c > d
                    &amp;lt;→&lt;
                    mail <mailto:a@example.org|a@example.org>→mail a@example.org
                    *bold* `code` 1 < 2→*bold* `code` 1 < 2
                    """)
    void what_slack_writes_is_made_readable(String written, String readable) {
        assertThat(read(written).text()).isEqualTo(readable);
    }

    @Test
    void a_link_becomes_its_label_and_evidence() {
        SlackText text = read("<https://graphs.example/d?a=1&amp;b=2|dashboard> and <https://example.org/x>");

        assertThat(text.text()).isEqualTo("dashboard and https://example.org/x");
        assertThat(text.links())
                .isEqualTo(List.of(
                        new Evidence("https://graphs.example/d?a=1&b=2", "dashboard", null),
                        new Evidence("https://example.org/x", null, null)));
    }

    @Test
    void what_is_no_page_is_no_evidence() {
        assertThat(read("<javascript:alert(1)|click> <tel:123>").links()).isEmpty();
        assertThat(read(null).text()).isEmpty();
    }
}
