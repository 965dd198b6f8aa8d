package io.hindsight.command.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The items of a text that is one Markdown list and nothing else. */
final class MarkdownList {
    private static final Pattern ITEM = Pattern.compile("(?<marker>[-*+]|\\d{1,9}(?<end>[.)]))[ \\t]+(?<text>\\S.*)");

    private MarkdownList() {}

    /**
     * Each item without its marker; what is indented below an item, a nested list for one, stays with it. A text that is
     * anything but one list, with an introduction or with markers of two kinds, is one item as it is: where its points begin
     * and end would be a guess.
     */
    static List<String> items(String text) {
        List<StringBuilder> items = new ArrayList<>();
        String kind = null;
        for (String line : text.split("\\R")) {
            Matcher item = ITEM.matcher(line);
            if (item.matches()) {
                String its = item.group("end") == null ? item.group("marker") : item.group("end");
                if (kind != null && !kind.equals(its)) {
                    return List.of(text);
                }
                kind = its;
                items.add(new StringBuilder(item.group("text")));
            } else if (!items.isEmpty() && belongsAbove(line)) {
                items.get(items.size() - 1).append('\n').append(line);
            } else if (!line.isBlank()) {
                return List.of(text);
            }
        }
        return items.isEmpty()
                ? List.of(text)
                : items.stream().map(item -> item.toString().stripTrailing()).toList();
    }

    private static boolean belongsAbove(String line) {
        return line.isBlank() || Character.isWhitespace(line.charAt(0));
    }
}
