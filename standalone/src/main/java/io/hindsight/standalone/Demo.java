package io.hindsight.standalone;

import io.hindsight.command.decision.Actor;
import io.hindsight.command.decision.Command;
import io.hindsight.command.lifecycle.LifecycleCommand.Waive;
import io.hindsight.command.postmortem.CommandRegistry;
import io.hindsight.command.postmortem.Instruction;
import io.hindsight.command.postmortem.PostmortemRequests;
import io.hindsight.command.postmortem.Request;
import io.hindsight.eventstore.EventPositions;
import io.hindsight.http.Roles;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/**
 * {@code --demo}: fills an empty store with a made-up postmortem in every status, by the commands that anybody gives, so
 * that there is something to look at.
 */
class Demo implements ApplicationRunner {
    static final String OPTION = "demo";

    private static final Actor CLEO = actor("cleo", Roles.COORDINATOR, Roles.RESPONDER, Roles.READER);
    private static final Actor ANA = actor("ana", Roles.RESPONDER, Roles.READER);
    private static final Actor BEN = actor("ben", Roles.RESPONDER, Roles.READER);
    private static final Actor MIA = actor("mia", Roles.MANAGER, Roles.READER);

    private static final Map<Class<? extends Command>, String> NAMES =
            CommandRegistry.all().entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private final PostmortemRequests requests;
    private final EventPositions positions;
    private final Clock clock;

    Demo(PostmortemRequests requests, EventPositions positions, Clock clock) {
        this.requests = requests;
        this.positions = positions;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!arguments.containsOption(OPTION)) {
            return;
        }
        if (positions.head().index() > 0) {
            System.out.println(
                    "--demo: the store is not empty; nothing was added. Give it an empty folder: HINDSIGHT_DATA.");
            return;
        }
        fill(new DemoStory(clock.instant()));
        System.out.println("--demo: five made-up postmortems were added.");
    }

    private void fill(DemoStory story) {
        give("demo-payments", CLEO, story.opened("Payments were declined", "INC-101", 9));

        give("demo-search", CLEO, story.opened("Search answered slowly", "INC-102", 2));
        give("demo-search", CLEO, story.led("ana", 2));
        give("demo-search", ANA, story.written());
        give("demo-search", ANA, story.approved());
        give("demo-search", BEN, story.changesRequested());
        give("demo-search", MIA, story.commented());

        give("demo-login", CLEO, story.opened("Nobody could log in", "INC-103", 4));
        give("demo-login", CLEO, story.led("ben", 4));
        give("demo-login", BEN, story.written());
        review("demo-login", story);

        give("demo-mail", CLEO, story.opened("Mails went out twice", "INC-104", 12));
        give("demo-mail", CLEO, story.led("ana", 12));
        give("demo-mail", ANA, story.written());
        review("demo-mail", story);
        give("demo-mail", CLEO, story.told());
        give("demo-mail", ANA, story.closed());

        give("demo-alarm", CLEO, story.opened("An alarm without an incident", "INC-105", 1));
        send("demo-alarm", CLEO, List.of(instruction(new Waive(), "A test alarm; no customer was affected")));
    }

    private void review(String postmortem, DemoStory story) {
        for (Actor reviewer : List.of(ANA, BEN, MIA)) {
            give(postmortem, reviewer, story.approved());
        }
        give(postmortem, CLEO, story.reviewFinished());
    }

    private void give(String postmortem, Actor actor, List<Command> commands) {
        send(
                postmortem,
                actor,
                commands.stream().map(command -> instruction(command, null)).toList());
    }

    private void send(String postmortem, Actor actor, List<Instruction> instructions) {
        requests.send(new Request(
                postmortem,
                instructions,
                actor,
                null,
                null,
                null,
                UUID.randomUUID().toString()));
    }

    private static Instruction instruction(Command command, String reason) {
        return new Instruction(NAMES.get(command.getClass()), command, reason);
    }

    private static Actor actor(String name, String... roles) {
        return new Actor(name, Set.copyOf(Arrays.asList(roles)), null);
    }
}
