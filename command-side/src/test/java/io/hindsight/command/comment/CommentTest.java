package io.hindsight.command.comment;

import static io.hindsight.command.postmortem.Commands.agreed;
import static io.hindsight.command.postmortem.Commands.entry;
import static io.hindsight.command.postmortem.Commands.factor;
import static io.hindsight.command.postmortem.Commands.item;
import static io.hindsight.command.postmortem.Commands.open;
import static io.hindsight.command.postmortem.Commands.wentBadly;

import io.hindsight.command.comment.CommentCommand.AddComment;
import io.hindsight.command.comment.CommentCommand.AnchorGiven;
import io.hindsight.command.comment.CommentCommand.ResolveComment;
import io.hindsight.command.decision.Actor;
import io.hindsight.command.decision.Refusal.Kind;
import io.hindsight.command.lifecycle.LifecycleCommand.Close;
import io.hindsight.command.postmortem.Scenario;
import io.hindsight.command.timeline.TimelineCommand.RetractTimelineEntry;
import io.hindsight.events.CommentEvent.CommentAdded;
import io.hindsight.events.CommentEvent.CommentResolved;
import io.hindsight.words.Anchor;
import io.hindsight.words.Section;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommentTest {
    private static final AnchorGiven ENTRY = new AnchorGiven(null, "e", null, null, null);

    private final Scenario scenario =
            Scenario.postmortem().given(open(), entry("e"), item("a"), factor("f"), wentBadly("b"));

    static Stream<AnchorGiven> places() {
        return Stream.of(
                new AnchorGiven(Section.TRIGGER, null, null, null, null),
                ENTRY,
                new AnchorGiven(null, null, "a", null, null),
                new AnchorGiven(null, null, null, "f", null),
                new AnchorGiven(null, null, null, null, "b"));
    }

    @ParameterizedTest
    @MethodSource("places")
    void a_comment_is_about_a_place_that_is_there(AnchorGiven place) {
        scenario.when(new AddComment("c", "Which cache?", place, null))
                .then(new CommentAdded(
                        "c",
                        "cora",
                        "Which cache?",
                        new Anchor(place.section(), place.entryId(), place.itemId(), place.factorId(), place.pointId()),
                        null));
    }

    static Stream<AnchorGiven> nowhere() {
        return Stream.of(
                new AnchorGiven(null, "x", null, null, null),
                new AnchorGiven(null, null, "x", null, null),
                new AnchorGiven(null, null, null, "x", null),
                new AnchorGiven(null, null, null, null, "x"));
    }

    @ParameterizedTest
    @MethodSource("nowhere")
    void what_is_not_there_cannot_be_commented(AnchorGiven place) {
        scenario.when(new AddComment("c", "Which cache?", place, null)).thenRefusedAs(Kind.PART_NOT_FOUND);
    }

    @Test
    void a_comment_outlives_what_it_is_about() {
        scenario.given(new AddComment("c", "Was it then?", ENTRY, null), new RetractTimelineEntry("e"))
                .when(new AddComment("d", "No", null, "c"))
                .then(new CommentAdded("d", "cora", "No", null, "c"))
                .when(new AddComment("x", "Was it then?", ENTRY, null))
                .thenRefusedAs(Kind.PART_NOT_FOUND);
    }

    @Test
    void replies_and_their_replies_make_a_thread_and_resolving_one_resolves_it() {
        scenario.given(
                        new AddComment("c", "Which cache?", null, null),
                        new AddComment("d", "The second", null, "c"),
                        new AddComment("e", "Thanks", null, "d"))
                .when(new ResolveComment("e"))
                .then(new CommentResolved("c"))
                .when(new ResolveComment("c"))
                .thenNothingHappens()
                .when(new AddComment("f", "?", null, "x"))
                .thenRefusedAs(Kind.PART_NOT_FOUND)
                .when(new ResolveComment("x"))
                .thenRefusedAs(Kind.PART_NOT_FOUND);
    }

    @Test
    void an_id_is_used_once() {
        scenario.given(new AddComment("c", "Which cache?", null, null))
                .when(new AddComment("c", "Which cache?", null, null))
                .thenRefusedAs(Kind.ID_IN_USE);
    }

    @Test
    void who_began_a_thread_resolves_it_and_everybody_who_may_edit() {
        Scenario byManager = scenario.by("mia", "reader", "manager").given(new AddComment("c", "Which?", null, null));
        byManager.when(new ResolveComment("c")).then(new CommentResolved("c"));

        Scenario byBen = Scenario.postmortem()
                .given(open())
                .by("ben", "reader", "responder")
                .given(new AddComment("c", "Which?", null, null));
        byBen.by("mia", "reader", "manager").when(new ResolveComment("c")).thenRefusedAs(Kind.NOT_ALLOWED);
        byBen.by("zoe", "reader", "responder").when(new ResolveComment("c")).then(new CommentResolved("c"));
    }

    @Test
    void an_integration_comments_for_a_person() {
        scenario.by(new Actor("bot", Set.of("reader", "responder", "integration"), "ben"))
                .when(new AddComment("c", "Which?", null, null))
                .then(new CommentAdded("c", "ben", "Which?", null, null));
    }

    @Test
    void comments_make_no_review_stale_and_come_in_every_status() {
        agreed().when(new AddComment("c", "Well put", null, null))
                .then(new CommentAdded("c", "cora", "Well put", null, null))
                .thenWarnedBy()
                .given(new Close())
                .when(new AddComment("d", "Thanks", null, "c"))
                .then(new CommentAdded("d", "cora", "Thanks", null, "c"));
    }
}
