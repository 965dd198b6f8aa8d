package io.hindsight.command.web;

import io.hindsight.http.Problem;
import io.hindsight.http.Violation;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What is said of a command's name that there is none of. */
final class CommandNames {
    /** Whatever else is no slip of the finger, and nothing to repeat. */
    private static final Pattern NAME_LIKE = Pattern.compile("[A-Za-z0-9_-]{1,60}");

    private static final int MOST_NAMED = 3;

    private CommandNames() {}

    /**
     * 404 {@code command-unknown}, with those that it may have been meant to be.
     *
     * @param field where the name stands in the request
     */
    static Problem unknown(String name, Collection<String> known, String field) {
        String message = NAME_LIKE.matcher(name).matches() ? "There is no command " + name : "There is no such command";
        List<String> nearest = nearest(name, known);
        message += nearest.isEmpty() ? "." : "; is it " + String.join(" or ", nearest) + "?";
        return new Problem(404, "command-unknown", message + " All commands are listed at /api/openapi.")
                .violation(Violation.ofField(field, message));
    }

    /** The nearest first, and those that are as good as that: a letter in three may be another one. */
    private static List<String> nearest(String name, Collection<String> known) {
        if (!NAME_LIKE.matcher(name).matches()) {
            return List.of();
        }
        LevenshteinDistance within = new LevenshteinDistance(Math.max(1, name.length() / 3));
        Map<String, Integer> near = new TreeMap<>();
        for (String each : known) {
            int distance = within.apply(name, each);
            if (distance >= 0) {
                near.put(each, distance);
            }
        }
        int best = near.values().stream().min(Comparator.naturalOrder()).orElse(0);
        return near.entrySet().stream()
                .filter(each -> each.getValue() <= best + 1)
                .sorted(Map.Entry.comparingByValue())
                .limit(MOST_NAMED)
                .map(Map.Entry::getKey)
                .toList();
    }
}
