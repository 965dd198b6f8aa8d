package io.hindsight.command.policy;

import io.hindsight.command.deadline.PublicHolidays;
import io.hindsight.command.decision.Limits;
import io.hindsight.command.decision.Prompts;
import io.hindsight.command.decision.Rule;
import io.hindsight.events.PolicyEvent;
import io.hindsight.words.DayKind;
import io.hindsight.words.DueDays;
import io.hindsight.words.GentlerPhrase;
import io.hindsight.words.Handling;
import io.hindsight.words.HolidayCalendar;
import io.hindsight.words.ImpactFigure;
import io.hindsight.words.ImpactFigures;
import io.hindsight.words.MeetingDeadline;
import io.hindsight.words.Priority;
import io.hindsight.words.Severity;
import io.hindsight.words.Weekday;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * What an administrator can change of the policy. Each says the whole of what it changes, so that giving it twice changes
 * nothing more; a list that is empty says that there is none.
 */
public sealed interface PolicyCommand {
    /** No deadline of the process is further away, in days. */
    int MOST_DAYS = 366;

    /** What happened, if it changes anything. */
    PolicyEvent event();

    /** What is wrong with it that its types do not say, by field: a malformed request. */
    default Map<String, String> malformed() {
        return Map.of();
    }

    /**
     * A rule warns or refuses.
     *
     * @param rule its name in the policy, as {@code GET /api/policy} lists them
     */
    record ChangeRule(@NotNull @Size(max = Limits.NAME) String rule, @NotNull Handling handling)
            implements PolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.RuleHandlingChanged(rule, handling);
        }

        @Override
        public Map<String, String> malformed() {
            return Rule.ofSetting(rule).isPresent()
                    ? Map.of()
                    : Map.of(
                            "rule",
                            "There is no such rule; there are "
                                    + Arrays.stream(Rule.values())
                                            .map(Rule::setting)
                                            .collect(Collectors.joining(", ")));
        }
    }

    /** These severities need a postmortem; what was needed before stays needed. */
    record ChangeRequiredSeverities(@NotNull List<@NotNull Severity> severities) implements PolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.RequiredSeveritiesChanged(
                    severities.stream().distinct().sorted().toList());
        }
    }

    /** A postmortem may be without an owner for so long. */
    record ChangeOwnerDeadline(@NotNull @DurationMin @DurationMax(days = MOST_DAYS) Duration unownedFor)
            implements PolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.OwnerDeadlineChanged(unownedFor);
        }
    }

    /**
     * Within how many days the meeting is held, by severity.
     *
     * @param deadlines one without a severity is for all that are not named, and has to be there
     */
    record ChangeMeetingDeadlines(@NotEmpty List<@NotNull @Valid MeetingDeadlineGiven> deadlines)
            implements PolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.MeetingDeadlinesChanged(deadlines.stream()
                    .map(given -> new MeetingDeadline(given.severity(), given.days(), given.counted()))
                    .toList());
        }

        @Override
        public Map<String, String> malformed() {
            return deadlines.stream().noneMatch(given -> given.severity() == null)
                    ? Map.of("deadlines", "One without a severity says what holds for all others")
                    : once("deadlines", "severity", deadlines, MeetingDeadlineGiven::severity);
        }
    }

    /** One of the deadlines of meetings. */
    record MeetingDeadlineGiven(
            Severity severity, @NotNull @Min(0) @Max(MOST_DAYS) Integer days, @NotNull DayKind counted) {}

    /** Business days to schedule the meeting in. */
    record ChangeSchedulingDeadline(@NotNull @Min(0) @Max(MOST_DAYS) Integer businessDays) implements PolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.SchedulingDeadlineChanged(businessDays);
        }
    }

    /** A meeting longer than this warns. */
    record ChangeMeetingLength(@NotNull @DurationMin @DurationMax(days = 1) Duration longMeeting)
            implements PolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.MeetingLengthChanged(longMeeting);
        }
    }

    /** How long before the meeting to share for review. */
    record ChangeSharingDeadline(@NotNull @DurationMin @DurationMax(days = MOST_DAYS) Duration sharedBefore)
            implements PolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.SharingDeadlineChanged(sharedBefore);
        }
    }

    /** How many different people have to review. */
    record ChangeQuorum(@NotNull @Min(1) @Max(Limits.LIST) Integer quorum) implements PolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.QuorumChanged(quorum);
        }
    }

    /** Business days after the review to post the external message in. */
    record ChangePostingDeadline(@NotNull @Min(0) @Max(MOST_DAYS) Integer businessDays) implements PolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.PostingDeadlineChanged(businessDays);
        }
    }

    /** More action items than this warn. */
    record ChangeActionItemLimit(@NotNull @Min(0) @Max(1_000) Integer most) implements PolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.ActionItemLimitChanged(most);
        }
    }

    /** Days to finish an action item in, by priority; one that is not named gets none. */
    record ChangeDueDays(@NotNull List<@NotNull @Valid DueDaysGiven> dueDays) implements PolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.DueDaysChanged(dueDays.stream()
                    .map(given -> new DueDays(given.priority(), given.days()))
                    .toList());
        }

        @Override
        public Map<String, String> malformed() {
            return once("dueDays", "priority", dueDays, DueDaysGiven::priority);
        }
    }

    /** How many days there are for one priority. */
    record DueDaysGiven(@NotNull Priority priority, @NotNull @Min(0) @Max(MOST_DAYS) Integer days) {}

    /** The zone of local days, as the time zone database calls it. */
    record ChangeZone(@NotNull ZoneId zone) implements PolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.ZoneChanged(zone.getId());
        }
    }

    /** The days of the week that people work on. */
    record ChangeWorkingDays(@NotEmpty List<@NotNull Weekday> days) implements PolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.WorkingDaysChanged(
                    days.stream().distinct().sorted().toList());
        }
    }

    /**
     * The days that people do not work on, whatever day of the week it is.
     *
     * @param calendars whose public holidays these are
     * @param days and single days
     */
    record ChangeHolidays(
            @NotNull @Size(max = 20) List<@NotNull @Valid HolidayCalendarGiven> calendars,
            @NotNull @Size(max = MOST_DAYS) List<@NotNull LocalDate> days)
            implements PolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.HolidaysChanged(
                    calendars.stream()
                            .map(HolidayCalendarGiven::value)
                            .distinct()
                            .toList(),
                    days.stream().distinct().sorted().toList());
        }

        @Override
        public Map<String, String> malformed() {
            return calendars.stream()
                    .map(HolidayCalendarGiven::value)
                    .filter(calendar -> !PublicHolidays.areKnownOf(calendar))
                    .findFirst()
                    .map(unknown -> Map.of(
                            "calendars",
                            "No holidays are known of " + unknown.country()
                                    + (unknown.region() == null ? "" : " " + unknown.region())))
                    .orElse(Map.of());
        }
    }

    /**
     * The public holidays of a country.
     *
     * @param country two letters of ISO 3166, in lower case
     * @param region a part of it as ISO 3166-2 calls it, in lower case; left out for none
     */
    record HolidayCalendarGiven(
            @NotNull
                    @Pattern(regexp = "[a-z]{2}", message = "must be two letters of ISO 3166 in lower case, such as de")
                    String country,
            @Pattern(
                            regexp = "[a-z0-9]{1,6}",
                            message = "must be a part of the country as ISO 3166-2 calls it, in lower case, such as be")
                    String region) {
        HolidayCalendar value() {
            return new HolidayCalendar(country, region);
        }
    }

    /** What a blame-free text does not say. */
    record ChangeBlamingWords(@NotNull @Size(max = PhraseGiven.MOST) List<@NotNull @Valid PhraseGiven> words)
            implements PolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.BlamingWordsChanged(PhraseGiven.values(words));
        }
    }

    /** What an external message does not say. */
    record ChangeOutageWords(@NotNull @Size(max = PhraseGiven.MOST) List<@NotNull @Valid PhraseGiven> words)
            implements PolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.OutageWordsChanged(PhraseGiven.values(words));
        }
    }

    /**
     * A word or phrase to do without.
     *
     * @param instead what says the same more gently; left out where nothing does
     */
    record PhraseGiven(
            @NotBlank @Size(max = Limits.NAME) String word,
            @Pattern(regexp = Limits.NOT_BLANK, message = Limits.NOT_BLANK_MESSAGE) @Size(max = Limits.LINE)
                    String instead) {
        static final int MOST = 500;

        static List<GentlerPhrase> values(List<PhraseGiven> given) {
            return given.stream()
                    .map(phrase -> new GentlerPhrase(phrase.word(), phrase.instead()))
                    .toList();
        }
    }

    /** The heading of the contributing factors, such as “Root causes”. */
    record ChangeFactorsLabel(@NotBlank @Size(max = Limits.NAME) String label) implements PolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.FactorsLabelChanged(label);
        }
    }

    /** The figures that the impact is measured by, beside those that everybody has. */
    record ChangeImpactFigures(@NotNull @Size(max = Limits.LIST) List<@NotNull @Valid ImpactFigureGiven> figures)
            implements PolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.ImpactFiguresChanged(figures.stream()
                    .map(given -> new ImpactFigure(given.id(), given.label(), given.unit()))
                    .toList());
        }

        @Override
        public Map<String, String> malformed() {
            return figures.stream().anyMatch(ImpactFigureGiven::isEverybodys)
                    ? Map.of("figures", "An id is that of a figure that everybody has")
                    : once("figures", "id", figures, ImpactFigureGiven::id);
        }
    }

    /**
     * One figure of the impact.
     *
     * @param id how it is called in the document
     * @param unit what is counted; left out for a bare number
     */
    record ImpactFigureGiven(
            @NotNull
                    @Pattern(
                            regexp = "[a-z][A-Za-z0-9]{0,63}",
                            message = "must be 1 to 64 letters and digits, the first a lower-case letter")
                    String id,
            @NotBlank @Size(max = Limits.NAME) String label,
            @Pattern(regexp = Limits.NOT_BLANK, message = Limits.NOT_BLANK_MESSAGE) @Size(max = Limits.NAME)
                    String unit) {
        private boolean isEverybodys() {
            return Arrays.stream(ImpactFigures.class.getRecordComponents())
                    .anyMatch(component -> component.getName().equals(id));
        }
    }

    /**
     * What belongs in a section.
     *
     * @param section its name, as {@code GET /api/policy} lists them
     * @param prompt empty for none
     */
    record ChangeSectionPrompt(
            @NotNull @Size(max = Limits.NAME) String section, @NotNull @Size(max = 2_000) String prompt)
            implements PolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.SectionPromptChanged(section, prompt);
        }

        @Override
        public Map<String, String> malformed() {
            return Prompts.has(section) ? Map.of() : Map.of("section", "The document has no such section");
        }
    }

    private static <T> Map<String, String> once(String field, String key, List<T> all, Function<T, Object> keyOf) {
        return new HashSet<>(all.stream().map(keyOf).toList()).size() == all.size()
                ? Map.of()
                : Map.of(field, "Each " + key + " comes once");
    }
}
