package io.hindsight.command.policy;

import io.hindsight.command.decision.Limits;
import io.hindsight.command.decision.Rule;
import io.hindsight.events.PolicyEvent;
import io.hindsight.words.Handling;
import io.hindsight.words.Severity;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** What an administrator can change of what the rules ask for. */
public sealed interface RulePolicyCommand extends PolicyCommand {
    /**
     * A rule warns or refuses.
     *
     * @param rule its name in the policy, as {@code GET /api/policy} lists them
     */
    record ChangeRule(@NotNull @Size(max = Limits.NAME) String rule, @NotNull Handling handling)
            implements RulePolicyCommand {
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
    record ChangeRequiredSeverities(@NotNull List<@NotNull Severity> severities) implements RulePolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.RequiredSeveritiesChanged(
                    severities.stream().distinct().sorted().toList());
        }
    }

    /** A meeting longer than this warns. */
    record ChangeMeetingLength(@NotNull @DurationMin @DurationMax(days = 1) Duration longMeeting)
            implements RulePolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.MeetingLengthChanged(longMeeting);
        }
    }

    /** How many different people have to review. */
    record ChangeQuorum(@NotNull @Min(1) @Max(Limits.LIST) Integer quorum) implements RulePolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.QuorumChanged(quorum);
        }
    }

    /** More action items than this warn. */
    record ChangeActionItemLimit(@NotNull @Min(0) @Max(1_000) Integer most) implements RulePolicyCommand {
        @Override
        public PolicyEvent event() {
            return new PolicyEvent.ActionItemLimitChanged(most);
        }
    }
}
