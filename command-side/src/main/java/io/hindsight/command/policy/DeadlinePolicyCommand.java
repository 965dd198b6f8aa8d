package io.hindsight.command.policy;

import io.hindsight.command.deadline.PublicHolidays;
import io.hindsight.events.PolicyEvent;
import io.hindsight.words.DayKind;
import io.hindsight.words.DueDays;
import io.hindsight.words.HolidayCalendar;
import io.hindsight.words.MeetingDeadline;
import io.hindsight.words.Priority;
import io.hindsight.words.Severity;
import io.hindsight.words.Weekday;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** What an administrator can change of when things are due: how long there is for each, and which days count. */
public sealed interface DeadlinePolicyCommand extends PolicyCommand {
    /** No deadline of the process is further away, in days. */
    int MOST_DAYS = 366;

    /** A postmortem may be without an owner for so long. */
    record ChangeOwnerDeadline(@NotNull @DurationMin @DurationMax(days = MOST_DAYS) Duration unownedFor)
            implements DeadlinePolicyCommand {
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
            implements DeadlinePolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.MeetingDeadlinesChanged(deadlines.stream()
                    .map(given -> new MeetingDeadline(given.severity(), given.days(), given.counted()))
                    .toList());
        }

        @Override
        public Map<String, String> malformed() {
            return deadlines.stream().noneMatch(given -> given.severity() == null)
                    ? Map.of("deadlines", "must have one without a severity, which holds for all others")
                    : PolicyCommand.once("deadlines", "severity", deadlines, MeetingDeadlineGiven::severity);
        }
    }

    /** One of the deadlines of meetings. */
    record MeetingDeadlineGiven(
            Severity severity, @NotNull @Min(0) @Max(MOST_DAYS) Integer days, @NotNull DayKind counted) {}

    /** Business days to schedule the meeting in. */
    record ChangeSchedulingDeadline(@NotNull @Min(0) @Max(MOST_DAYS) Integer businessDays)
            implements DeadlinePolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.SchedulingDeadlineChanged(businessDays);
        }
    }

    /** How long before the meeting to share for review. */
    record ChangeSharingDeadline(@NotNull @DurationMin @DurationMax(days = MOST_DAYS) Duration sharedBefore)
            implements DeadlinePolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.SharingDeadlineChanged(sharedBefore);
        }
    }

    /** Business days after the review to post the external message in. */
    record ChangePostingDeadline(@NotNull @Min(0) @Max(MOST_DAYS) Integer businessDays)
            implements DeadlinePolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.PostingDeadlineChanged(businessDays);
        }
    }

    /** Days to finish an action item in, by priority; one that is not named gets none. */
    record ChangeDueDays(@NotNull List<@NotNull @Valid DueDaysGiven> dueDays) implements DeadlinePolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.DueDaysChanged(dueDays.stream()
                    .map(given -> new DueDays(given.priority(), given.days()))
                    .toList());
        }

        @Override
        public Map<String, String> malformed() {
            return PolicyCommand.once("dueDays", "priority", dueDays, DueDaysGiven::priority);
        }
    }

    /** How many days there are for one priority. */
    record DueDaysGiven(@NotNull Priority priority, @NotNull @Min(0) @Max(MOST_DAYS) Integer days) {}

    /** The zone of local days, as the time zone database calls it. */
    record ChangeZone(@NotNull ZoneId zone) implements DeadlinePolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.ZoneChanged(zone.getId());
        }
    }

    /** The days of the week that people work on. */
    record ChangeWorkingDays(@NotEmpty List<@NotNull Weekday> days) implements DeadlinePolicyCommand {
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
            implements DeadlinePolicyCommand {
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
}
