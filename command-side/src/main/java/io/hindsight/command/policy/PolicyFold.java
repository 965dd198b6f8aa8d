package io.hindsight.command.policy;

import io.hindsight.command.decision.Policy;
import io.hindsight.command.decision.Policy.Days;
import io.hindsight.command.decision.PolicyEdit;
import io.hindsight.command.decision.Prompts;
import io.hindsight.command.decision.Rule;
import io.hindsight.events.PolicyEvent;
import io.hindsight.words.MeetingDeadline;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.function.BiConsumer;

/** What the policy is after a change: the one fold that the aggregate, the policy in force and its history rest on. */
final class PolicyFold {
    private static final Map<Class<?>, BiConsumer<PolicyEdit, PolicyEvent>> CHANGES = new HashMap<>();

    static {
        rules();
        days();
        words();
    }

    private PolicyFold() {}

    static Policy fold(Policy before, PolicyEvent event) {
        BiConsumer<PolicyEdit, PolicyEvent> change = CHANGES.get(event.getClass());
        if (change == null) {
            throw new IllegalStateException("No fold for " + event.getClass());
        }
        return before.with(edit -> change.accept(edit, event));
    }

    private static void rules() {
        // A rule that is no more warns and refuses no more.
        on(PolicyEvent.RuleHandlingChanged.class, (policy, e) -> Rule.ofSetting(e.rule())
                .ifPresent(rule -> policy.handling.put(rule, e.handling())));
        on(
                PolicyEvent.RequiredSeveritiesChanged.class,
                (policy, e) -> policy.requiredFor = new LinkedHashSet<>(e.severities()));
        on(PolicyEvent.MeetingLengthChanged.class, (policy, e) -> policy.longMeeting = e.longMeeting());
        on(PolicyEvent.QuorumChanged.class, (policy, e) -> policy.quorum = e.quorum());
        on(PolicyEvent.ActionItemLimitChanged.class, (policy, e) -> policy.manyActionItems = e.most());
    }

    private static void days() {
        on(PolicyEvent.OwnerDeadlineChanged.class, (policy, e) -> policy.unownedFor = e.unownedFor());
        on(PolicyEvent.MeetingDeadlinesChanged.class, (policy, e) -> {
            policy.meetingWithin = new HashMap<>();
            for (MeetingDeadline deadline : e.deadlines()) {
                Days days = new Days(deadline.days(), deadline.counted());
                if (deadline.severity() == null) {
                    policy.otherMeetingsWithin = days;
                } else {
                    policy.meetingWithin.put(deadline.severity(), days);
                }
            }
        });
        on(PolicyEvent.SchedulingDeadlineChanged.class, (policy, e) -> policy.scheduleBusinessDays = e.businessDays());
        on(PolicyEvent.SharingDeadlineChanged.class, (policy, e) -> policy.sharedBefore = e.sharedBefore());
        on(PolicyEvent.PostingDeadlineChanged.class, (policy, e) -> policy.postMessageBusinessDays = e.businessDays());
        on(PolicyEvent.DueDaysChanged.class, (policy, e) -> {
            policy.dueDays = new HashMap<>();
            e.dueDays().forEach(due -> policy.dueDays.put(due.priority(), due.days()));
        });
        on(PolicyEvent.ZoneChanged.class, (policy, e) -> policy.zone = ZoneId.of(e.zone()));
        on(PolicyEvent.WorkingDaysChanged.class, (policy, e) -> policy.workingDays = new LinkedHashSet<>(e.days()));
        on(PolicyEvent.HolidaysChanged.class, (policy, e) -> {
            policy.holidayCalendars = e.calendars();
            policy.holidays = new LinkedHashSet<>(e.days());
        });
    }

    private static void words() {
        on(PolicyEvent.BlamingWordsChanged.class, (policy, e) -> policy.blamingWords = e.words());
        on(PolicyEvent.OutageWordsChanged.class, (policy, e) -> policy.outageWords = e.words());
        on(PolicyEvent.FactorsLabelChanged.class, (policy, e) -> policy.factorsLabel = e.label());
        on(PolicyEvent.ImpactFiguresChanged.class, (policy, e) -> policy.impactFigures = e.figures());
        on(PolicyEvent.SectionPromptChanged.class, (policy, e) -> {
            if (Prompts.has(e.section())) {
                policy.prompts.put(e.section(), e.prompt());
            }
        });
    }

    private static <E extends PolicyEvent> void on(Class<E> type, BiConsumer<PolicyEdit, E> change) {
        CHANGES.put(type, (policy, event) -> change.accept(policy, type.cast(event)));
    }
}
