package io.hindsight.query.reminders;

import io.hindsight.http.Caller;
import io.hindsight.http.Roles;
import io.hindsight.query.obligations.ObligationRow;
import io.hindsight.query.obligations.Obligations;
import io.hindsight.query.projection.CurrentViews;
import io.hindsight.query.visibility.View;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is owed now, as it may be told to somebody. */
public final class Owed {
    private final CurrentViews views;
    private final ReminderTimes times;

    Owed(CurrentViews views, ReminderTimes times) {
        this.views = views;
        this.times = times;
    }

    /** One who sees what everybody may see, and what names this person. */
    public static Caller person(String name) {
        return new Caller(name, Set.of(Roles.READER));
    }

    /** One who sees what everybody may see. */
    public static Caller everybody() {
        return person("");
    }

    /** One who sees restricted postmortems too. */
    public static Caller all() {
        return new Caller("", Set.of(Roles.ADMINISTRATOR));
    }

    /** What is open and near its deadline; nothing while the view is behind. */
    public List<ObligationRow> nearDeadline(Caller reader, Instant now) {
        return view(reader)
                .map(view -> Obligations.dueBetween(view, times.earliestDeadline(now), times.latestDeadline(now)))
                .orElse(List.of());
    }

    /** The stage that it is at, if it is to be reminded of now. */
    public Optional<Stage> stageAt(ObligationRow row, Instant now) {
        return times.stageAt(row.dueAt(), now);
    }

    /** Whether its deadline passed too long ago to remind of it. */
    public boolean isTooLate(ObligationRow row, Instant now) {
        return times.tooLate(row.dueAt(), now);
    }

    /** The stage at which the day's digest tells of it, if it is news to those who were not told. */
    public Optional<Stage> digestStageAt(ObligationRow row, Instant now) {
        return times.digestStageAt(row.dueAt(), now);
    }

    /** Whether the day's digest may go out. */
    public boolean isDigestTime(Instant now) {
        return times.isDigestTime(now);
    }

    /** The day that it is. */
    public LocalDate day(Instant now) {
        return times.day(now);
    }

    /**
     * What is overdue, and what is due or due soon before the next digest.
     *
     * @throws Unsent while the view is behind
     */
    public List<ObligationRow> forDigest(Caller reader, Instant now) throws Unsent {
        return Obligations.dueBetween(current(reader), Instant.EPOCH, times.endOfDigest(now));
    }

    /**
     * The obligation of a reminder, if it is still the one to be reminded of and the reader may know of it.
     *
     * @throws Unsent while the view is behind
     */
    public Optional<ObligationRow> still(Reminder reminder, Caller reader) throws Unsent {
        return Obligations.find(current(reader), reminder.postmortemId(), reminder.kind(), reminder.subject())
                .filter(reminder::stillOf);
    }

    private View current(Caller reader) throws Unsent {
        return view(reader).orElseThrow(() -> Unsent.refused("The read model is behind."));
    }

    private Optional<View> view(Caller reader) {
        return views.of(Obligations.NAME, reader);
    }
}
