package io.hindsight.command.policy;

import io.hindsight.command.decision.Policy;
import io.hindsight.command.policy.DeadlinePolicyCommand.ChangeDueDays;
import io.hindsight.command.policy.DeadlinePolicyCommand.ChangeHolidays;
import io.hindsight.command.policy.DeadlinePolicyCommand.ChangeMeetingDeadlines;
import io.hindsight.command.policy.DeadlinePolicyCommand.ChangeOwnerDeadline;
import io.hindsight.command.policy.DeadlinePolicyCommand.ChangePostingDeadline;
import io.hindsight.command.policy.DeadlinePolicyCommand.ChangeSchedulingDeadline;
import io.hindsight.command.policy.DeadlinePolicyCommand.ChangeSharingDeadline;
import io.hindsight.command.policy.DeadlinePolicyCommand.ChangeWorkingDays;
import io.hindsight.command.policy.DeadlinePolicyCommand.ChangeZone;
import io.hindsight.command.policy.DeadlinePolicyCommand.DueDaysGiven;
import io.hindsight.command.policy.DeadlinePolicyCommand.HolidayCalendarGiven;
import io.hindsight.command.policy.DeadlinePolicyCommand.MeetingDeadlineGiven;
import io.hindsight.command.policy.DocumentPolicyCommand.ChangeBlamingWords;
import io.hindsight.command.policy.DocumentPolicyCommand.ChangeFactorsLabel;
import io.hindsight.command.policy.DocumentPolicyCommand.ChangeImpactFigures;
import io.hindsight.command.policy.DocumentPolicyCommand.ChangeOutageWords;
import io.hindsight.command.policy.DocumentPolicyCommand.ChangeSectionPrompt;
import io.hindsight.command.policy.DocumentPolicyCommand.ImpactFigureGiven;
import io.hindsight.command.policy.DocumentPolicyCommand.PhraseGiven;
import io.hindsight.command.policy.RulePolicyCommand.ChangeActionItemLimit;
import io.hindsight.command.policy.RulePolicyCommand.ChangeMeetingLength;
import io.hindsight.command.policy.RulePolicyCommand.ChangeQuorum;
import io.hindsight.command.policy.RulePolicyCommand.ChangeRequiredSeverities;
import io.hindsight.words.GentlerPhrase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of the policy as the commands that would set them: what {@code values.meetingDeadlines} says is what
 * {@code change-meeting-deadlines} takes, so that what was read can be sent back.
 *
 * @param sectionPrompts what belongs in each section, by the section's name
 */
public record PolicyValues(
        ChangeZone zone,
        ChangeWorkingDays workingDays,
        ChangeHolidays holidays,
        ChangeRequiredSeverities requiredSeverities,
        ChangeOwnerDeadline ownerDeadline,
        ChangeMeetingDeadlines meetingDeadlines,
        ChangeSchedulingDeadline schedulingDeadline,
        ChangeMeetingLength meetingLength,
        ChangeSharingDeadline sharingDeadline,
        ChangeQuorum quorum,
        ChangeDueDays dueDays,
        ChangeActionItemLimit actionItemLimit,
        ChangePostingDeadline postingDeadline,
        ChangeBlamingWords blamingWords,
        ChangeOutageWords outageWords,
        ChangeFactorsLabel factorsLabel,
        ChangeImpactFigures impactFigures,
        Map<String, ChangeSectionPrompt> sectionPrompts) {

    public static PolicyValues of(Policy policy) {
        return new PolicyValues(
                new ChangeZone(policy.zone()),
                new ChangeWorkingDays(List.copyOf(policy.workingDays())),
                new ChangeHolidays(
                        policy.holidayCalendars().stream()
                                .map(each -> new HolidayCalendarGiven(each.country(), each.region()))
                                .toList(),
                        List.copyOf(policy.holidays())),
                new ChangeRequiredSeverities(List.copyOf(policy.requiredFor())),
                new ChangeOwnerDeadline(policy.unownedFor()),
                new ChangeMeetingDeadlines(meetingDeadlines(policy)),
                new ChangeSchedulingDeadline(policy.scheduleBusinessDays()),
                new ChangeMeetingLength(policy.longMeeting()),
                new ChangeSharingDeadline(policy.sharedBefore()),
                new ChangeQuorum(policy.quorum()),
                new ChangeDueDays(policy.dueDays().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> new DueDaysGiven(each.getKey(), each.getValue()))
                        .toList()),
                new ChangeActionItemLimit(policy.manyActionItems()),
                new ChangePostingDeadline(policy.postMessageBusinessDays()),
                new ChangeBlamingWords(phrases(policy.blamingWords())),
                new ChangeOutageWords(phrases(policy.outageWords())),
                new ChangeFactorsLabel(policy.factorsLabel()),
                new ChangeImpactFigures(policy.impactFigures().stream()
                        .map(each -> new ImpactFigureGiven(each.id(), each.label(), each.unit()))
                        .toList()),
                prompts(policy.prompts()));
    }

    /** The one for all that are not named comes last. */
    private static List<MeetingDeadlineGiven> meetingDeadlines(Policy policy) {
        List<MeetingDeadlineGiven> deadlines = new ArrayList<>();
        policy.meetingWithin().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> deadlines.add(new MeetingDeadlineGiven(
                        each.getKey(), each.getValue().days(), each.getValue().counted())));
        Policy.Days others = policy.otherMeetingsWithin();
        deadlines.add(new MeetingDeadlineGiven(null, others.days(), others.counted()));
        return deadlines;
    }

    private static List<PhraseGiven> phrases(List<GentlerPhrase> phrases) {
        return phrases.stream()
                .map(each -> new PhraseGiven(each.word(), each.instead()))
                .toList();
    }

    private static Map<String, ChangeSectionPrompt> prompts(Map<String, String> prompts) {
        Map<String, ChangeSectionPrompt> bySection = new LinkedHashMap<>();
        prompts.forEach((section, prompt) -> bySection.put(section, new ChangeSectionPrompt(section, prompt)));
        return bySection;
    }
}
