package io.hindsight.command.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.command.decision.Actor;
import io.hindsight.command.decision.Command;
import io.hindsight.command.decision.Policies;
import io.hindsight.command.decision.Policies.InForce;
import io.hindsight.command.decision.Policy;
import io.hindsight.command.decision.PolicyEdit;
import io.hindsight.command.decision.Refusal;
import io.hindsight.command.decision.RuleMessage;
import io.hindsight.command.readiness.AskReadiness;
import io.hindsight.command.readiness.Readiness;
import io.hindsight.events.ActionItemEvent.ActionItemRetagged;
import io.hindsight.events.DeadlineEvent.DeadlinesSet;
import io.hindsight.events.EventMetadata;
import io.hindsight.events.MeetingEvent.MeetingInviteesSet;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.words.Deadline;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.axonframework.test.matchers.Matchers;

/**
 * Given a postmortem that commands have brought to where it is, when another command comes, then these events, or this
 * refusal. What is given is given by commands, so that it is a state the process can be in.
 */
public final class Scenario {
    public static final String ID = "pm-1";
    /** A Monday. */
    public static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    public static final Actor COORDINATOR = new Actor("cora", Set.of("reader", "responder", "coordinator"), null);

    private final AtomicInteger ids = new AtomicInteger();
    private final List<EventMessage<?>> history = new ArrayList<>();
    private final List<PostmortemEvent> events = new ArrayList<>();
    private Policy policy = Policy.DEFAULT;
    private long policyVersion;
    private Instant now = NOW;
    private Actor actor = COORDINATOR;
    private String reason = "because";
    private Answer answer;
    private Refusal refusal;

    public static Scenario postmortem() {
        return new Scenario();
    }

    /** From now on the policy is this one, which is its next version. */
    public Scenario changed(Consumer<PolicyEdit> change) {
        policy = policy.with(change);
        policyVersion++;
        return this;
    }

    /** What follows a change of the policy. */
    public Scenario whenSettled() {
        return when((Object) new SettleDeadlines(ID, policyVersion, "correlation"));
    }

    /** From now on these commands come from that caller. */
    public Scenario by(String name, String... roles) {
        actor = new Actor(name, Set.of(roles), null);
        return this;
    }

    public Scenario by(Actor actor) {
        this.actor = actor;
        return this;
    }

    public Scenario at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    public Scenario because(String reason) {
        this.reason = reason;
        return this;
    }

    /** Commands that are accepted, all in one request. */
    public Scenario given(Command... commands) {
        when(commands);
        assertThat(refusal)
                .as("refusal of the given %s", Arrays.toString(commands))
                .isNull();
        return this;
    }

    public Scenario when(Command... commands) {
        return when(new Request(
                ID,
                Arrays.stream(commands)
                        .map(command -> new Instruction(nameOf(command), command, reason))
                        .toList(),
                actor,
                null,
                null,
                null,
                "correlation"));
    }

    public Scenario when(Request request) {
        return when((Object) request);
    }

    private Scenario when(Object request) {
        answer = null;
        refusal = null;
        events.clear();
        var result = fixture().andGivenCurrentTime(now).when(request);
        if (refusal != null) {
            result.expectException(Refusal.class).expectNoEvents();
            return this;
        }
        result.expectSuccessfulHandlerExecution()
                .expectResultMessageMatching(Matchers.matches(message -> {
                    answer = (Answer) ((Message<?>) message).getPayload();
                    return true;
                }))
                .expectEventsMatching(Matchers.matches(published -> {
                    published.forEach(message -> history.add((EventMessage<?>) message));
                    published.forEach(
                            message -> events.add((PostmortemEvent) ((EventMessage<?>) message).getPayload()));
                    return true;
                }));
        return this;
    }

    /** What the postmortem says of how far it is; asking changes nothing. */
    public Readiness readiness() {
        AtomicReference<Readiness> readiness = new AtomicReference<>();
        fixture()
                .andGivenCurrentTime(now)
                .when(new AskReadiness(ID, actor))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution()
                .expectResultMessageMatching(Matchers.matches(message -> {
                    readiness.set((Readiness) ((Message<?>) message).getPayload());
                    return true;
                }));
        return readiness.get();
    }

    /** A postmortem with what has happened so far. */
    private TestExecutor<Postmortem> fixture() {
        AggregateTestFixture<Postmortem> fixture = new AggregateTestFixture<>(Postmortem.class);
        fixture.registerInjectableResource(
                (Policies) version -> new InForce(policy, policyVersion, NOW, "ada", "olga", "because"));
        fixture.registerInjectableResource(Clock.fixed(now, ZoneOffset.UTC));
        fixture.registerInjectableResource((Ids) () -> "id-" + ids.incrementAndGet());
        fixture.registerInjectableResource((StreamHead) id -> history.size());
        fixture.registerCommandHandlerInterceptor((unitOfWork, chain) -> {
            try {
                return chain.proceed();
            } catch (Refusal refused) {
                refusal = refused;
                throw refused;
            }
        });
        TestExecutor<Postmortem> before = fixture.givenNoPriorActivity();
        for (EventMessage<?> event : history) {
            before = before.andGivenCurrentTime(event.getTimestamp()).andGiven(event);
        }
        return before;
    }

    /** These events and no others, but for the deadlines, tags and invitees that follow from them. */
    public Scenario then(PostmortemEvent... expected) {
        assertThat(refusal).as("refusal").isNull();
        assertThat(events.stream()
                        .filter(event -> !(event instanceof DeadlinesSet
                                || event instanceof ActionItemRetagged
                                || event instanceof MeetingInviteesSet)))
                .containsExactly(expected);
        return this;
    }

    /** Accepted, and nothing happened. */
    public Scenario thenNothingHappens() {
        assertThat(refusal).as("refusal").isNull();
        assertThat(events).isEmpty();
        if (answer != null) {
            assertThat(answer.version()).isEqualTo(history.size());
        }
        return this;
    }

    /** Refused for these rules, each as often as it is named, and nothing happened. */
    public Scenario thenRefusedBy(String... rules) {
        assertThat(refusal).as("refusal").isNotNull();
        assertThat(refusal.unmet().stream().map(RuleMessage::rule)).containsExactlyInAnyOrder(rules);
        assertThat(events).isEmpty();
        return this;
    }

    public Scenario thenRefusedAs(Refusal.Kind kind) {
        assertThat(refusal).as("refusal").isNotNull();
        assertThat(refusal.kind()).isEqualTo(kind);
        assertThat(events).isEmpty();
        return this;
    }

    /** Accepted with warnings of just these rules. */
    public Scenario thenWarnedBy(String... rules) {
        assertThat(refusal).as("refusal").isNull();
        assertThat(answer.warnings().stream().map(RuleMessage::rule)).containsExactlyInAnyOrder(rules);
        return this;
    }

    public Answer answer() {
        return answer;
    }

    public Refusal refusal() {
        return refusal;
    }

    public List<PostmortemEvent> events() {
        return List.copyOf(events);
    }

    /** The deadlines that the last command set, moved or lifted. */
    public List<Deadline> deadlines() {
        return events.stream()
                .filter(DeadlinesSet.class::isInstance)
                .flatMap(event -> ((DeadlinesSet) event).deadlines().stream())
                .toList();
    }

    /** The metadata of the last event there is. */
    public Map<String, ?> lastMetadata() {
        return history.get(history.size() - 1).getMetaData();
    }

    /** The metadata of the one event of this type. */
    public Map<String, ?> metadataOf(Class<? extends PostmortemEvent> type) {
        List<EventMessage<?>> found = history.stream()
                .filter(event -> type.isInstance(event.getPayload()))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0).getMetaData();
    }

    public String commandOfLastEvent() {
        return (String) lastMetadata().get(EventMetadata.COMMAND);
    }

    static String nameOf(Command command) {
        return CommandRegistry.all().entrySet().stream()
                .filter(entry -> entry.getValue() == command.getClass())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(command.getClass().getSimpleName());
    }
}
