package io.hindsight.command.externalmessage;

import static io.hindsight.command.postmortem.Commands.OWNER;
import static io.hindsight.command.postmortem.Commands.agreed;
import static io.hindsight.command.postmortem.Commands.approve;
import static io.hindsight.command.postmortem.Commands.draftMessage;
import static io.hindsight.command.postmortem.Commands.inReview;
import static io.hindsight.command.postmortem.Commands.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.command.externalmessage.ExternalMessageCommand.ApproveExternalMessage;
import io.hindsight.command.externalmessage.ExternalMessageCommand.DeclineExternalMessage;
import io.hindsight.command.externalmessage.ExternalMessageCommand.DraftExternalMessage;
import io.hindsight.command.externalmessage.ExternalMessageCommand.RecordExternalMessagePosted;
import io.hindsight.command.lifecycle.LifecycleCommand.Close;
import io.hindsight.command.lifecycle.LifecycleCommand.FinishReview;
import io.hindsight.command.lifecycle.LifecycleCommand.Reopen;
import io.hindsight.command.postmortem.Scenario;
import io.hindsight.events.ExternalMessageEvent.ExternalMessageApproved;
import io.hindsight.events.ExternalMessageEvent.ExternalMessageDeclined;
import io.hindsight.events.ExternalMessageEvent.ExternalMessageDrafted;
import io.hindsight.events.ExternalMessageEvent.ExternalMessagePosted;
import io.hindsight.events.LifecycleEvent.PostmortemClosed;
import io.hindsight.events.LifecycleEvent.ReviewFinished;
import io.hindsight.events.ReviewEvent.ReviewsWentStale;
import io.hindsight.words.Deadline;
import io.hindsight.words.Edit;
import io.hindsight.words.ObligationKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalMessageTest {
    private static final String TEXT =
            """
            Checkout was slow on Monday morning.

            A query took too long.

            We limit the retries.

            We are sorry for the delays.""";

    private static final ApproveExternalMessage APPROVE = new ApproveExternalMessage();
    private static final RecordExternalMessagePosted POSTED = new RecordExternalMessagePosted(null, null, null);
    private static final DeclineExternalMessage DECLINE = new DeclineExternalMessage();

    @Test
    void a_part_that_is_given_replaces_what_it_said_and_the_others_stay() {
        Scenario.postmortem()
                .given(open(), draftMessage())
                .when(new DraftExternalMessage(" Checkout was slow. \n", null, "", null, null))
                .then(new ExternalMessageDrafted(
                        "Checkout was slow.", "A query took too long.", null, "We are sorry for the delays.", false))
                .when(new DraftExternalMessage("Checkout was slow.", null, " ", null, null))
                .thenNothingHappens();
    }

    @Test
    void a_missing_part_warns_and_says_which() {
        Scenario scenario = Scenario.postmortem()
                .given(open())
                .when(new DraftExternalMessage("Checkout was slow.", null, null, "Sorry.", null))
                .thenWarnedBy("external.parts");
        assertThat(scenario.answer().warnings().get(0).message())
                .contains("what happened", "what we are doing about it")
                .doesNotContain("a summary", "apology");

        scenario.when(draftMessage()).thenWarnedBy();
    }

    @Test
    void approving_a_message_that_lacks_a_part_warns() {
        inReview()
                .given(new DraftExternalMessage("Checkout was slow.", null, null, null, null))
                .when(APPROVE)
                .thenWarnedBy("external.parts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"The outage is over", "Two OUTAGES"})
    void calling_it_an_outage_warns(String summary) {
        Scenario.postmortem().given(open()).when(draftMessage(summary)).thenWarnedBy("wording.outage");
    }

    @Test
    void blaming_somebody_warns_here_too() {
        Scenario.postmortem()
                .given(open())
                .when(draftMessage("It was human error."))
                .thenWarnedBy("wording.blameless");
    }

    @Test
    void an_approval_pins_the_text_and_the_version_that_were_approved() {
        Scenario scenario = inReview().given(draftMessage()).by(OWNER, "reader").when(APPROVE);

        scenario.then(new ExternalMessageApproved(scenario.answer().version() - 1, TEXT))
                .when(APPROVE)
                .thenNothingHappens();
    }

    @Test
    void only_what_is_in_review_or_reviewed_is_approved() {
        Scenario.postmortem().given(open(), draftMessage()).when(APPROVE).thenRefusedBy("status.flow");
        inReview().when(APPROVE).thenRefusedBy("external.approved");
        agreed().given(draftMessage(), APPROVE).when(APPROVE).thenNothingHappens();
    }

    @Test
    void what_is_posted_is_what_was_approved_with_the_text_at_hand_or_without() {
        inReview()
                .given(draftMessage(), APPROVE)
                .by("sue", "reader", "support")
                .when(POSTED)
                .then(new ExternalMessagePosted(TEXT, OffsetDateTime.parse("2026-11-23T10:00:00Z"), null));
        inReview()
                .given(draftMessage(), APPROVE)
                .by("sue", "reader", "support")
                .when(new RecordExternalMessagePosted(TEXT, null, "https://status.example/1"))
                .then(new ExternalMessagePosted(
                        TEXT, OffsetDateTime.parse("2026-11-23T10:00:00Z"), "https://status.example/1"));
    }

    @Test
    void another_text_than_the_approved_one_is_refused_to_the_letter() {
        Scenario scenario = inReview().given(draftMessage(), APPROVE);
        for (String other : List.of(TEXT + " ", TEXT.replace('.', '!'), "Checkout was slow on Monday morning.")) {
            scenario.when(new RecordExternalMessagePosted(other, null, null)).thenRefusedBy("external.approved");
        }
    }

    @Test
    void a_message_that_nobody_approved_or_wrote_is_not_posted() {
        inReview().when(POSTED).thenRefusedBy("external.approved");
        inReview().given(draftMessage()).when(POSTED).thenRefusedBy("external.approved");
    }

    @Test
    void an_edit_after_the_approval_needs_a_new_one_also_when_it_is_undone() {
        inReview()
                .given(draftMessage(), APPROVE, draftMessage("Checkout was slow."))
                .when(POSTED)
                .thenRefusedBy("external.approved")
                .given(draftMessage())
                .when(new RecordExternalMessagePosted(TEXT, null, null))
                .thenRefusedBy("external.approved")
                .given(APPROVE)
                .when(POSTED)
                .then(new ExternalMessagePosted(TEXT, OffsetDateTime.parse("2026-11-23T10:00:00Z"), null));
    }

    @Test
    void recording_it_again_corrects_when_and_where_and_not_what() {
        Scenario scenario = inReview()
                .given(draftMessage(), APPROVE)
                .at("2026-11-23T12:00:00Z")
                .given(POSTED);
        scenario.when(POSTED).thenNothingHappens();
        scenario.when(new RecordExternalMessagePosted(
                        null, OffsetDateTime.parse("2026-11-23T11:00:00Z"), "https://status.example/1"))
                .then(new ExternalMessagePosted(
                        TEXT, OffsetDateTime.parse("2026-11-23T11:00:00Z"), "https://status.example/1"));
        scenario.when(new RecordExternalMessagePosted("Another", null, null)).thenRefusedBy("external.approved");
    }

    @Test
    void nothing_is_posted_in_the_future() {
        inReview()
                .given(draftMessage(), APPROVE)
                .when(new RecordExternalMessagePosted(null, OffsetDateTime.parse("2026-11-23T10:00:01Z"), null))
                .thenRefusedBy("external.approved");
    }

    @Test
    void nothing_that_was_posted_before_the_approval_was_approved() {
        Scenario scenario = inReview()
                .given(draftMessage())
                .at("2026-11-23T11:00:30Z")
                .given(APPROVE)
                .at("2026-11-23T12:00:00Z")
                .when(new RecordExternalMessagePosted(null, OffsetDateTime.parse("2026-11-23T10:59:59Z"), null))
                .thenRefusedBy("external.approved");
        assertThat(scenario.refusal().unmet().get(0).message()).contains("approved at 2026-11-23T11:00:30Z");

        OffsetDateTime toTheMinute = OffsetDateTime.parse("2026-11-23T12:00:00+01:00");
        scenario.when(new RecordExternalMessagePosted(null, toTheMinute, null))
                .then(new ExternalMessagePosted(TEXT, toTheMinute, null));
    }

    @Test
    void the_message_is_content_that_reviewers_read() {
        Scenario scenario = agreed();
        Edit edit = new Edit(scenario.answer().version() + 1, Scenario.NOW, "cora", "external-message-drafted");
        scenario.when(draftMessage())
                .then(
                        new ExternalMessageDrafted(
                                "Checkout was slow on Monday morning.",
                                "A query took too long.",
                                "We limit the retries.",
                                "We are sorry for the delays.",
                                false),
                        new ReviewsWentStale(List.of(OWNER, "ben", "mia"), edit));
        agreed().given(new FinishReview()).when(draftMessage()).thenRefusedBy("status.flow");
    }

    @Test
    void a_minor_edit_leaves_reviews_standing_and_the_approval_not() {
        DraftExternalMessage minor = new DraftExternalMessage("Checkout was slow.", null, null, null, true);
        assertThat(minor.needsReason()).isTrue();
        inReview()
                .given(draftMessage(), APPROVE)
                .by(OWNER, "responder")
                .given(approve())
                .when(minor)
                .thenWarnedBy()
                .by(Scenario.COORDINATOR)
                .when(POSTED)
                .thenRefusedBy("external.approved");
        inReview().when(minor).thenRefusedBy("review.stale");
    }

    @Test
    void what_was_not_read_is_no_minor_edit_a_part_that_comes_or_goes_or_a_message_that_was_declined() {
        inReview()
                .given(new DraftExternalMessage("Checkout was slow.", "A query took too long.", null, null, null))
                .when(new DraftExternalMessage(null, null, null, "Sorry.", true))
                .thenRefusedBy("review.stale")
                .when(new DraftExternalMessage(null, "", null, null, true))
                .thenRefusedBy("review.stale")
                .given(DECLINE)
                .when(new DraftExternalMessage("Checkout is slow.", null, null, null, true))
                .thenRefusedBy("review.stale");
    }

    @Test
    void what_customers_have_read_cannot_be_taken_away_either() {
        inReview()
                .given(draftMessage(), APPROVE, POSTED)
                .when(new DraftExternalMessage("", "", "", "", null))
                .thenRefusedBy("status.flow");
    }

    @Test
    void with_a_message_it_is_closed_only_once_that_is_posted() {
        Scenario reviewed = agreedWithMessage();
        reviewed.when(new Close()).thenRefusedBy("status.closed");
        assertThat(reviewed.refusal().unmet().get(0).message()).contains("record-external-message-posted");
        reviewed.given(APPROVE, POSTED).when(new Close()).then(new PostmortemClosed());
    }

    @Test
    void without_a_message_or_with_one_that_is_not_needed_it_is_closed_directly() {
        agreed().when(new Close())
                .then(new ReviewFinished(3, List.of(OWNER, "ben", "mia"), true), new PostmortemClosed());
        agreedWithMessage()
                .when(DECLINE)
                .then(new ExternalMessageDeclined())
                .when(DECLINE)
                .thenNothingHappens()
                .when(new Close())
                .then(new PostmortemClosed());
    }

    @Test
    void what_was_declined_is_neither_approved_nor_posted_until_it_is_drafted_again() {
        inReview()
                .given(draftMessage(), APPROVE, DECLINE)
                .when(APPROVE)
                .thenRefusedBy("external.approved")
                .when(POSTED)
                .thenRefusedBy("external.approved")
                .given(draftMessage())
                .when(POSTED)
                .thenRefusedBy("external.approved")
                .given(APPROVE, POSTED);
    }

    @Test
    void a_draft_that_says_nothing_does_not_undo_that_no_message_is_needed() {
        Scenario declined = inReview().given(DECLINE);
        declined.when(new DraftExternalMessage(null, null, null, null, null)).thenNothingHappens();
        declined.when(new DraftExternalMessage("", null, null, null, null)).thenNothingHappens();
    }

    @Test
    void what_customers_have_read_cannot_be_declined() {
        inReview()
                .given(draftMessage(), APPROVE, POSTED)
                .when(DECLINE)
                .thenRefusedBy("status.flow")
                .given(new DraftExternalMessage("Another summary", null, null, null, null))
                .when(DECLINE)
                .thenRefusedBy("status.flow");
    }

    @Test
    void posting_is_owed_a_business_day_after_the_review() {
        Scenario scenario = agreed().at("2026-11-27T15:00:00Z");
        assertThat(scenario.given(new FinishReview()).deadlines())
                .noneMatch(due -> due.kind() == ObligationKind.POST_EXTERNAL_MESSAGE);

        scenario = agreedWithMessageAt("2026-11-27T15:00:00Z");
        assertThat(scenario.deadlines())
                .contains(new Deadline(
                        ObligationKind.POST_EXTERNAL_MESSAGE,
                        null,
                        Instant.parse("2026-12-01T00:00:00Z"),
                        Instant.parse("2026-11-27T15:00:00Z"),
                        "status.closed"));
        assertThat(scenario.given(APPROVE).when(POSTED).deadlines()).isEmpty();
        assertThat(agreedWithMessage().when(DECLINE).deadlines())
                .containsExactly(new Deadline(ObligationKind.POST_EXTERNAL_MESSAGE, null, null, null, "status.closed"));
    }

    @Test
    void a_reopened_postmortem_keeps_its_posted_message_until_that_is_edited() {
        Scenario scenario = agreedWithMessage().given(APPROVE, POSTED, new Close(), new Reopen());
        scenario.when(POSTED).thenNothingHappens();
        scenario.given(draftMessage("Checkout was slow twice.")).when(DECLINE).thenRefusedBy("status.flow");
    }

    private static Scenario agreedWithMessage() {
        return agreedWithMessageAt("2026-11-23T10:00:00Z");
    }

    /** The message was there when it was agreed upon, and the review is finished. */
    private static Scenario agreedWithMessageAt(String finished) {
        return agreed(inReview().given(draftMessage())).at(finished).given(new FinishReview());
    }
}
