package io.hindsight.command.decision;

import io.hindsight.words.DayKind;
import io.hindsight.words.GentlerPhrase;
import io.hindsight.words.Handling;
import io.hindsight.words.HolidayCalendar;
import io.hindsight.words.ImpactFigure;
import io.hindsight.words.Priority;
import io.hindsight.words.Severity;
import io.hindsight.words.Weekday;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The values of the rules. {@link DefaultPolicy} is what the process documents say; every change of it is an event, and a
 * value that no event has changed is that of the default.
 *
 * @param zone the zone of local days
 * @param workingDays the days of the week that can be business days
 * @param holidayCalendars whose public holidays are no business days
 * @param holidays single days that are no business days either
 * @param requiredFor severities that need a postmortem (rule {@code postmortem.required})
 * @param unownedFor how long a postmortem may have no owner (rule {@code owner.single})
 * @param meetingWithin within how many days of the incident its meeting is held (rule {@code meeting.deadline})
 * @param otherMeetingsWithin the same for every severity that is not among them, and where it is not known
 * @param scheduleBusinessDays business days to schedule the meeting in (rule {@code meeting.scheduled-first})
 * @param longMeeting a meeting longer than this warns (rule {@code meeting.length})
 * @param sharedBefore how long before the meeting to share for review (rule {@code review.shared-before-meeting})
 * @param quorum how many different people have to review, the owner among them (rule {@code review.quorum})
 * @param dueDays days to finish an action item in unless a day is given (rule {@code action-item.ticket})
 * @param manyActionItems more action items than this warn (rule {@code action-item.priority})
 * @param postMessageBusinessDays business days after the review to post the external message in (rule
 *     {@code status.closed})
 * @param blamingWords what a blame-free text does not say (rule {@code wording.blameless})
 * @param outageWords what an external message does not say unless everything was down (rule {@code wording.outage})
 * @param factorsLabel the heading of the contributing factors (rule {@code factors.many})
 * @param impactFigures figures of the impact beside those that everybody has (rule {@code impact.figures})
 * @param prompts what belongs in a section, by the section's name ({@link Prompts})
 * @param handling rules that warn or refuse other than by default
 */
public record Policy(
        ZoneId zone,
        Set<Weekday> workingDays,
        List<HolidayCalendar> holidayCalendars,
        Set<LocalDate> holidays,
        Set<Severity> requiredFor,
        Duration unownedFor,
        Map<Severity, Days> meetingWithin,
        Days otherMeetingsWithin,
        int scheduleBusinessDays,
        Duration longMeeting,
        Duration sharedBefore,
        int quorum,
        Map<Priority, Integer> dueDays,
        int manyActionItems,
        int postMessageBusinessDays,
        List<GentlerPhrase> blamingWords,
        List<GentlerPhrase> outageWords,
        String factorsLabel,
        List<ImpactFigure> impactFigures,
        Map<String, String> prompts,
        Map<Rule, Handling> handling) {

    /** What the process documents say; where they say nothing, what is sensible. */
    public static final Policy DEFAULT = DefaultPolicy.values();

    /** So many days of a kind. */
    public record Days(int days, DayKind counted) {}

    public Handling handlingOf(Rule rule) {
        return handling.getOrDefault(rule, rule.byDefault());
    }

    /** Within how many days the meeting is held; an incident whose severity is not known (null) is one of the others. */
    public Days meetingWithin(Severity severity) {
        return severity == null ? otherMeetingsWithin : meetingWithin.getOrDefault(severity, otherMeetingsWithin);
    }

    /** An incident whose severity is not known (null) requires none yet. */
    public boolean requires(Severity severity) {
        return severity != null && requiredFor.contains(severity);
    }

    /** This policy but for what is changed. */
    public Policy with(Consumer<PolicyEdit> change) {
        PolicyEdit edit = new PolicyEdit(this);
        change.accept(edit);
        return edit.done();
    }
}
