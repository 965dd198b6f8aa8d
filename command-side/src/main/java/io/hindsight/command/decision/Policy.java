package io.hindsight.command.decision;

import io.hindsight.words.Priority;
import io.hindsight.words.Severity;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The values of the rules; what is not given has the default of the process documents. Settings {@code hindsight.policy.*}.
 *
 * @param zone the zone of local days, UTC
 * @param holidays days that are no business days beside Saturdays and Sundays: none
 * @param requiredFor severities that need a postmortem (rule {@code postmortem.required}): SEV-1 and SEV-2
 * @param unownedFor how long a postmortem may have no owner (rule {@code owner.single}): one hour
 * @param meetingCalendarDays severities whose meeting is due in calendar days (rule {@code meeting.deadline}): SEV-1 in 3
 * @param meetingBusinessDays business days until the meeting for the other severities: 5
 * @param scheduleBusinessDays business days to schedule the meeting in (rule {@code meeting.scheduled-first}): 1
 * @param longMeeting a meeting longer than this warns (rule {@code meeting.length}): one hour
 * @param sharedBefore how long before the meeting to share for review (rule {@code review.shared-before-meeting}): 24 hours
 * @param quorum how many different people have to review, the owner among them (rule {@code review.quorum}): 3
 * @param dueDays days to finish an action item in unless a day is given (rule {@code action-item.ticket}): P0 15, P1 30
 * @param manyActionItems more action items than this warn (rule {@code action-item.priority}): 10
 * @param blamingWords what a blame-free text does not say, in lower case (rule {@code wording.blameless})
 * @param handling rules that warn or refuse other than by default
 */
public record Policy(
        ZoneId zone,
        Set<LocalDate> holidays,
        Set<Severity> requiredFor,
        Duration unownedFor,
        Map<Severity, Integer> meetingCalendarDays,
        Integer meetingBusinessDays,
        Integer scheduleBusinessDays,
        Duration longMeeting,
        Duration sharedBefore,
        Integer quorum,
        Map<Priority, Integer> dueDays,
        Integer manyActionItems,
        List<String> blamingWords,
        Map<Rule, Rule.Handling> handling) {

    private static final List<String> BLAMING_WORDS = List.of(
            "should have",
            "shouldn't have",
            "could have known",
            "human error",
            "user error",
            "operator error",
            "careless",
            "carelessly",
            "negligent",
            "negligence",
            "incompetent",
            "to blame",
            "stupid",
            "stupidly");

    public static final Policy DEFAULT =
            new Policy(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    public Policy {
        zone = Objects.requireNonNullElse(zone, ZoneOffset.UTC);
        holidays = Objects.requireNonNullElse(holidays, Set.of());
        requiredFor = Objects.requireNonNullElse(requiredFor, Set.of(Severity.SEV_1, Severity.SEV_2));
        unownedFor = Objects.requireNonNullElse(unownedFor, Duration.ofHours(1));
        meetingCalendarDays = Objects.requireNonNullElse(meetingCalendarDays, Map.of(Severity.SEV_1, 3));
        meetingBusinessDays = Objects.requireNonNullElse(meetingBusinessDays, 5);
        scheduleBusinessDays = Objects.requireNonNullElse(scheduleBusinessDays, 1);
        longMeeting = Objects.requireNonNullElse(longMeeting, Duration.ofHours(1));
        sharedBefore = Objects.requireNonNullElse(sharedBefore, Duration.ofHours(24));
        quorum = Objects.requireNonNullElse(quorum, 3);
        dueDays = Objects.requireNonNullElse(dueDays, Map.of(Priority.P0, 15, Priority.P1, 30));
        manyActionItems = Objects.requireNonNullElse(manyActionItems, 10);
        blamingWords = Objects.requireNonNullElse(blamingWords, BLAMING_WORDS);
        handling = Objects.requireNonNullElse(handling, Map.of());
    }

    public Rule.Handling handlingOf(Rule rule) {
        return handling.getOrDefault(rule, rule.byDefault());
    }

    public boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }

    /** An incident whose severity is not known (null) requires none yet. */
    public boolean requires(Severity severity) {
        return severity != null && requiredFor.contains(severity);
    }
}
