package io.hindsight.query.fold;

import io.hindsight.events.EventMetadata;
import io.hindsight.events.ReviewEvent;
import io.hindsight.events.ReviewEvent.ChangesRequested;
import io.hindsight.events.ReviewEvent.MarkedReviewed;
import io.hindsight.events.ReviewEvent.RequestedChangesAnswered;
import io.hindsight.events.ReviewEvent.ReviewWithdrawn;
import io.hindsight.events.ReviewEvent.ReviewsWentStale;
import io.hindsight.events.ReviewEvent.SharedForReview;
import io.hindsight.query.fold.PostmortemDocument.Answered;
import io.hindsight.query.fold.PostmortemDocument.Review;
import io.hindsight.words.Edit;

/** One review a person: what somebody says last replaces what they said before. */
final class ReviewFold {
    private ReviewFold() {}

    static void fold(DocumentEdit edit, ReviewEvent event, RecordedEvent recorded) {
        if (event instanceof SharedForReview) {
            // Shows as the obligation to share being done.
            return;
        }
        if (event instanceof MarkedReviewed marked) {
            say(
                    edit,
                    said(
                            recorded,
                            marked.person(),
                            Verdict.APPROVED,
                            marked.contentVersion(),
                            marked.asManager(),
                            marked.comment()));
        } else if (event instanceof ChangesRequested requested) {
            say(
                    edit,
                    said(
                            recorded,
                            requested.person(),
                            Verdict.CHANGES_REQUESTED,
                            requested.contentVersion(),
                            requested.asManager(),
                            requested.comment()));
        } else if (event instanceof RequestedChangesAnswered settled) {
            Answered answered =
                    new Answered(recorded.happenedAt(), recorded.person(), recorded.text(EventMetadata.REASON));
            edit.reviews = Parts.changed(
                    edit.reviews,
                    review -> review.person().equals(settled.person()),
                    review -> with(review, review.stale(), review.staleSince(), answered));
        } else if (event instanceof ReviewWithdrawn withdrawn) {
            edit.reviews = Parts.without(edit.reviews, review -> review.person().equals(withdrawn.person()));
        } else if (event instanceof ReviewsWentStale stale) {
            edit.reviews = Parts.changed(
                    edit.reviews,
                    review -> stale.people().contains(review.person()),
                    review -> with(review, true, stale.edit(), review.answered()));
        } else {
            throw new IllegalStateException("No fold for " + event.getClass());
        }
    }

    private static Review said(
            RecordedEvent recorded, String person, Verdict verdict, long version, boolean asManager, String comment) {
        return new Review(person, verdict, recorded.happenedAt(), version, false, asManager, comment, null, null);
    }

    private static void say(DocumentEdit edit, Review review) {
        edit.reviews =
                Parts.with(Parts.without(edit.reviews, before -> before.person().equals(review.person())), review);
    }

    private static Review with(Review review, boolean stale, Edit staleSince, Answered answered) {
        return new Review(
                review.person(),
                review.verdict(),
                review.at(),
                review.version(),
                stale,
                review.asManager(),
                review.comment(),
                staleSince,
                answered);
    }
}
