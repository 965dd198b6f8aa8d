package io.hindsight.command.postmortem;

import static io.hindsight.command.postmortem.Commands.open;
import static io.hindsight.command.postmortem.Commands.own;
import static io.hindsight.command.postmortem.Commands.write;

import io.hindsight.command.comment.CommentCommand.AddComment;
import io.hindsight.command.decision.Command;
import io.hindsight.command.decision.Limits;
import io.hindsight.command.decision.Refusal;
import io.hindsight.command.lifecycle.LifecycleCommand.Waive;
import io.hindsight.events.LifecycleEvent.PostmortemWaived;
import io.hindsight.words.Section;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** A postmortem stays small enough for a read model to keep. */
class VolumeTest {
    private static final int AT_ONCE = 40;

    private final Scenario scenario = Scenario.postmortem().given(open(), own());

    @Test
    void what_would_make_it_larger_than_a_read_model_can_keep_is_refused_and_everything_else_goes_on() {
        Command[] comments = Collections.nCopies(AT_ONCE, comment()).toArray(Command[]::new);
        for (long written = 0;
                written + AT_ONCE * (Limits.TEXT + 200) < Volume.MOST;
                written += AT_ONCE * (Limits.TEXT + 200)) {
            scenario.given(comments);
        }

        scenario.when(comments).thenRefusedAs(Refusal.Kind.TOO_LARGE);

        scenario.when(new Waive()).then(new PostmortemWaived());
    }

    @Test
    void a_section_counts_as_it_stands_however_often_it_is_written() {
        for (int time = 0; time <= Volume.MOST / Limits.SECTION; time++) {
            scenario.given(write(Section.OVERVIEW, String.valueOf(time % 10).repeat(Limits.SECTION)));
        }
    }

    private static AddComment comment() {
        return new AddComment(null, "x".repeat(Limits.TEXT), null, null);
    }
}
