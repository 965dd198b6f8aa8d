package io.hindsight.query.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.owasp.html.HtmlSanitizer;

/** What holds for every file that people take away: read anew, nothing in it does anything. */
final class Harmless {
    private static final Set<String> ELEMENTS = Set.of(
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "p",
            "ul",
            "ol",
            "li",
            "blockquote",
            "pre",
            "code",
            "em",
            "strong",
            "br",
            "hr",
            "a",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td");
    private static final Set<String> ATTRIBUTES = Set.of("lang", "charset", "href", "rel", "class", "start");

    private Harmless() {}

    /** Without the extension for tables, and so as a plain reader of Markdown sees it. */
    static void assertMarkdown(String markdown) {
        Parser.builder().build().parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(HtmlBlock html) {
                throw new AssertionError("Raw HTML: " + html.getLiteral() + "\nin\n" + markdown);
            }

            @Override
            public void visit(HtmlInline html) {
                throw new AssertionError("Raw HTML: " + html.getLiteral() + "\nin\n" + markdown);
            }

            @Override
            public void visit(Image image) {
                throw new AssertionError("An image: " + image.getDestination() + "\nin\n" + markdown);
            }

            @Override
            public void visit(Link link) {
                assertThat(link.getDestination()).matches("(?i)https?://.*");
                visitChildren(link);
            }
        });
    }

    /** Each element and attribute against a list. */
    static void assertHtml(String html) {
        HtmlSanitizer.sanitize(html, new HtmlSanitizer.Policy() {
            @Override
            public void openTag(String name, java.util.List<String> attributes) {
                assertThat(ELEMENTS).as(html).contains(name);
                for (int i = 0; i < attributes.size(); i += 2) {
                    assertThat(ATTRIBUTES).as(html).contains(attributes.get(i));
                    if (attributes.get(i).equals("href")) {
                        assertThat(attributes.get(i + 1)).matches("(?i)https?://.*");
                    }
                    if (attributes.get(i).equals("class")) {
                        assertThat(attributes.get(i + 1)).isIn("start", "resolution");
                    }
                }
            }

            @Override
            public void openDocument() {}

            @Override
            public void closeDocument() {}

            @Override
            public void closeTag(String name) {}

            @Override
            public void text(String text) {}
        });
    }
}
