package io.hindsight.query.reminders;

import io.hindsight.query.obligations.ObligationRow;
import io.hindsight.words.ObligationKind;
import java.time.Instant;
import java.util.Objects;

/**
 * What is to be reminded of, told by facts alone: the same reminder whoever finds it, and how often. An obligation that is
 * moved, or passes to somebody else, has others.
 *
 * @param subject the id of the action item; null for what a postmortem owes once
 * @param assignee null where nobody has it
 */
public record Reminder(
        String postmortemId, ObligationKind kind, String subject, Instant dueAt, String assignee, Stage stage) {

    /** The reminder of an obligation at a stage. */
    public static Reminder of(ObligationRow owed, Stage stage) {
        return new Reminder(owed.postmortemId(), owed.kind(), owed.subject(), owed.dueAt(), owed.assignee(), stage);
    }

    /** All of it in one text. */
    String key() {
        return String.join(" ", postmortemId, kind.toString(), subject, dueAt.toString(), assignee, stage.toString());
    }

    /** Whether the obligation, as it is now, is still the one to be reminded of. */
    public boolean stillOf(ObligationRow owed) {
        return owed.open() && owed.dueAt().equals(dueAt) && Objects.equals(owed.assignee(), assignee);
    }
}
