package io.hindsight.events;

import io.hindsight.words.Edit;
import java.util.List;

/** Who has read the document and what they said (rules {@code review.*}). */
public sealed interface ReviewEvent extends PostmortemEvent {

    /** The link went to those who should review. */
    @StoredAs("shared-for-review")
    record SharedForReview() implements ReviewEvent {}

    /** One person finds that the content is right.
     *
     * @param contentVersion the version of the postmortem that was reviewed
     */
    @StoredAs("marked-reviewed")
    record MarkedReviewed(String person, long contentVersion, boolean asManager, String comment)
            implements ReviewEvent {}

    /** One person asks for changes. */
    @StoredAs("changes-requested")
    record ChangesRequested(String person, long contentVersion, boolean asManager, String comment)
            implements ReviewEvent {}

    /** Whoever leads answered this person's request for changes, which stands in nobody's way any more; the reason is the answer. */
    @StoredAs("requested-changes-answered")
    record RequestedChangesAnswered(String person) implements ReviewEvent {}

    /** Somebody takes back what they said. */
    @StoredAs("review-withdrawn")
    record ReviewWithdrawn(String person) implements ReviewEvent {}

    /** An edit of the content came after these people's reviews, which count no more (rule {@code review.stale}).
     *
     * @param edit the last one; null in what was recorded before that was kept
     */
    @StoredAs(value = "reviews-went-stale", revision = 2)
    record ReviewsWentStale(List<String> people, Edit edit) implements ReviewEvent {
        public ReviewsWentStale {
            people = people == null ? List.of() : List.copyOf(people);
        }
    }
}
