package io.hindsight.command.review;

import static io.hindsight.command.postmortem.Commands.MEETING;
import static io.hindsight.command.postmortem.Commands.OWNER;
import static io.hindsight.command.postmortem.Commands.agreed;
import static io.hindsight.command.postmortem.Commands.approve;
import static io.hindsight.command.postmortem.Commands.complete;
import static io.hindsight.command.postmortem.Commands.entry;
import static io.hindsight.command.postmortem.Commands.held;
import static io.hindsight.command.postmortem.Commands.inReview;
import static io.hindsight.command.postmortem.Commands.minorEdit;
import static io.hindsight.command.postmortem.Commands.open;
import static io.hindsight.command.postmortem.Commands.schedule;
import static io.hindsight.command.postmortem.Commands.ticketed;
import static io.hindsight.command.postmortem.Commands.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.command.actionitem.ActionItemCommand.LinkTicket;
import io.hindsight.command.comment.CommentCommand.AddComment;
import io.hindsight.command.decision.Actor;
import io.hindsight.command.decision.Refusal;
import io.hindsight.command.decision.Rule;
import io.hindsight.command.lifecycle.LifecycleCommand.FinishReview;
import io.hindsight.command.lifecycle.LifecycleCommand.ReturnToDraft;
import io.hindsight.command.lifecycle.LifecycleCommand.SubmitForReview;
import io.hindsight.command.postmortem.Instruction;
import io.hindsight.command.postmortem.Request;
import io.hindsight.command.postmortem.Scenario;
import io.hindsight.command.review.ReviewCommand.AnswerRequestedChanges;
import io.hindsight.command.review.ReviewCommand.MarkReviewed;
import io.hindsight.command.review.ReviewCommand.RequestChanges;
import io.hindsight.command.review.ReviewCommand.ShareForReview;
import io.hindsight.command.review.ReviewCommand.WithdrawReview;
import io.hindsight.events.LifecycleEvent.ReviewFinished;
import io.hindsight.events.ReviewEvent.ChangesRequested;
import io.hindsight.events.ReviewEvent.MarkedReviewed;
import io.hindsight.events.ReviewEvent.RequestedChangesAnswered;
import io.hindsight.events.ReviewEvent.ReviewWithdrawn;
import io.hindsight.events.ReviewEvent.ReviewsWentStale;
import io.hindsight.events.ReviewEvent.SharedForReview;
import io.hindsight.events.SectionEvent.SectionWritten;
import io.hindsight.words.Deadline;
import io.hindsight.words.Edit;
import io.hindsight.words.Handling;
import io.hindsight.words.ObligationKind;
import io.hindsight.words.Section;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReviewTest {

    @Test
    void sharing_twice_is_sharing_once() {
        Scenario.postmortem()
                .given(open())
                .when(new ShareForReview())
                .then(new SharedForReview())
                .when(new ShareForReview())
                .thenNothingHappens();
    }

    @Test
    void sharing_less_than_a_day_before_the_meeting_warns() {
        Scenario.postmortem()
                .given(open(), schedule())
                .at("2026-11-24T15:00:00Z")
                .when(new ShareForReview())
                .thenWarnedBy();
        Scenario.postmortem()
                .given(open(), schedule())
                .at("2026-11-24T15:00:00.001Z")
                .when(new ShareForReview())
                .thenWarnedBy("review.shared-before-meeting");
    }

    @Test
    void how_long_before_is_the_policys_to_say_in_words() {
        Scenario scenario = Scenario.postmortem()
                .changed(policy -> policy.sharedBefore = Duration.ofMinutes(90))
                .given(open(), schedule(Scenario.NOW.atOffset(ZoneOffset.UTC).plusMinutes(60)));
        scenario.when(new ShareForReview());

        assertThat(scenario.answer().warnings().get(0).message())
                .startsWith("Reviewers need about 1 hour 30 minutes before the meeting");
    }

    @Test
    void what_went_back_to_draft_has_to_be_shared_again() {
        inReview().given(new ReturnToDraft()).when(new ShareForReview()).then(new SharedForReview());
    }

    @Test
    void a_review_is_of_the_version_that_stood_and_the_callers_own() {
        Scenario scenario = inReview().by("mia", "reader", "manager");
        scenario.when(new MarkReviewed("Clear", null));
        long before = scenario.answer().version() - 1;

        scenario.then(new MarkedReviewed("mia", before, true, "Clear"))
                .when(new MarkReviewed("Clear", null))
                .thenNothingHappens();
    }

    @Test
    void who_says_something_else_replaces_what_they_said() {
        Scenario scenario = inReview().by("ben", "reader", "responder").given(new RequestChanges("Which cache?"));
        scenario.when(new RequestChanges("Which cache?")).thenNothingHappens();
        scenario.when(approve());

        assertThat(scenario.events()).hasOnlyElementsOfType(MarkedReviewed.class);
        scenario.when(new WithdrawReview())
                .then(new ReviewWithdrawn("ben"))
                .when(new WithdrawReview())
                .thenNothingHappens();
    }

    @Test
    void reviews_are_of_what_is_in_review() {
        Scenario draft = Scenario.postmortem().given(complete());
        draft.when(approve()).thenRefusedBy("status.flow");
        draft.when(new RequestChanges("x")).thenRefusedBy("status.flow");
        Scenario reviewed = agreed().given(new FinishReview());
        reviewed.when(approve()).thenRefusedBy("status.flow");
        reviewed.by("ben", "responder").when(new WithdrawReview()).thenRefusedBy("status.flow");
        reviewed.by(Scenario.COORDINATOR).when(new ShareForReview()).thenNothingHappens();
    }

    @Test
    void a_review_is_of_the_version_that_the_reviewer_has_read() {
        Scenario scenario = inReview();
        long read = scenario.answer().version();
        scenario.given(new AddComment("c-1", "Which cache?", null, null))
                .by("ben", "responder")
                .when(new MarkReviewed("Clear", read))
                .then(new MarkedReviewed("ben", read, false, "Clear"))
                .thenWarnedBy();
    }

    @Test
    void a_review_of_content_that_was_edited_since_is_refused_and_says_by_what() {
        Scenario scenario = inReview();
        long read = scenario.answer().version();
        scenario.given(write(Section.OVERVIEW, "Another overview"))
                .by("ben", "responder")
                .when(new MarkReviewed("Clear", read))
                .thenRefusedBy("review.stale");
        assertThat(scenario.refusal().unmet().get(0).message())
                .isEqualTo("The content was edited at version " + (read + 1)
                        + " (section-written), after the version that was read, " + read
                        + ": read it as it stands, and review that");
    }

    @Test
    void a_review_of_earlier_content_counts_where_the_policy_only_warns() {
        Scenario scenario = inReview();
        long read = scenario.answer().version();
        scenario.changed(policy -> policy.handling.put(Rule.REVIEW_STALE, Handling.WARN))
                .given(write(Section.OVERVIEW, "Another overview"))
                .by("ben", "responder")
                .when(new MarkReviewed("Clear", read))
                .then(new MarkedReviewed("ben", read, false, "Clear"))
                .thenWarnedBy("review.stale");
    }

    @Test
    void nobody_has_read_a_version_that_is_not_there_yet() {
        Scenario scenario = inReview();
        scenario.when(new MarkReviewed("Clear", scenario.answer().version() + 1))
                .thenRefusedAs(Refusal.Kind.PART_NOT_FOUND);
    }

    @Test
    void who_does_not_say_what_they_have_read_is_told_of_what_their_review_is() {
        Scenario scenario = inReview();
        long version = scenario.answer().version();
        scenario.when(approve()).thenWarnedBy("review.stale");
        assertThat(scenario.answer().warnings().get(0).message())
                .isEqualTo("This review is of version " + version
                        + ": to say which one was read, name it (version, or If-Match)");

        scenario.by("ben", "responder")
                .when(new Request(
                        Scenario.ID,
                        List.of(new Instruction("mark-reviewed", approve(), null)),
                        new Actor("ben", Set.of("responder"), null),
                        Set.of(version + 1),
                        null,
                        null,
                        "correlation"))
                .thenWarnedBy();
    }

    @Test
    void an_edit_makes_earlier_reviews_stale_and_the_editor_is_told_whose() {
        Scenario scenario = agreed();
        long before = scenario.answer().version();
        scenario.when(write(Section.OVERVIEW, "Another overview"));

        scenario.then(
                        new SectionWritten(Section.OVERVIEW, "Another overview", false),
                        new ReviewsWentStale(
                                List.of(OWNER, "ben", "mia"),
                                new Edit(before + 1, Scenario.NOW, "cora", "section-written")))
                .thenWarnedBy("review.stale");
        assertThat(scenario.answer().warnings().get(0).message()).contains("olga, ben, mia");
    }

    @Test
    void an_edit_that_made_reviews_stale_only_later_is_named_all_the_same() {
        Scenario scenario = agreed().given(new FinishReview(), ticketed("a-1"));
        long added = scenario.answer().version();
        scenario.at("2026-11-24T10:00:00Z").when(new ReturnToDraft());

        assertThat(scenario.events())
                .contains(new ReviewsWentStale(
                        List.of(OWNER, "ben", "mia"), new Edit(added - 1, Scenario.NOW, null, "action-item-added")));
    }

    @Test
    void a_second_edit_makes_nobodys_review_staler() {
        agreed().given(write(Section.OVERVIEW, "Another overview"))
                .when(write(Section.OVERVIEW, "A third one"))
                .then(new SectionWritten(Section.OVERVIEW, "A third one", false))
                .thenWarnedBy();
    }

    @Test
    void a_stale_review_does_not_count_until_it_is_given_again() {
        agreed().given(entry("e-9"))
                .when(new FinishReview())
                .thenRefusedBy("review.quorum", "review.quorum")
                .by(OWNER, "responder")
                .given(approve())
                .by("ben", "responder")
                .given(approve())
                .by("mia", "manager")
                .given(approve())
                .by(Scenario.COORDINATOR)
                .when(new FinishReview())
                .then(new ReviewFinished(3, List.of(OWNER, "ben", "mia"), true));
    }

    @Test
    void a_minor_edit_leaves_reviews_standing() {
        agreed().given(minorEdit(Section.OVERVIEW, "Spelt right"))
                .when(new FinishReview())
                .then(new ReviewFinished(3, List.of(OWNER, "ben", "mia"), true));
    }

    @Test
    void linking_a_ticket_is_no_edit_of_the_content() {
        inReview()
                .given(ticketed("a-1"))
                .by("ben", "responder")
                .given(approve())
                .when(new LinkTicket("a-1", "https://tickets.example/other"))
                .thenWarnedBy();
    }

    @Test
    void an_item_added_to_what_is_reviewed_makes_reviews_stale_once_it_is_a_draft_again() {
        agreed().given(new FinishReview(), ticketed("a-1"))
                .when(new ReturnToDraft())
                .thenWarnedBy("review.stale");
    }

    @Test
    void where_the_policy_says_so_an_edit_leaves_reviews_standing() {
        agreed().changed(policy -> policy.handling.put(Rule.REVIEW_STALE, Handling.WARN))
                .given(entry("e-9"))
                .when(new FinishReview())
                .then(new ReviewFinished(3, List.of(OWNER, "ben", "mia"), true));
    }

    @Test
    void a_request_for_changes_blocks_even_when_it_is_stale() {
        Scenario scenario = agreed().by("zoe", "responder").given(new RequestChanges("Which cache?"));
        scenario.by(Scenario.COORDINATOR).when(new FinishReview()).thenRefusedBy("status.reviewed");
        assertThat(scenario.refusal().unmet().get(0).message()).contains("zoe");

        scenario.given(write(Section.OVERVIEW, "Said which"))
                .when(new FinishReview())
                .thenRefusedBy("status.reviewed", "review.quorum", "review.quorum");
    }

    @Test
    void a_request_that_is_withdrawn_blocks_no_more() {
        agreed().by("zoe", "responder")
                .given(new RequestChanges("Which cache?"), new WithdrawReview())
                .by(Scenario.COORDINATOR)
                .when(new FinishReview())
                .then(new ReviewFinished(3, List.of(OWNER, "ben", "mia"), true));
    }

    @Test
    void a_request_that_whoever_leads_has_answered_blocks_no_more() {
        Scenario scenario = agreed().by("zoe", "responder").given(new RequestChanges("Which cache?"));
        scenario.by(OWNER, "responder").when(new AnswerRequestedChanges("zoe")).thenRefusedAs(Refusal.Kind.NOT_ALLOWED);
        scenario.by(Scenario.COORDINATOR)
                .because("It is named in the timeline")
                .when(new AnswerRequestedChanges("zoe"))
                .then(new RequestedChangesAnswered("zoe"));
        assertThat(scenario.lastMetadata().get("reason")).isEqualTo("It is named in the timeline");
        scenario.when(new AnswerRequestedChanges("zoe")).thenNothingHappens();

        scenario.when(new FinishReview()).then(new ReviewFinished(3, List.of(OWNER, "ben", "mia"), true));
    }

    @Test
    void an_answered_request_that_is_made_again_blocks_again() {
        agreed().by("zoe", "responder")
                .given(new RequestChanges("Which cache?"))
                .by(Scenario.COORDINATOR)
                .given(new AnswerRequestedChanges("zoe"))
                .by("zoe", "responder")
                .given(new RequestChanges("Which cache?"))
                .by(Scenario.COORDINATOR)
                .when(new FinishReview())
                .thenRefusedBy("status.reviewed");
    }

    @Test
    void only_a_request_for_changes_can_be_answered() {
        agreed().when(new AnswerRequestedChanges("ben"))
                .thenRefusedAs(Refusal.Kind.PART_NOT_FOUND)
                .when(new AnswerRequestedChanges("zoe"))
                .thenRefusedAs(Refusal.Kind.PART_NOT_FOUND);
    }

    @Test
    void the_request_records_who_asked_as_what() {
        Scenario scenario = inReview().by("ben", "responder").when(new RequestChanges("Which cache?"));

        scenario.then(new ChangesRequested("ben", scenario.answer().version() - 1, false, "Which cache?"));
    }

    @Test
    void three_reviews_without_the_owners_are_no_quorum() {
        inReview()
                .given(approve())
                .by("ben", "responder")
                .given(approve())
                .by("mia", "manager")
                .given(approve())
                .by(Scenario.COORDINATOR)
                .given(held())
                .when(new FinishReview())
                .thenRefusedBy("review.quorum");
    }

    @Test
    void a_quorum_without_a_manager_warns() {
        inReview()
                .given(approve())
                .by("ben", "responder")
                .given(approve())
                .by(OWNER, "responder")
                .given(approve())
                .by(Scenario.COORDINATOR)
                .given(held())
                .when(new FinishReview())
                .thenWarnedBy("review.quorum");
    }

    @Test
    void who_becomes_a_manager_reviews_again_as_one() {
        Scenario scenario = inReview().by("mia", "reader", "responder").given(new MarkReviewed("Fine", null));
        long version = scenario.answer().version();

        scenario.by("mia", "reader", "responder", "manager")
                .when(new MarkReviewed("Fine", null))
                .then(new MarkedReviewed("mia", version, true, "Fine"));
    }

    @Test
    void a_refused_finish_says_how_many_reviews_are_missing() {
        Scenario scenario = inReview().given(approve()).when(new FinishReview());

        scenario.thenRefusedBy("status.reviewed", "review.quorum", "review.quorum");
        assertThat(scenario.refusal().unmet())
                .anyMatch(unmet ->
                        unmet.message().startsWith("1 of 3") && unmet.message().contains("2 more"));
    }

    @Test
    void an_integration_reviews_neither_for_somebody_nor_for_itself() {
        Scenario scenario = inReview();
        for (Actor bot : List.of(
                new Actor("bot", Set.of("reader", "responder", "integration"), null),
                new Actor("bot", Set.of("reader", "responder", "integration"), OWNER),
                new Actor("bot", Set.of("reader", "responder", "integration", "manager"), "mia"))) {
            scenario.by(bot).when(approve()).thenRefusedAs(Refusal.Kind.NOT_ALLOWED);
        }
    }

    @Test
    void reviews_are_owed_by_the_meeting_while_in_review() {
        Scenario scenario = Scenario.postmortem().given(complete());
        scenario.when(new SubmitForReview());
        assertThat(scenario.deadlines())
                .containsExactly(new Deadline(
                        ObligationKind.REVIEW, null, MEETING.toInstant(), MEETING.toInstant(), "review.quorum"));

        scenario.when(new ReturnToDraft());
        assertThat(scenario.deadlines())
                .contains(new Deadline(ObligationKind.REVIEW, null, null, null, "review.quorum"))
                .contains(new Deadline(
                        ObligationKind.SHARE_FOR_REVIEW,
                        null,
                        Instant.parse("2026-11-24T15:00:00Z"),
                        MEETING.toInstant(),
                        "review.shared-before-meeting"));
    }
}
