package io.hindsight.events;

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

    /** Somebody takes back what they said. */
    @StoredAs("review-withdrawn")
    record ReviewWithdrawn(String person) implements ReviewEvent {}

    /** An edit of the content came after these people's reviews, which count no more (rule {@code review.stale}). */
    @StoredAs("reviews-went-stale")
    record ReviewsWentStale(List<String> people) implements ReviewEvent {
        public ReviewsWentStale {
            people = people == null ? List.of() : List.copyOf(people);
        }
    }
}
