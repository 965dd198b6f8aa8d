package io.hindsight.query.reminders.mail;

import io.hindsight.query.obligations.ObligationRow;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What a person owes, in plain text, the most overdue first.
 *
 * @param owed in the order in which it is due
 * @param publicUrl the address of this installation; empty where it is not set
 */
record Digest(List<ObligationRow> owed, Instant now, ZoneId zone, String publicUrl) {
    /** What comes after them is counted. */
    private static final int MOST = 50;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm zzz", Locale.ENGLISH);

    String subject() {
        long overdue = overdue().size();
        String due = "%d due soon".formatted(owed.size() - overdue);
        if (overdue == 0) {
            return "Postmortems: " + due;
        }
        return "Postmortems: %d overdue".formatted(overdue) + (owed.size() == overdue ? "" : ", " + due);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        section(text, "Overdue", overdue());
        section(text, "Due soon", owed.subList(overdue().size(), owed.size()));
        if (!publicUrl.isEmpty()) {
            text.append("All that you owe: ").append(publicUrl).append("/api/me\n");
        }
        return text.toString();
    }

    private List<ObligationRow> overdue() {
        return owed.stream().filter(row -> !now.isBefore(row.dueAt())).toList();
    }

    private void section(StringBuilder text, String title, List<ObligationRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        text.append(title).append("\n\n");
        for (ObligationRow row : rows.subList(0, Math.min(rows.size(), MOST))) {
            text.append("- %s: %s (%s)%n"
                    .formatted(
                            inWords(row),
                            line(row.title()),
                            TIME.format(row.dueAt().atZone(zone))));
            if (!publicUrl.isEmpty()) {
                text.append("  %s/api/postmortems/%s%n".formatted(publicUrl, row.postmortemId()));
            }
        }
        if (rows.size() > MOST) {
            text.append("- and %d more%n".formatted(rows.size() - MOST));
        }
        text.append("\n");
    }

    /** What was recorded before titles had to be one line may pass for several. */
    private static String line(String title) {
        return title.replaceAll("[\\s\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
    }

    private static String inWords(ObligationRow row) {
        return switch (row.kind()) {
            case OWN -> "Find an owner";
            case SCHEDULE_MEETING -> "Schedule the meeting";
            case HOLD_MEETING -> "Hold the meeting";
            case SHARE_FOR_REVIEW -> "Share it for review";
            case REVIEW -> "Finish the review";
            case POST_EXTERNAL_MESSAGE -> "Post the external message";
            case ACTION_ITEM -> "Finish action item " + row.subject();
        };
    }
}
