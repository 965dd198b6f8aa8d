package io.hindsight.query.export;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.IdentityHashMap;
import java.util.Map;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/**
 * A document while it is put together: a tree of Markdown, which is rendered as Markdown and as HTML alike. Whatever comes from
 * people goes in as the literal of a text or through {@link UntrustedMarkdown}, never as markup.
 */
public final class Tree {
    private static final MarkdownRenderer RENDERER =
            MarkdownRenderer.builder().extensions(UntrustedMarkdown.EXTENSIONS).build();

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private final Node root = new Document();
    private final Map<Node, String> classes = new IdentityHashMap<>();
    private int level;

    Node root() {
        return root;
    }

    public String markdown() {
        return RENDERER.render(root);
    }

    /** The class of a node in HTML, or null. */
    String classOf(Node node) {
        return classes.get(node);
    }

    public Tree heading(int level, String title) {
        Heading heading = new Heading();
        heading.setLevel(level);
        heading.appendChild(text(title));
        root.appendChild(heading);
        this.level = level;
        return this;
    }

    /** What somebody wrote in Markdown; where nothing is written, says so. */
    Tree written(String markdown) {
        if (markdown == null || markdown.isBlank()) {
            return nothing();
        }
        UntrustedMarkdown.append(root, UntrustedMarkdown.parse(markdown, level));
        return this;
    }

    public Tree nothing() {
        return paragraph(in(new Emphasis(), text("Nothing recorded.")));
    }

    Tree paragraph(Node... parts) {
        root.appendChild(in(new Paragraph(), parts));
        return this;
    }

    public BulletList list() {
        BulletList list = list(root);
        list.setTight(false);
        return list;
    }

    /** A list without blank lines between its items, at the end of the node. */
    static BulletList list(Node parent) {
        BulletList list = new BulletList();
        list.setMarker("-");
        list.setTight(true);
        parent.appendChild(list);
        return list;
    }

    static ListItem item(Node list, Node... parts) {
        ListItem item = new ListItem();
        list.appendChild(item);
        item.appendChild(in(new Paragraph(), parts));
        return item;
    }

    /** An item that begins with these parts and goes on with what somebody wrote. */
    public ListItem item(Node list, String markdown, Node... parts) {
        ListItem item = item(list, parts);
        if (markdown != null && !markdown.isBlank()) {
            Node parsed = UntrustedMarkdown.parse(markdown, level);
            if (parsed.getFirstChild() instanceof Paragraph first) {
                Node child = first.getFirstChild();
                while (child != null) {
                    Node next = child.getNext();
                    item.getFirstChild().appendChild(child);
                    child = next;
                }
                first.unlink();
            }
            UntrustedMarkdown.append(item, parsed);
        }
        Node begun = item.getFirstChild();
        if (begun.getLastChild() instanceof Text last) {
            // A space before words that are not there, or that begin on a line of their own.
            last.setLiteral(last.getLiteral().stripTrailing());
        }
        if (begun.getFirstChild() == null && begun.getNext() != null) {
            begun.unlink();
        }
        return item;
    }

    /** {@code - **Owner:** ana}, where there is such a fact. */
    static void fact(Node list, String name, Object value) {
        if (value != null && !value.toString().isBlank()) {
            item(list, strong(name + ":"), text(" " + said(value)));
        }
    }

    void mark(Node node, String name) {
        classes.put(node, name);
    }

    /** One line, whatever is in it. */
    public static Text text(String line) {
        boolean before = line.startsWith(" ");
        boolean after = line.length() > 1 && line.endsWith(" ");
        String words = line.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        return new Text((before ? " " : "") + words + (after ? " " : ""));
    }

    public static Node strong(String line) {
        return in(new StrongEmphasis("**"), text(line));
    }

    /** A link where it leads to a web page, else its words. */
    static Node link(String url, String label) {
        String words = label == null || label.isBlank() ? url : label;
        return UntrustedMarkdown.isWebUrl(url) ? in(new Link(url, null), text(words)) : text(words);
    }

    /** A query or a command, as it was typed. */
    static void code(ListItem item, String literal) {
        if (literal.contains("\n")) {
            FencedCodeBlock block = new FencedCodeBlock();
            block.setLiteral(literal.endsWith("\n") ? literal : literal + "\n");
            item.appendChild(block);
        } else {
            item.getFirstChild().appendChild(new Text(" "));
            item.getFirstChild().appendChild(new Code(literal));
        }
    }

    public static String said(Object value) {
        if (value instanceof Instant at) {
            return TIME.format(at);
        }
        return value instanceof Duration duration ? said(duration) : value.toString();
    }

    private static String said(Duration duration) {
        StringBuilder words = new StringBuilder();
        unit(words, duration.toHours(), "h");
        unit(words, duration.toMinutesPart(), "min");
        unit(words, duration.toSecondsPart(), "s");
        return words.isEmpty() ? "0 min" : words.toString();
    }

    private static void unit(StringBuilder words, long count, String unit) {
        if (count > 0) {
            words.append(words.isEmpty() ? "" : " ").append(count).append(' ').append(unit);
        }
    }

    private static Node in(Node parent, Node... children) {
        for (Node child : children) {
            parent.appendChild(child);
        }
        return parent;
    }
}
