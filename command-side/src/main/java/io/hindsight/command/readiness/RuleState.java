package io.hindsight.command.readiness;

import io.hindsight.command.actionitem.ActionItemCommand;
import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.Finding;
import io.hindsight.command.decision.Rule;
import io.hindsight.command.decision.RuleMessage;
import io.hindsight.command.externalmessage.ExternalMessageCommand;
import io.hindsight.command.factor.FactorCommand;
import io.hindsight.command.impact.ImpactCommand;
import io.hindsight.command.internalemail.InternalEmailCommand;
import io.hindsight.command.lifecycle.Requirements;
import io.hindsight.command.meeting.MeetingCommand;
import io.hindsight.command.ownership.OwnershipCommand;
import io.hindsight.command.point.PointCommand;
import io.hindsight.command.section.SectionCommand;
import io.hindsight.command.timeline.TimelineCommand;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What one rule finds in a postmortem.
 *
 * @param rule the rule's id
 * @param asked whether it is asked at all: of one that is closed or waived, only whether it is required. What is not asked
 *     objects to nothing, and is {@code met}
 * @param toDo in plain words, what would satisfy it; empty where it is met
 * @param findings of a rule about wording, where the words stand in the document and what is gentler
 */
public record RuleState(String rule, boolean asked, State state, List<String> toDo, List<Finding> findings) {

    /** What is unmet keeps a command from taking effect; what is warned does not. */
    public enum State {
        UNMET,
        WARNED,
        MET;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Asks the very rules that would refuse or warn. A rule that has nothing to object to, or nothing to look at, is met. */
    static List<RuleState> all(Decision decision) {
        Requirements.assess(decision);
        if (decision.standing().isUnderWay()) {
            assessSubjects(decision);
        }
        return Arrays.stream(Rule.values())
                .map(Rule::id)
                .distinct()
                .map(id -> of(id, decision))
                .sorted(Comparator.comparing(RuleState::state))
                .toList();
    }

    private static void assessSubjects(Decision decision) {
        OwnershipCommand.assess(decision);
        MeetingCommand.assess(decision);
        TimelineCommand.assess(decision);
        SectionCommand.assess(decision);
        FactorCommand.assess(decision);
        ImpactCommand.assess(decision);
        PointCommand.assess(decision);
        ActionItemCommand.assess(decision);
        ExternalMessageCommand.assess(decision);
        InternalEmailCommand.assess(decision);
    }

    private static RuleState of(String id, Decision decision) {
        List<RuleMessage> unmet = decision.unmet().stream()
                .filter(message -> message.rule().equals(id))
                .toList();
        List<RuleMessage> warned = decision.warnings().stream()
                .filter(message -> message.rule().equals(id))
                .toList();
        State state = !unmet.isEmpty() ? State.UNMET : !warned.isEmpty() ? State.WARNED : State.MET;
        List<RuleMessage> all = Stream.concat(unmet.stream(), warned.stream()).toList();
        return new RuleState(
                id,
                decision.standing().isUnderWay() || id.equals(Rule.POSTMORTEM_REQUIRED.id()),
                state,
                all.stream().map(RuleMessage::message).distinct().toList(),
                all.stream().flatMap(message -> message.findings().stream()).toList());
    }
}
