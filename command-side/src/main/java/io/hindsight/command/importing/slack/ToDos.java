package io.hindsight.command.importing.slack;

import io.hindsight.command.decision.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what somebody wants done in what they wrote. Rather too little than too much, each suggestion is read by somebody:
 *
 * <ul>
 *   <li>what follows {@code TODO}, {@code action item}, {@code action}, {@code follow-up} or {@code next step} and a colon; a list
 *       there, numbered {@code (1) … (2) …} or with semicolons, is one each, and so is one on the lines below, but for what is
 *       ticked;
 *   <li>the lines of an open checkbox, {@code [ ]} or ☐;
 *   <li>a sentence with "we should", "we need to", "we must", "someone should", "needs a ticket" or "for the postmortem". A question
 *       is none.
 * </ul>
 */
final class ToDos {
    private static final String HEADING =
            "(?i)^[\\s*_>•#-]*+(?:to-?dos?|action items?|actions?(?: so far)?|follow[- ]?ups?|next steps?)[*_]*+\\s*+";
    private static final Pattern HEADED = Pattern.compile(HEADING + ":[*_]*+\\s*+(\\S.*)$");
    private static final Pattern HEADING_ALONE = Pattern.compile(HEADING + "(?::[*_]*+\\s*+)?$");
    private static final Pattern LISTED = Pattern.compile("^\\s*(?:[•◦▪*+-]|\\d{1,2}[.)])\\s+(\\S.*)$");
    private static final Pattern TICKED = Pattern.compile("(?i)^(?:\\[x]|☑|✅).*$");
    private static final Pattern CHECKBOX = Pattern.compile("^[\\s*•-]*(?:\\[ ?]|☐)\\s*(\\S.*)$");
    private static final Pattern WISH = Pattern.compile(
            "(?i)\\b(?:we (?:should|need to|must)|(?:someone|somebody) (?:should|needs to)|needs a ticket|for the postmortem)\\b");
    private static final Pattern NUMBER = Pattern.compile("\\s*\\(\\d{1,2}\\)\\s*");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+");

    private ToDos() {}

    /** Each in a line, in the order of the text. */
    static List<String> in(String text) {
        List<String> found = new ArrayList<>();
        boolean underHeading = false;
        for (String line : text.lines().filter(one -> !one.isBlank()).toList()) {
            Matcher headed = HEADED.matcher(line);
            Matcher checkbox = CHECKBOX.matcher(line);
            Matcher listed = LISTED.matcher(line);
            underHeading = HEADING_ALONE.matcher(line).matches() || underHeading && listed.matches();
            if (headed.matches()) {
                found.addAll(list(headed.group(1)));
            } else if (checkbox.matches()) {
                found.add(Limits.line(checkbox.group(1)));
            } else if (underHeading && listed.matches()) {
                if (!TICKED.matcher(listed.group(1)).matches()) {
                    found.add(Limits.line(listed.group(1)));
                }
            } else {
                SENTENCE_END
                        .splitAsStream(line)
                        .filter(sentence -> WISH.matcher(sentence).find() && !sentence.endsWith("?"))
                        .map(Limits::line)
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static List<String> list(String items) {
        Pattern between = NUMBER.matcher(items).lookingAt() ? NUMBER : Pattern.compile(";");
        return between.splitAsStream(items)
                .map(item -> item.strip().replaceAll("[;,]$", ""))
                .filter(item -> !item.isBlank())
                .map(Limits::line)
                .toList();
    }
}
