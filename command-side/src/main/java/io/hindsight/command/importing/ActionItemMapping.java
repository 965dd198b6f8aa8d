package io.hindsight.command.importing;

import io.hindsight.events.ActionItemEvent;
import io.hindsight.events.ActionItemEvent.ActionItemAdded;
import io.hindsight.events.ActionItemEvent.ActionItemCompleted;
import io.hindsight.words.Priority;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The action items of a record; no record says of what kind they are, and the kind stays open. */
final class ActionItemMapping {
    private static final Pattern PRIORITY = Pattern.compile("(?i)p([0-4])");

    private ActionItemMapping() {}

    static List<ActionItemEvent> map(SourceObject record) {
        List<ActionItemEvent> events = new ArrayList<>();
        int number = 0;
        for (SourceObject item : record.objects("actionItems")) {
            String title = item.take("text");
            if (title != null) {
                number++;
                events.add(item("a" + number, title, item));
                if (isDone(item)) {
                    events.add(new ActionItemCompleted("a" + number));
                }
            }
        }
        return events;
    }

    private static ActionItemAdded item(String id, String title, SourceObject item) {
        return new ActionItemAdded(
                id,
                title,
                null,
                priority(item),
                item.takeName("owner"),
                dueOn(item),
                item.takeWebUrl("link"),
                List.of(),
                List.of());
    }

    private static Priority priority(SourceObject item) {
        String text = item.text("priority");
        if (text == null) {
            return null;
        }
        Matcher matcher = PRIORITY.matcher(text.strip());
        if (!matcher.matches()) {
            item.report("priority", "This is none of " + List.of(Priority.values()));
            return null;
        }
        item.take("priority");
        return Priority.valueOf("P" + matcher.group(1));
    }

    private static LocalDate dueOn(SourceObject item) {
        String text = item.text("due");
        if (text == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            SourceTimes.requireYear(day);
            item.take("due");
            return day;
        } catch (DateTimeException notUnderstood) {
            item.report("due", "This is not a day such as 2026-03-01");
            return null;
        }
    }

    private static boolean isDone(SourceObject item) {
        String status = item.text("status");
        if (status == null || status.strip().toLowerCase(Locale.ROOT).equals("open")) {
            return false;
        }
        if (!status.strip().toLowerCase(Locale.ROOT).equals("done")) {
            item.report("status", "This is neither open nor done; the item stays open");
            return false;
        }
        item.take("status");
        return true;
    }
}
