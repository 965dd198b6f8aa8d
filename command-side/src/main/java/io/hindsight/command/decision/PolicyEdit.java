package io.hindsight.command.decision;

import io.hindsight.command.decision.Policy.Days;
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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A policy that is being changed; its fields are those of {@link Policy}. What has an order of its own is kept in it. */
public final class PolicyEdit {
    public ZoneId zone;
    public Set<Weekday> workingDays;
    public List<HolidayCalendar> holidayCalendars;
    public Set<LocalDate> holidays;
    public Set<Severity> requiredFor;
    public Duration unownedFor;
    public Map<Severity, Days> meetingWithin;
    public Days otherMeetingsWithin;
    public int scheduleBusinessDays;
    public Duration longMeeting;
    public Duration sharedBefore;
    public int quorum;
    public Map<Priority, Integer> dueDays;
    public int manyActionItems;
    public int postMessageBusinessDays;
    public List<GentlerPhrase> blamingWords;
    public List<GentlerPhrase> outageWords;
    public String factorsLabel;
    public List<ImpactFigure> impactFigures;
    public final Map<String, String> prompts;
    public final Map<Rule, Handling> handling;

    PolicyEdit(Policy before) {
        zone = before.zone();
        workingDays = before.workingDays();
        holidayCalendars = before.holidayCalendars();
        holidays = before.holidays();
        requiredFor = before.requiredFor();
        unownedFor = before.unownedFor();
        meetingWithin = before.meetingWithin();
        otherMeetingsWithin = before.otherMeetingsWithin();
        scheduleBusinessDays = before.scheduleBusinessDays();
        longMeeting = before.longMeeting();
        sharedBefore = before.sharedBefore();
        quorum = before.quorum();
        dueDays = before.dueDays();
        manyActionItems = before.manyActionItems();
        postMessageBusinessDays = before.postMessageBusinessDays();
        blamingWords = before.blamingWords();
        outageWords = before.outageWords();
        factorsLabel = before.factorsLabel();
        impactFigures = before.impactFigures();
        prompts = new LinkedHashMap<>(before.prompts());
        handling = new TreeMap<>(before.handling());
    }

    Policy done() {
        // What is as the rule has it by default is no setting of the policy.
        handling.entrySet().removeIf(each -> each.getKey().byDefault() == each.getValue());
        return new Policy(
                zone,
                Collections.unmodifiableSet(new TreeSet<>(workingDays)),
                List.copyOf(holidayCalendars),
                Collections.unmodifiableSet(new TreeSet<>(holidays)),
                Collections.unmodifiableSet(new TreeSet<>(requiredFor)),
                unownedFor,
                Collections.unmodifiableMap(new TreeMap<>(meetingWithin)),
                otherMeetingsWithin,
                scheduleBusinessDays,
                longMeeting,
                sharedBefore,
                quorum,
                Collections.unmodifiableMap(new TreeMap<>(dueDays)),
                manyActionItems,
                postMessageBusinessDays,
                List.copyOf(blamingWords),
                List.copyOf(outageWords),
                factorsLabel,
                List.copyOf(impactFigures),
                Collections.unmodifiableMap(prompts),
                Collections.unmodifiableMap(handling));
    }
}
