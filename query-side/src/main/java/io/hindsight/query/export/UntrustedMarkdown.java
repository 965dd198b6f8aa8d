package io.hindsight.query.export;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * What people wrote, in Markdown, as a tree that is safe to put into a document. Raw HTML becomes code that shows it, an image a
 * link to it, so that nothing is loaded when the document is read, a link that is none to a web page its words, and headings go
 * below those of the document.
 */
final class UntrustedMarkdown {
    static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    /** Deeper is an attack on the stack; what is beyond is read as text. */
    private static final int DEEPEST = 40;

    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();
    private static final Pattern WEB_URL = Pattern.compile("(?i)https?://[^\\s\\p{Cntrl}]+");
    private static final int LOWEST_HEADING = 6;

    private UntrustedMarkdown() {}

    /** @param below the level of the heading that the text is under */
    static Node parse(String text, int below) {
        Node tree = PARSER.parse(text);
        tree.accept(new Neutralise(below));
        tree.accept(new JoinCode());
        return tree;
    }

    static boolean isWebUrl(String url) {
        return url != null && WEB_URL.matcher(url).matches();
    }

    private static final class Neutralise extends AbstractVisitor {
        private final int below;

        Neutralise(int below) {
            this.below = below;
        }

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(LOWEST_HEADING, heading.getLevel() + below));
            visitChildren(heading);
        }

        @Override
        public void visit(HtmlBlock html) {
            FencedCodeBlock shown = new FencedCodeBlock();
            shown.setLiteral(html.getLiteral() + "\n");
            replace(html, shown);
        }

        @Override
        public void visit(HtmlInline html) {
            replace(html, new Code(html.getLiteral()));
        }

        @Override
        public void visit(FencedCodeBlock code) {
            code.setInfo(null);
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            link.setTitle(null);
            if (!isWebUrl(link.getDestination()) || isInLink(link)) {
                unwrap(link);
            }
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            if (isWebUrl(image.getDestination()) && !isInLink(image)) {
                Link link = new Link(image.getDestination(), null);
                String words = words(image);
                link.appendChild(new Text(words.isBlank() ? image.getDestination() : words));
                replace(image, link);
            } else {
                unwrap(image);
            }
        }

        /** Nothing of it shows, and its links are resolved. */
        @Override
        public void visit(LinkReferenceDefinition definition) {
            definition.unlink();
        }

        @Override
        protected void visitChildren(Node parent) {
            Node node = parent.getFirstChild();
            while (node != null) {
                // Before the visit, which may take the node away.
                Node next = node.getNext();
                node.accept(this);
                node = next;
            }
        }

        private static boolean isInLink(Node node) {
            for (Node parent = node.getParent(); parent != null; parent = parent.getParent()) {
                if (parent instanceof Link || parent instanceof Image) {
                    return true;
                }
            }
            return false;
        }

        private static void replace(Node node, Node other) {
            node.insertBefore(other);
            node.unlink();
        }

        private static void unwrap(Node node) {
            Node child = node.getFirstChild();
            while (child != null) {
                Node next = child.getNext();
                node.insertBefore(child);
                child = next;
            }
            node.unlink();
        }

        private static String words(Node node) {
            StringBuilder words = new StringBuilder();
            node.accept(new AbstractVisitor() {
                @Override
                public void visit(Text text) {
                    words.append(text.getLiteral());
                }

                @Override
                public void visit(Code code) {
                    words.append(code.getLiteral());
                }
            });
            return words.toString();
        }
    }

    /** Code beside code becomes one: where their backticks ran together, what is between them would be read as markup. */
    private static final class JoinCode extends AbstractVisitor {
        @Override
        public void visit(Code code) {
            while (code.getNext() instanceof Code next) {
                code.setLiteral(code.getLiteral() + next.getLiteral());
                next.unlink();
            }
        }

        @Override
        protected void visitChildren(Node parent) {
            // After the visit, which may take the next one away.
            for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
                node.accept(this);
            }
        }
    }

    /** Moves the blocks of a parsed text to the end of another node. */
    static void append(Node to, Node parsed) {
        if (!(parsed instanceof Document)) {
            throw new IllegalArgumentException("Not a parsed text: " + parsed);
        }
        Node block = parsed.getFirstChild();
        while (block != null) {
            Node next = block.getNext();
            to.appendChild(block);
            block = next;
        }
    }
}
