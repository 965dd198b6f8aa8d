package io.hindsight.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MarkdownListTest {

    @Test
    void a_list_is_its_items_without_their_markers() {
        assertThat(MarkdownList.items("- one\n- two\n-   three")).containsExactly("one", "two", "three");
        assertThat(MarkdownList.items("1. one\n2. two\n10. three")).containsExactly("one", "two", "three");
        assertThat(MarkdownList.items("* one\r\n\r\n* two\r\n")).containsExactly("one", "two");
    }

    @Test
    void nested_and_continued_lines_stay_with_their_item() {
        assertThat(MarkdownList.items("* one\n  * nested\n\n    ```\n    code\n    ```\n* two\n  goes on"))
                .containsExactly("one\n  * nested\n\n    ```\n    code\n    ```", "two\n  goes on");
    }

    @Test
    void a_text_that_is_more_than_a_list_is_one_item_as_it_is() {
        for (String text : new String[] {
            "Things that went well:\n\n- one\n- two",
            "- one\n\nand then\n\n- two",
            "- one\n```\ncode\n```",
            "1. one\n\n* its first\n* its second",
            "No list at all.\n\nTwo paragraphs.",
            "**bold** is no list",
            "-",
            "  - indented from the start"
        }) {
            assertThat(MarkdownList.items(text)).containsExactly(text);
        }
    }

    @Property
    void no_character_is_lost_but_markers_and_blanks(@ForAll("lines") List<String> lines) {
        String text = String.join("\n", lines);

        assertThat(Accounting.essence(String.join("\n", MarkdownList.items(text))))
                .isEqualTo(Accounting.essence(text));
    }

    @Provide
    Arbitrary<List<String>> lines() {
        return Arbitraries.of("- a", "-   b ", "- - c", "* d", "1. e", "20) f", "  - g", "", "h", "-", "- ", "```")
                .list()
                .ofMaxSize(6);
    }
}
