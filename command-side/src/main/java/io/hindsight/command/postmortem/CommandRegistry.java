package io.hindsight.command.postmortem;

import io.hindsight.command.actionitem.ActionItemCommand;
import io.hindsight.command.comment.CommentCommand;
import io.hindsight.command.decision.Command;
import io.hindsight.command.externalmessage.ExternalMessageCommand;
import io.hindsight.command.factor.FactorCommand;
import io.hindsight.command.impact.ImpactCommand;
import io.hindsight.command.incident.IncidentCommand;
import io.hindsight.command.internalemail.InternalEmailCommand;
import io.hindsight.command.lifecycle.LifecycleCommand;
import io.hindsight.command.meeting.MeetingCommand;
import io.hindsight.command.ownership.OwnershipCommand;
import io.hindsight.command.point.PointCommand;
import io.hindsight.command.responder.ResponderCommand;
import io.hindsight.command.restriction.RestrictionCommand;
import io.hindsight.command.review.ReviewCommand;
import io.hindsight.command.section.SectionCommand;
import io.hindsight.command.suggestion.SuggestionCommand;
import io.hindsight.command.timeline.TimelineCommand;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every command that clients can give, by its name in the API: the records of the sealed interfaces by subject. */
public final class CommandRegistry {
    private static final Map<String, Class<? extends Command>> COMMANDS = commands(
            LifecycleCommand.class,
            OwnershipCommand.class,
            IncidentCommand.class,
            MeetingCommand.class,
            ResponderCommand.class,
            TimelineCommand.class,
            SectionCommand.class,
            FactorCommand.class,
            ImpactCommand.class,
            PointCommand.class,
            ActionItemCommand.class,
            ReviewCommand.class,
            CommentCommand.class,
            ExternalMessageCommand.class,
            InternalEmailCommand.class,
            RestrictionCommand.class,
            SuggestionCommand.class);

    private CommandRegistry() {}

    /** By name, {@code add-timeline-entry}. */
    public static Map<String, Class<? extends Command>> all() {
        return COMMANDS;
    }

    @SafeVarargs
    private static Map<String, Class<? extends Command>> commands(Class<? extends Command>... subjects) {
        Map<String, Class<? extends Command>> commands = new TreeMap<>();
        Stream.of(subjects)
                .flatMap(subject -> Arrays.stream(subject.getPermittedSubclasses()))
                .forEach(type -> commands.put(name(type), type.asSubclass(Command.class)));
        return Collections.unmodifiableMap(commands);
    }

    /** {@code AddTimelineEntry} is {@code add-timeline-entry}. */
    public static String name(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
