package io.hindsight.command.decision;

import io.hindsight.words.GentlerPhrase;
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
 * @param postMessageBusinessDays business days after the review to post the external message in (rule
 *     {@code status.closed}): 1
 * @param blamingWords what a blame-free text does not say (rule {@code wording.blameless})
 * @param outageWords what an external message does not say unless everything was down (rule {@code wording.outage})
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
        Integer postMessageBusinessDays,
        List<GentlerPhrase> blamingWords,
        List<GentlerPhrase> outageWords,
        Map<Rule, Rule.Handling> handling) {

    private static final List<GentlerPhrase> BLAMING_WORDS = List.of(
            new GentlerPhrase("should have", "what would have made it easy to"),
            new GentlerPhrase("shouldn't have", "what made it look right to"),
            new GentlerPhrase("could have known", "what was known at the time"),
            new GentlerPhrase("human error", "what made the slip possible"),
            new GentlerPhrase("user error", "what the interface led users to do"),
            new GentlerPhrase("operator error", "what the tools led the operator to do"),
            new GentlerPhrase("careless", "without a check that would have caught it"),
            new GentlerPhrase("carelessly", "without a check that would have caught it"),
            new GentlerPhrase("negligent", "without a reminder or a check"),
            new GentlerPhrase("negligence", "a missing reminder or check"),
            new GentlerPhrase("incompetent", "not yet trained for it"),
            new GentlerPhrase("to blame", "among what contributed"),
            new GentlerPhrase("stupid", "surprising in hindsight"),
            new GentlerPhrase("stupidly", "for reasons that made sense then"));

    private static final List<GentlerPhrase> OUTAGE_WORDS = List.of(
            new GentlerPhrase("outage", "incident or service degradation"),
            new GentlerPhrase("outages", "incidents or service degradations"));

    public static final Policy DEFAULT =
            new Policy(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

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
        postMessageBusinessDays = Objects.requireNonNullElse(postMessageBusinessDays, 1);
        blamingWords = Objects.requireNonNullElse(blamingWords, BLAMING_WORDS);
        outageWords = Objects.requireNonNullElse(outageWords, OUTAGE_WORDS);
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
