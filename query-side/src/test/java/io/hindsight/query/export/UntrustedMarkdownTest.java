package io.hindsight.query.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.events.SectionEvent.SectionWritten;
import io.hindsight.events.TimelineEvent.TimelineEntryAdded;
import io.hindsight.query.Events;
import io.hindsight.query.export.FactorsLabel.Label;
import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.words.EntryKind;
import io.hindsight.words.Section;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people write, nothing of it is markup that does something in the document. */
class UntrustedMarkdownTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "Text <img src=x onerror=alert(1)> text",
                "<iframe src=\"https://evil.example\"></iframe>",
                "[click](javascript:alert(1))",
                "[click](JaVaScRiPt:alert(1) \"title\")",
                "[click](data:text/html;base64,PHNjcmlwdD4=)",
                "<javascript:alert(1)>",
                "![pixel](https://evil.example/pixel.png)",
                "\\![pixel](https://evil.example/pixel.png)",
                "[![alt](https://evil.example/a.png)](https://evil.example)",
                "[a]: javascript:alert(1)\n\n[a]",
                "```html onmouseover=alert(1)\n</code></pre><script>alert(1)</script>\n```",
                "`<script>`",
                "<b>``<script>`<script>``",
                "[`<script>`](javascript:x)[`<script>`](javascript:y)![`<script>`](javascript:z)",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "- <div onclick=alert(1)>\n  - <svg/onload=alert(1)>",
                "| a | b |\n|---|---|\n| <b onmouseover=x> | [x](javascript:y) |",
                "<style>body{display:none}</style>",
                "<!-- comment --><?php ?><![CDATA[ x ]]>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "# Heading <script>",
                "<li class=\"start\">",
                "text\n<div>\nblock\n</div>"
            })
    void raw_html_scripts_images_and_other_links_do_not_get_through(String text) {
        assertHarmless(document(text));
    }

    @Property(tries = 400)
    void nothing_gets_through_however_it_is_put_together(@ForAll("nasty") String text) {
        assertHarmless(document(text));
    }

    @Provide
    Arbitrary<String> nasty() {
        return Arbitraries.of(
                        "<script>",
                        "</script>",
                        "<img src=x onerror=y>",
                        "<",
                        ">",
                        "!",
                        "[",
                        "]",
                        "(javascript:x)",
                        "(https://a.example)",
                        "`",
                        "```",
                        "\n",
                        "\n\n",
                        "- ",
                        "1. ",
                        "> ",
                        "# ",
                        "&lt;",
                        "&#60;",
                        "\\",
                        "*",
                        "_",
                        "|",
                        "---",
                        "    ",
                        "word",
                        "<!--",
                        "-->",
                        "<https://a.example>",
                        "\t",
                        "=",
                        "~~~",
                        "\"")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }

    @Test
    void headings_go_below_the_documents_and_the_rest_reads_as_it_was_written() {
        String markdown = markdown(document("# Cause\n\nA *slow* query, see [the graph](https://graphs.example/a).\n"));

        assertThat(markdown)
                .contains("## Overview\n\n### Cause\n\nA *slow* query, see [the graph](https://graphs.example/a).");
    }

    @Test
    void text_that_is_nested_as_deep_as_it_can_be_is_rendered_all_the_same() {
        PostmortemDocument document =
                document(">".repeat(20_000) + " deep\n\n" + "*a ".repeat(5_000) + "- ".repeat(5_000));

        assertHarmless(document);
    }

    private static PostmortemDocument document(String text) {
        return Events.folded(
                        Events.opened(),
                        new SectionWritten(Section.OVERVIEW, text, false),
                        new TimelineEntryAdded(
                                "e1",
                                OffsetDateTime.parse("2026-03-01T10:00:00Z"),
                                null,
                                EntryKind.INCIDENT_STARTED,
                                text,
                                null,
                                List.of()))
                .asOf(Events.START);
    }

    private static String markdown(PostmortemDocument document) {
        return new String(ExportController.markdown(document, Label.DEFAULT.text()), StandardCharsets.UTF_8);
    }

    private static void assertHarmless(PostmortemDocument document) {
        Harmless.assertMarkdown(markdown(document));
        Harmless.assertHtml(HtmlPage.of(DocumentTree.of(document, Label.DEFAULT.text()), document.title()));
    }
}
