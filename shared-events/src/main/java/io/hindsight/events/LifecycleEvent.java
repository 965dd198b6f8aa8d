package io.hindsight.events;

import io.hindsight.words.Incident;
import io.hindsight.words.Severity;
import io.hindsight.words.SourceField;
import io.hindsight.words.Status;
import java.time.Instant;
import java.util.List;

/** What happens to a postmortem as a whole (rule {@code status.flow}). */
public sealed interface LifecycleEvent extends PostmortemEvent {

    /** Somebody opened a postmortem.
     *
     * @param severity null where an imported record names none
     * @param required whether the process demands it (rule {@code postmortem.required})
     * @param restrictedTo the people who alone, beside administrators, know of it from the first; null: everybody may
     */
    @StoredAs(value = "postmortem-opened", revision = 2)
    record PostmortemOpened(
            String postmortemId,
            String title,
            Severity severity,
            boolean required,
            Incident incident,
            List<String> tags,
            List<String> restrictedTo)
            implements LifecycleEvent {
        public PostmortemOpened {
            tags = tags == null ? List.of() : List.copyOf(tags);
            restrictedTo = restrictedTo == null ? null : List.copyOf(restrictedTo);
        }

        /** Of which everybody may know. */
        public PostmortemOpened(
                String postmortemId,
                String title,
                Severity severity,
                boolean required,
                Incident incident,
                List<String> tags) {
            this(postmortemId, title, severity, required, incident, tags, null);
        }
    }

    /** The postmortem comes from a record elsewhere; the events of the same request are what the record says.
     *
     * @param contentHash SHA-256 (hex) of the record as it was read
     * @param otherFields what the record says and the document has no place for
     * @param notUnderstood what could not be read, word for word, and why
     */
    @StoredAs("postmortem-imported")
    record PostmortemImported(
            String sourceId,
            String source,
            String sourceUrl,
            String license,
            String contentHash,
            List<SourceField> otherFields,
            List<SourceField> notUnderstood)
            implements LifecycleEvent {
        public PostmortemImported {
            otherFields = otherFields == null ? List.of() : List.copyOf(otherFields);
            notUnderstood = notUnderstood == null ? List.of() : List.copyOf(notUnderstood);
        }
    }

    /** The postmortem comes from an export of Hindsight; the events of the same request are what the export says, each with when and
     * by whom it was done there in its metadata.
     *
     * @param contentHash SHA-256 (hex) of the export as it was read
     * @param exportedVersion the number of the postmortem's events there
     * @param status where it was in its process
     * @param closedAt when it was closed there; null where it was not
     */
    @StoredAs("postmortem-restored")
    record PostmortemRestored(String contentHash, long exportedVersion, Status status, Instant closedAt)
            implements LifecycleEvent {}

    /** Somebody decided that this postmortem is not needed; the reason says why. */
    @StoredAs("postmortem-waived")
    record PostmortemWaived() implements LifecycleEvent {}

    /** The document is complete and goes to its reviewers (rule {@code status.in-review}). */
    @StoredAs("postmortem-submitted-for-review")
    record PostmortemSubmittedForReview() implements LifecycleEvent {}

    /** The document goes back to its writers; the reason says why. */
    @StoredAs("postmortem-returned-to-draft")
    record PostmortemReturnedToDraft() implements LifecycleEvent {}

    /** The meeting is over and the content agreed upon (rules {@code status.reviewed} and {@code review.quorum}).
     *
     * @param quorum how many different people had to have reviewed
     * @param reviewers whose reviews counted
     */
    @StoredAs("review-finished")
    record ReviewFinished(int quorum, List<String> reviewers, boolean managerAmong) implements LifecycleEvent {
        public ReviewFinished {
            reviewers = reviewers == null ? List.of() : List.copyOf(reviewers);
        }
    }

    /** Nothing is left to do on the postmortem itself (rule {@code status.closed}). */
    @StoredAs("postmortem-closed")
    record PostmortemClosed() implements LifecycleEvent {}

    /** A closed or waived postmortem is a draft again; the reason says why. */
    @StoredAs("postmortem-reopened")
    record PostmortemReopened() implements LifecycleEvent {}
}
