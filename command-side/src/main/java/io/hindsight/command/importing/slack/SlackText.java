package io.hindsight.command.importing.slack;

import io.hindsight.command.decision.Limits;
import io.hindsight.words.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody wrote, as people read it: {@code <@U1>} as the name, {@code <https://…|label>} as the label with its link beside the
 * text, and the three characters that Slack escapes as themselves. Its marks for bold, lists and code stay.
 *
 * @param text may be empty
 * @param links the pages it links to
 */
record SlackText(String text, List<Evidence> links) {
    private static final Pattern REFERENCE = Pattern.compile("<([@#!]?)([^<>|]*)(?:\\|([^<>]*))?>");
    private static final Pattern WEB_URL = Pattern.compile(Limits.WEB_URL);

    /**
     * @param people the shown names by their ids
     * @param channels the names by their ids
     */
    static SlackText of(String written, Map<String, String> people, Map<String, String> channels) {
        if (written == null) {
            return new SlackText("", List.of());
        }
        List<Evidence> links = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Matcher references = REFERENCE.matcher(written);
        int end = 0;
        while (references.find()) {
            text.append(plain(written.substring(end, references.start())));
            text.append(readable(references.toMatchResult(), people, channels, links));
            end = references.end();
        }
        text.append(plain(written.substring(end)));
        return new SlackText(text.toString().strip(), links);
    }

    /** The page as evidence; null where it is none. */
    static Evidence page(String url, String label) {
        return url != null && url.length() <= Limits.URL && WEB_URL.matcher(url).matches()
                ? new Evidence(url, label == null ? null : Limits.line(label), null)
                : null;
    }

    private static String readable(
            MatchResult reference, Map<String, String> people, Map<String, String> channels, List<Evidence> links) {
        String target = plain(reference.group(2));
        String label = reference.group(3) == null || reference.group(3).isBlank() ? null : plain(reference.group(3));
        return switch (reference.group(1)) {
            case "@" -> "@" + people.getOrDefault(target, or(label, target));
            case "#" -> "#" + channels.getOrDefault(target, or(label, target));
            case "!" -> special(target, label);
            default -> link(target, label, links);
        };
    }

    /** {@code <!here>}, {@code <!subteam^S1|@oncall>}, {@code <!date^1392734382^{date}|18 February>}. */
    private static String special(String target, String label) {
        if (label != null) {
            return label;
        }
        int caret = target.indexOf('^');
        return "@" + (caret < 0 ? target : target.substring(0, caret));
    }

    private static String link(String target, String label, List<Evidence> links) {
        Evidence page = page(target, label);
        if (page != null) {
            links.add(page);
        }
        return or(label, target);
    }

    private static String or(String label, String target) {
        return label == null ? target : label;
    }

    /** The ampersand last: {@code &amp;lt;} is what somebody wrote as {@code &lt;}. */
    private static String plain(String escaped) {
        return escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
