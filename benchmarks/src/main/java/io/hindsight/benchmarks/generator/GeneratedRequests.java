package io.hindsight.benchmarks.generator;

import io.hindsight.benchmarks.generator.MadeUpPostmortem.Entry;
import io.hindsight.benchmarks.generator.MadeUpPostmortem.Item;
import io.hindsight.command.actionitem.ActionItemCommand.AddActionItem;
import io.hindsight.command.actionitem.ActionItemCommand.CompleteActionItem;
import io.hindsight.command.decision.Actor;
import io.hindsight.command.decision.Command;
import io.hindsight.command.decision.Limits;
import io.hindsight.command.factor.FactorCommand.AddContributingFactor;
import io.hindsight.command.lifecycle.LifecycleCommand.Close;
import io.hindsight.command.lifecycle.LifecycleCommand.FinishReview;
import io.hindsight.command.lifecycle.LifecycleCommand.IncidentGiven;
import io.hindsight.command.lifecycle.LifecycleCommand.Open;
import io.hindsight.command.lifecycle.LifecycleCommand.SubmitForReview;
import io.hindsight.command.lifecycle.LifecycleCommand.Waive;
import io.hindsight.command.meeting.MeetingCommand.RecordMeetingHeld;
import io.hindsight.command.meeting.MeetingCommand.ScheduleMeeting;
import io.hindsight.command.point.PointCommand.AddWentBadly;
import io.hindsight.command.point.PointCommand.AddWentWell;
import io.hindsight.command.postmortem.Answer;
import io.hindsight.command.postmortem.CommandRegistry;
import io.hindsight.command.postmortem.Instruction;
import io.hindsight.command.postmortem.PostmortemRequests;
import io.hindsight.command.postmortem.Request;
import io.hindsight.command.responder.ResponderCommand.AddResponder;
import io.hindsight.command.review.ReviewCommand.MarkReviewed;
import io.hindsight.command.review.ReviewCommand.ShareForReview;
import io.hindsight.command.section.SectionCommand.WriteSection;
import io.hindsight.command.timeline.TimelineCommand.AddTimelineEntry;
import io.hindsight.command.timeline.TimelineCommand.EvidenceGiven;
import io.hindsight.http.Roles;
import io.hindsight.words.ActionItemKind;
import io.hindsight.words.Priority;
import io.hindsight.words.ResponderRole;
import io.hindsight.words.Status;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The requests that make a postmortem what was made up: one for its content, one a reviewer, one to finish. */
public final class GeneratedRequests {
    private static final Set<String> LEADS = Set.of(Roles.READER, Roles.RESPONDER, Roles.COORDINATOR);
    private static final Set<String> REVIEWS = Set.of(Roles.READER, Roles.RESPONDER, Roles.MANAGER);
    private static final Duration UNTIL_THE_MEETING = Duration.ofDays(2);
    private static final int REVIEWERS = 3;

    private static final Map<Class<? extends Command>, String> NAMES =
            CommandRegistry.all().entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private static final ResponderRole[] ROLES = {
        ResponderRole.SERVICE_OWNER,
        ResponderRole.INCIDENT_COMMANDER,
        ResponderRole.ENGINEERING_MANAGER,
        ResponderRole.PRODUCT_MANAGER,
        ResponderRole.SCRIBE,
        ResponderRole.SUBJECT_MATTER_EXPERT
    };

    private final MadeUpPostmortem postmortem;

    GeneratedRequests(MadeUpPostmortem postmortem) {
        this.postmortem = postmortem;
    }

    /** A request of one caller who may lead. */
    public static Request byLead(String postmortemId, List<Command> commands) {
        return request(postmortemId, new Actor("person-0", LEADS, null), commands, null);
    }

    /** What the last of them was answered. */
    public Answer send(PostmortemRequests requests) {
        Answer answer = null;
        for (Request request : all()) {
            answer = requests.send(request);
        }
        return answer;
    }

    /** In the order in which they have to be sent. */
    public List<Request> all() {
        Actor lead = new Actor(postmortem.people().get(0), LEADS, null);
        List<Request> requests = new ArrayList<>();
        requests.add(request(postmortem.id(), lead, content(), null));
        switch (postmortem.status()) {
            case WAIVED ->
                requests.add(request(postmortem.id(), lead, List.of(new Waive()), "Nothing of it was an incident"));
            case REVIEWED, CLOSED -> {
                for (String person : postmortem.people().subList(0, REVIEWERS)) {
                    requests.add(request(
                            postmortem.id(),
                            new Actor(person, REVIEWS, null),
                            List.of(new MarkReviewed(null, null)),
                            null));
                }
                requests.add(request(postmortem.id(), lead, end(), null));
            }
            default -> {}
        }
        return requests;
    }

    private List<Command> content() {
        List<Command> commands = new ArrayList<>();
        OffsetDateTime meeting = postmortem.resolvedAt().plus(UNTIL_THE_MEETING);
        List<String> people = postmortem.people();
        commands.add(new Open(
                postmortem.id(),
                postmortem.title(),
                postmortem.severity(),
                new IncidentGiven(
                        null,
                        postmortem.startedAt(),
                        postmortem.startedAt(),
                        postmortem.resolvedAt(),
                        List.of(postmortem.service())),
                people.get(0),
                List.of(postmortem.service())));
        for (int i = 0; i < people.size() && i < ROLES.length; i++) {
            commands.add(new AddResponder(people.get(i), ROLES[i]));
        }
        if (postmortem.isComplete()) {
            commands.add(new ScheduleMeeting(meeting, null, null, null));
        }
        each(commands, postmortem.entries(), GeneratedRequests::entry);
        postmortem.sections().forEach((section, text) -> commands.add(new WriteSection(section, text, null)));
        each(commands, postmortem.factors(), text -> new AddContributingFactor(null, text, false));
        each(commands, postmortem.wentWell(), text -> new AddWentWell(null, text));
        each(commands, postmortem.wentBadly(), text -> new AddWentBadly(null, text, null));
        for (int i = 0; i < postmortem.items().size(); i++) {
            commands.add(item("i" + i, postmortem.items().get(i)));
        }
        if (postmortem.isComplete()) {
            commands.add(new ShareForReview());
            commands.add(new SubmitForReview());
        }
        if (postmortem.status() == Status.REVIEWED || postmortem.status() == Status.CLOSED) {
            commands.add(new RecordMeetingHeld(meeting, people, null));
        }
        return commands;
    }

    private List<Command> end() {
        List<Command> commands = new ArrayList<>();
        commands.add(new FinishReview());
        if (postmortem.status() == Status.CLOSED) {
            commands.add(new Close());
        }
        for (int i = 0; i < postmortem.items().size(); i++) {
            if (postmortem.items().get(i).done()) {
                commands.add(new CompleteActionItem("i" + i));
            }
        }
        return commands;
    }

    private static AddTimelineEntry entry(Entry entry) {
        return new AddTimelineEntry(
                null,
                entry.at(),
                entry.kind(),
                entry.text(),
                null,
                entry.link() == null ? null : List.of(new EvidenceGiven(entry.link(), null, null)));
    }

    private AddActionItem item(String id, Item item) {
        int days = item.priority() == Priority.P0 ? 15 : 30;
        return new AddActionItem(
                id,
                item.title()
                        .substring(0, Math.min(item.title().length(), Limits.LINE))
                        .strip(),
                ActionItemKind.PREVENTION,
                item.priority(),
                item.owner(),
                postmortem.resolvedAt().toLocalDate().plusDays(days),
                item.ticket(),
                null);
    }

    private static <T> void each(List<Command> commands, List<T> parts, Function<T, Command> command) {
        parts.forEach(part -> commands.add(command.apply(part)));
    }

    private static Request request(String id, Actor actor, List<Command> commands, String reason) {
        List<Instruction> instructions = commands.stream()
                .map(command -> new Instruction(NAMES.get(command.getClass()), command, reason))
                .toList();
        return new Request(id, instructions, actor, null, null, null, "made-up");
    }
}
