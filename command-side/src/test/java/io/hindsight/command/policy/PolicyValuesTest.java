package io.hindsight.command.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.command.decision.Policy;
import io.hindsight.command.decision.Policy.Days;
import io.hindsight.command.policy.DocumentPolicyCommand.ChangeSectionPrompt;
import io.hindsight.command.policy.RulePolicyCommand.ChangeRule;
import io.hindsight.command.postmortem.CommandRegistry;
import io.hindsight.words.DayKind;
import io.hindsight.words.GentlerPhrase;
import io.hindsight.words.HolidayCalendar;
import io.hindsight.words.ImpactFigure;
import io.hindsight.words.Priority;
import io.hindsight.words.Severity;
import io.hindsight.words.Weekday;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is read of the policy is what its commands take. */
class PolicyValuesTest {
    private static final Policy CHANGED = Policy.DEFAULT.with(policy -> {
        policy.zone = ZoneId.of("Europe/Berlin");
        policy.workingDays = Set.of(Weekday.SUNDAY, Weekday.MONDAY);
        policy.holidayCalendars = List.of(new HolidayCalendar("de", "be"), new HolidayCalendar("gb", null));
        policy.holidays = Set.of(LocalDate.of(2026, 12, 24));
        policy.requiredFor = Set.of(Severity.SEV_3);
        policy.meetingWithin = Map.of(Severity.SEV_2, new Days(4, DayKind.BUSINESS));
        policy.otherMeetingsWithin = new Days(9, DayKind.CALENDAR);
        policy.dueDays = Map.of(Priority.P2, 90);
        policy.outageWords = List.of(new GentlerPhrase("down", null));
        policy.impactFigures = List.of(new ImpactFigure("lostCalls", "Lost calls", null));
        policy.prompts.put("overview", "");
    });

    private static Stream<PolicyCommand> commands(Policy policy) {
        PolicyValues values = PolicyValues.of(policy);
        return Arrays.stream(PolicyValues.class.getRecordComponents())
                .map(component -> valueOf(component, values))
                .flatMap(value -> value instanceof Map<?, ?> bySection ? bySection.values().stream() : Stream.of(value))
                .map(PolicyCommand.class::cast);
    }

    private static Object valueOf(RecordComponent component, PolicyValues values) {
        try {
            return component.getAccessor().invoke(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void sending_back_what_was_read_changes_nothing() {
        for (Policy policy : List.of(Policy.DEFAULT, CHANGED)) {
            assertThat(commands(policy)).allSatisfy(command -> {
                assertThat(command.malformed()).isEmpty();
                assertThat(PolicyFold.fold(policy, command.event())).isEqualTo(policy);
            });
        }
    }

    @Test
    void what_was_read_of_one_policy_makes_another_one_the_same() {
        Policy made = commands(CHANGED)
                .map(PolicyCommand::event)
                .reduce(Policy.DEFAULT, PolicyFold::fold, (one, other) -> other);

        assertThat(made).isEqualTo(CHANGED);
    }

    @Test
    void each_value_is_called_as_the_command_that_changes_it() {
        List<String> read = Arrays.stream(PolicyValues.class.getRecordComponents())
                .map(component -> component.getType() == Map.class
                        ? CommandRegistry.name(ChangeSectionPrompt.class)
                        : CommandRegistry.name(component.getType()))
                .toList();

        assertThat(read)
                .containsExactlyInAnyOrderElementsOf(PolicyCommands.all().keySet().stream()
                        .filter(name -> !name.equals(CommandRegistry.name(ChangeRule.class)))
                        .toList());
        assertThat(PolicyValues.class.getRecordComponents())
                .filteredOn(component -> component.getType() != Map.class)
                .allSatisfy(component -> assertThat("Change" + component.getName())
                        .isEqualToIgnoringCase(component.getType().getSimpleName()));
    }
}
