package io.hindsight.command.postmortem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.hindsight.command.decision.Actor;
import io.hindsight.command.decision.Command;
import io.hindsight.command.decision.Refusal.Kind;
import io.hindsight.command.responder.ResponderCommand.AddResponder;
import io.hindsight.words.ResponderRole;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may what: every command by every role and by those who stand in a relation to the postmortem. */
class PermissionTest {
    private static final Set<String> REVIEW = Set.of("mark-reviewed", "request-changes", "withdraw-review");
    private static final Set<String> RUN = Set.of(
            "submit-for-review",
            "return-to-draft",
            "close",
            "schedule-meeting",
            "cancel-meeting",
            "unassign-owner",
            "share-for-review",
            "approve-external-message",
            "decline-external-message",
            "record-internal-email");
    private static final Set<String> COMMENT = Set.of("add-comment", "resolve-comment");
    private static final Set<String> POST = Set.of("record-external-message-posted");
    private static final Set<String> RESTRICT = Set.of("restrict", "lift-restriction");
    private static final Set<String> LEAD = Set.of(
            "waive",
            "reopen",
            "finish-review",
            "assign-owner",
            "change-severity",
            "record-meeting-held",
            "answer-requested-changes");
    private static final Set<String> EDIT = Set.of(
            "open",
            "correct-incident",
            "add-responder",
            "remove-responder",
            "add-timeline-entry",
            "correct-timeline-entry",
            "retract-timeline-entry",
            "write-section",
            "draft-external-message",
            "add-contributing-factor",
            "correct-contributing-factor",
            "move-contributing-factor",
            "retract-contributing-factor",
            "record-impact",
            "add-went-well",
            "correct-went-well",
            "retract-went-well",
            "add-went-badly",
            "correct-went-badly",
            "retract-went-badly",
            "add-action-item",
            "change-action-item",
            "link-ticket",
            "complete-action-item",
            "decline-action-item",
            "reopen-action-item",
            "take-as-timeline-entry",
            "take-as-action-item",
            "dismiss-suggestion");

    static Stream<Arguments> callers() {
        return Stream.of(
                arguments("a reader", actor("rita", "reader"), Set.of()),
                arguments("a responder", actor("ben", "reader", "responder"), union(EDIT, COMMENT, REVIEW)),
                arguments("the owner", actor("olga", "reader"), union(EDIT, COMMENT, REVIEW, RUN, RESTRICT)),
                arguments(
                        "the incident commander",
                        actor("ivo", "reader"),
                        union(EDIT, COMMENT, REVIEW, RUN, LEAD, POST, RESTRICT)),
                arguments(
                        "a coordinator",
                        actor("cora", "reader", "responder", "coordinator"),
                        union(EDIT, COMMENT, REVIEW, RUN, LEAD, POST, RESTRICT)),
                arguments("support", actor("sue", "reader", "support"), POST),
                arguments("the customer liaison", actor("lea", "reader"), POST),
                arguments("a manager", actor("mia", "reader", "manager"), union(REVIEW, COMMENT)),
                arguments("an administrator", actor("adam", "reader", "administrator"), RESTRICT),
                arguments("an integration", actor("bot", "reader", "responder", "integration"), union(EDIT, COMMENT)),
                arguments(
                        "an integration for the owner",
                        new Actor("bot", Set.of("reader", "responder", "integration"), "olga"),
                        union(EDIT, COMMENT)),
                arguments(
                        "one with every role",
                        actor(
                                "root",
                                "reader",
                                "responder",
                                "coordinator",
                                "support",
                                "manager",
                                "administrator",
                                "integration"),
                        union(EDIT, COMMENT, REVIEW, RUN, LEAD, POST, RESTRICT)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("callers")
    void may_do_this_and_nothing_else(String who, Actor actor, Set<String> expected) {
        Set<String> allowed = new TreeSet<>();
        for (Command command : Samples.ofEveryCommand()) {
            Scenario scenario = Scenario.postmortem()
                    .given(
                            Commands.open(),
                            Commands.own(),
                            new AddResponder("ivo", ResponderRole.INCIDENT_COMMANDER),
                            new AddResponder("lea", ResponderRole.CUSTOMER_LIAISON))
                    .by(actor)
                    .when(command);
            if (scenario.refusal() == null || scenario.refusal().kind() != Kind.NOT_ALLOWED) {
                allowed.add(Scenario.nameOf(command));
            }
        }
        assertThat(allowed).as(who).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void every_command_is_in_the_table_once() {
        assertThat(Stream.of(EDIT, COMMENT, REVIEW, RUN, LEAD, POST, RESTRICT).flatMap(Set::stream))
                .containsExactlyInAnyOrderElementsOf(CommandRegistry.all().keySet());
        assertThat(Samples.ofEveryCommand().stream().map(Scenario::nameOf))
                .containsExactlyInAnyOrderElementsOf(CommandRegistry.all().keySet());
    }

    @Test
    void a_refusal_says_who_may() {
        Scenario scenario = Scenario.postmortem()
                .given(Commands.open())
                .by("ben", "responder")
                .when(Commands.own());

        assertThat(scenario.refusal())
                .hasMessage("To assign-owner takes the incident commander of this postmortem or a coordinator");
    }

    private static Actor actor(String name, String... roles) {
        return new Actor(name, Set.of(roles), null);
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        return Stream.of(sets).flatMap(Set::stream).collect(Collectors.toSet());
    }
}
