package io.hindsight.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownCommentsTest {

    @Test
    void code_and_links_are_markdown_and_lines_are_joined() {
        assertThat(MarkdownComments.markdown("409 <code>id-in-use</code>, as\n in <code>List&lt;String&gt;</code>."))
                .isEqualTo("409 `id-in-use`, as in `List<String>`.");
        assertThat(MarkdownComments.markdown("By {@link io.example.Thing#name() its name} or {@link Thing#name()}."))
                .isEqualTo("By its name or `name`.");
    }

    @Test
    void what_is_not_there_stays_so() {
        assertThat(MarkdownComments.markdown(null)).isNull();
        assertThat(MarkdownComments.markdown("")).isEmpty();
    }
}
