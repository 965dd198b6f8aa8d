package io.hindsight.events;

import io.hindsight.words.DueDays;
import io.hindsight.words.GentlerPhrase;
import io.hindsight.words.Handling;
import io.hindsight.words.HolidayCalendar;
import io.hindsight.words.ImpactFigure;
import io.hindsight.words.MeetingDeadline;
import io.hindsight.words.Severity;
import io.hindsight.words.Weekday;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A change of the process policy, in the one history that it has ({@link #POLICY_ID}). What no event has changed is as the
 * application has it by default. An event holds the whole of what it changes, so that each reads by itself.
 */
public sealed interface PolicyEvent {

    /** The id under which the events of the policy are stored; no postmortem can have it. */
    String POLICY_ID = "policy:process";

    /** The records of every event there is, in the order of their names. */
    static List<Class<? extends PolicyEvent>> types() {
        return Arrays.stream(PolicyEvent.class.getPermittedSubclasses())
                .<Class<? extends PolicyEvent>>map(type -> type.asSubclass(PolicyEvent.class))
                .sorted(Comparator.comparing(Class::getSimpleName))
                .toList();
    }

    /**
     * A rule warns or refuses from now on.
     *
     * @param rule the rule's name in the policy: its id, or the one of an aspect of it
     */
    @StoredAs("policy-rule-handling-changed")
    record RuleHandlingChanged(String rule, Handling handling) implements PolicyEvent {}

    /** Incidents of these severities need a postmortem, and of no others (rule {@code postmortem.required}). */
    @StoredAs("policy-required-severities-changed")
    record RequiredSeveritiesChanged(List<Severity> severities) implements PolicyEvent {
        public RequiredSeveritiesChanged {
            severities = severities == null ? List.of() : List.copyOf(severities);
        }
    }

    /** A postmortem may be without an owner for this long (rule {@code owner.single}). */
    @StoredAs("policy-owner-deadline-changed")
    record OwnerDeadlineChanged(Duration unownedFor) implements PolicyEvent {}

    /** Meetings are held within these days (rule {@code meeting.deadline}); what is not named has no deadline of its own. */
    @StoredAs("policy-meeting-deadlines-changed")
    record MeetingDeadlinesChanged(List<MeetingDeadline> deadlines) implements PolicyEvent {
        public MeetingDeadlinesChanged {
            deadlines = deadlines == null ? List.of() : List.copyOf(deadlines);
        }
    }

    /** Meetings are scheduled within these business days of the opening (rule {@code meeting.scheduled-first}). */
    @StoredAs("policy-scheduling-deadline-changed")
    record SchedulingDeadlineChanged(int businessDays) implements PolicyEvent {}

    /** A meeting longer than this is a long one (rule {@code meeting.length}). */
    @StoredAs("policy-meeting-length-changed")
    record MeetingLengthChanged(Duration longMeeting) implements PolicyEvent {}

    /** Documents are shared this long before the meeting (rule {@code review.shared-before-meeting}). */
    @StoredAs("policy-sharing-deadline-changed")
    record SharingDeadlineChanged(Duration sharedBefore) implements PolicyEvent {}

    /** So many different people have to review (rule {@code review.quorum}). */
    @StoredAs("policy-quorum-changed")
    record QuorumChanged(int quorum) implements PolicyEvent {}

    /** External messages are posted within these business days of the review (rule {@code status.closed}). */
    @StoredAs("policy-posting-deadline-changed")
    record PostingDeadlineChanged(int businessDays) implements PolicyEvent {}

    /** More action items than this are many (rule {@code action-item.priority}). */
    @StoredAs("policy-action-item-limit-changed")
    record ActionItemLimitChanged(int most) implements PolicyEvent {}

    /** Action items of these priorities get a day to be done by, those of others do not (rule {@code action-item.ticket}). */
    @StoredAs("policy-due-days-changed")
    record DueDaysChanged(List<DueDays> dueDays) implements PolicyEvent {
        public DueDaysChanged {
            dueDays = dueDays == null ? List.of() : List.copyOf(dueDays);
        }
    }

    /**
     * Local days are those of this zone.
     *
     * @param zone as the time zone database calls it: {@code Europe/Berlin}
     */
    @StoredAs("policy-zone-changed")
    record ZoneChanged(String zone) implements PolicyEvent {}

    /** People work on these days of the week. */
    @StoredAs("policy-working-days-changed")
    record WorkingDaysChanged(List<Weekday> days) implements PolicyEvent {
        public WorkingDaysChanged {
            days = days == null ? List.of() : List.copyOf(days);
        }
    }

    /** Nobody works on the public holidays of these countries, nor on these days. */
    @StoredAs("policy-holidays-changed")
    record HolidaysChanged(List<HolidayCalendar> calendars, List<LocalDate> days) implements PolicyEvent {
        public HolidaysChanged {
            calendars = calendars == null ? List.of() : List.copyOf(calendars);
            days = days == null ? List.of() : List.copyOf(days);
        }
    }

    /** A blame-free text does without these words (rule {@code wording.blameless}). */
    @StoredAs("policy-blaming-words-changed")
    record BlamingWordsChanged(List<GentlerPhrase> words) implements PolicyEvent {
        public BlamingWordsChanged {
            words = words == null ? List.of() : List.copyOf(words);
        }
    }

    /** An external message does without these words (rule {@code wording.outage}). */
    @StoredAs("policy-outage-words-changed")
    record OutageWordsChanged(List<GentlerPhrase> words) implements PolicyEvent {
        public OutageWordsChanged {
            words = words == null ? List.of() : List.copyOf(words);
        }
    }

    /** The contributing factors go by this heading (rule {@code factors.many}). */
    @StoredAs("policy-factors-label-changed")
    record FactorsLabelChanged(String label) implements PolicyEvent {
        /** The heading where nobody has changed it. */
        public static final String DEFAULT = "Contributing factors";
    }

    /** The impact is measured by these figures too (rule {@code impact.figures}). */
    @StoredAs("policy-impact-figures-changed")
    record ImpactFiguresChanged(List<ImpactFigure> figures) implements PolicyEvent {
        public ImpactFiguresChanged {
            figures = figures == null ? List.of() : List.copyOf(figures);
        }
    }

    /**
     * Whoever writes a section is told that this belongs there.
     *
     * @param section its name in the policy, {@code what-happened}
     */
    @StoredAs("policy-section-prompt-changed")
    record SectionPromptChanged(String section, String prompt) implements PolicyEvent {}
}
