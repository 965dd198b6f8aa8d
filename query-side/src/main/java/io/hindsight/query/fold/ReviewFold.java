package io.hindsight.query.fold;

import io.hindsight.events.ReviewEvent;
import io.hindsight.events.ReviewEvent.ChangesRequested;
import io.hindsight.events.ReviewEvent.MarkedReviewed;
import io.hindsight.events.ReviewEvent.ReviewWithdrawn;
import io.hindsight.events.ReviewEvent.ReviewsWentStale;
import io.hindsight.events.ReviewEvent.SharedForReview;
import io.hindsight.query.fold.PostmortemDocument.Review;

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
                    new Review(
                            marked.person(),
                            Verdict.APPROVED,
                            recorded.at(),
                            marked.contentVersion(),
                            false,
                            marked.asManager(),
                            marked.comment()));
        } else if (event instanceof ChangesRequested requested) {
            say(
                    edit,
                    new Review(
                            requested.person(),
                            Verdict.CHANGES_REQUESTED,
                            recorded.at(),
                            requested.contentVersion(),
                            false,
                            requested.asManager(),
                            requested.comment()));
        } else if (event instanceof ReviewWithdrawn withdrawn) {
            edit.reviews = Parts.without(edit.reviews, review -> review.person().equals(withdrawn.person()));
        } else if (event instanceof ReviewsWentStale stale) {
            edit.reviews =
                    Parts.changed(edit.reviews, review -> stale.people().contains(review.person()), ReviewFold::stale);
        } else {
            throw new IllegalStateException("No fold for " + event.getClass());
        }
    }

    private static void say(DocumentEdit edit, Review review) {
        edit.reviews =
                Parts.with(Parts.without(edit.reviews, before -> before.person().equals(review.person())), review);
    }

    private static Review stale(Review review) {
        return new Review(
                review.person(),
                review.verdict(),
                review.at(),
                review.version(),
                true,
                review.asManager(),
                review.comment());
    }
}
