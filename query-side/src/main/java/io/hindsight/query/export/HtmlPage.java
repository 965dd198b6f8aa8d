package io.hindsight.query.export;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.web.util.HtmlUtils;

/**
 * A tree as a page to read and to print, without scripts and without anything that is loaded. The tree is safe by the way it is
 * made; the sanitizer lets nothing else through if it were not, and the content security policy if that were not.
 */
final class HtmlPage {
    private static final String STYLE =
            """
            body{max-width:50rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif;color:#222}
            h1,h2,h3{line-height:1.2}h2{border-bottom:1px solid #ddd;margin-top:2rem}
            pre,code{background:#f4f4f4}pre{padding:.5rem;overflow-x:auto;white-space:pre-wrap}
            table{border-collapse:collapse}td,th{border:1px solid #bbb;padding:.2rem .5rem}
            li.start{border-left:.3rem solid #c00;padding-left:.5rem}li.start>p:first-child{color:#c00}
            li.resolution{border-left:.3rem solid #070;padding-left:.5rem}li.resolution>p:first-child{color:#070}
            @media print{body{margin:0;max-width:none}li,h2{break-inside:avoid;break-after:auto}}
            """;

    /** Goes with the page, as the header of this name. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-popups";

    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements(
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
                    "td")
            .allowUrlProtocols("http", "https")
            .allowAttributes("href")
            .onElements("a")
            .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
            .allowAttributes("class")
            .matching(false, "start", "resolution")
            .onElements("li")
            .allowAttributes("start")
            .matching(value -> value.matches("[0-9]{1,9}"))
            .onElements("ol")
            .toFactory();

    private HtmlPage() {}

    static String of(Tree tree, String title) {
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(UntrustedMarkdown.EXTENSIONS)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .percentEncodeUrls(true)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    String name = tree.classOf(node);
                    if (name != null && tag.equals("li")) {
                        attributes.put("class", name);
                    }
                })
                .build();
        return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>"
                + HtmlUtils.htmlEscape(title)
                + "</title>\n<style>" + STYLE + "</style>\n</head>\n<body>\n"
                + ALLOWED.sanitize(renderer.render(tree.root())) + "\n</body>\n</html>\n";
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JVM has SHA-256", impossible);
        }
    }
}
