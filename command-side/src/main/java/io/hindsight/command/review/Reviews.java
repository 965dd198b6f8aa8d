package io.hindsight.command.review;

import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.Part;
import io.hindsight.command.decision.Rule;
import io.hindsight.events.ActionItemEvent.ActionItemAdded;
import io.hindsight.events.ActionItemEvent.ActionItemChanged;
import io.hindsight.events.ExternalMessageEvent.ExternalMessageDrafted;
import io.hindsight.events.FactorEvent;
import io.hindsight.events.ImpactEvent;
import io.hindsight.events.IncidentEvent;
import io.hindsight.events.IncidentEvent.PostmortemRetagged;
import io.hindsight.events.LifecycleEvent.PostmortemReopened;
import io.hindsight.events.LifecycleEvent.PostmortemReturnedToDraft;
import io.hindsight.events.PointEvent;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.events.ResponderEvent;
import io.hindsight.events.ReviewEvent.ChangesRequested;
import io.hindsight.events.ReviewEvent.MarkedReviewed;
import io.hindsight.events.ReviewEvent.RequestedChangesAnswered;
import io.hindsight.events.ReviewEvent.ReviewWithdrawn;
import io.hindsight.events.ReviewEvent.ReviewsWentStale;
import io.hindsight.events.ReviewEvent.SharedForReview;
import io.hindsight.events.SectionEvent.SectionWritten;
import io.hindsight.events.StoredAs;
import io.hindsight.events.TimelineEvent;
import io.hindsight.words.Edit;
import io.hindsight.words.Handling;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What each reviewer said last, and whether it is still said of the content as it stands. */
public final class Reviews implements Part {
    private final Map<String, Review> reviews = new LinkedHashMap<>();
    private boolean shared;
    private Edit lastEdit = new Edit(0, null, null, null);

    /**
     * One person's last word.
     *
     * @param version the version of the postmortem that was reviewed
     * @param answered a request for changes that stands in nobody's way any more
     */
    record Review(boolean approved, long version, boolean asManager, String comment, boolean stale, boolean answered) {
        static Review said(boolean approved, long version, boolean asManager, String comment) {
            return new Review(approved, version, asManager, comment, false, false);
        }

        Review gone() {
            return new Review(approved, version, asManager, comment, true, answered);
        }

        Review settled() {
            return new Review(approved, version, asManager, comment, stale, true);
        }
    }

    @Override
    public void evolve(PostmortemEvent event, long version, Instant at) {
        if (isContent(event)) {
            lastEdit = new Edit(
                    version,
                    at,
                    null,
                    event.getClass().getAnnotation(StoredAs.class).value());
        } else if (event instanceof SharedForReview) {
            shared = true;
        } else if (event instanceof PostmortemReturnedToDraft || event instanceof PostmortemReopened) {
            shared = false;
        } else if (event instanceof MarkedReviewed e) {
            reviews.put(e.person(), Review.said(true, e.contentVersion(), e.asManager(), e.comment()));
        } else if (event instanceof ChangesRequested e) {
            reviews.put(e.person(), Review.said(false, e.contentVersion(), e.asManager(), e.comment()));
        } else if (event instanceof RequestedChangesAnswered e) {
            reviews.computeIfPresent(e.person(), (name, review) -> review.settled());
        } else if (event instanceof ReviewWithdrawn e) {
            reviews.remove(e.person());
        } else if (event instanceof ReviewsWentStale e) {
            e.people().forEach(person -> reviews.computeIfPresent(person, (name, review) -> review.gone()));
        }
    }

    /** Whether the event changes what reviewers have read (rule {@code review.stale}). */
    private static boolean isContent(PostmortemEvent event) {
        return !event.minor() && isOfTheDocument(event);
    }

    private static boolean isOfTheDocument(PostmortemEvent event) {
        return event instanceof SectionWritten
                || event instanceof ExternalMessageDrafted
                || event instanceof TimelineEvent
                || event instanceof FactorEvent
                || event instanceof ImpactEvent
                || event instanceof PointEvent
                || event instanceof ResponderEvent
                || event instanceof ActionItemAdded
                || event instanceof ActionItemChanged
                || event instanceof IncidentEvent && !(event instanceof PostmortemRetagged);
    }

    /**
     * Says which reviews an edit of the content has made stale (rule {@code review.stale}). What was agreed upon stays so: an
     * action item that is added or changed after that makes reviews stale only once the postmortem goes back to draft.
     */
    public static void staleAfterEdit(Decision decision) {
        if (!decision.standing().isEditable() || decision.policy().handlingOf(Rule.REVIEW_STALE) != Handling.REFUSE) {
            return;
        }
        Reviews part = decision.the(Reviews.class);
        List<String> people = part.reviews.entrySet().stream()
                .filter(review ->
                        !review.getValue().stale() && review.getValue().version() < part.lastEdit.version())
                .map(Map.Entry::getKey)
                .toList();
        if (!people.isEmpty()) {
            decision.warn(
                    Rule.REVIEW_STALE,
                    "This edit makes reviews stale; these people review again (mark-reviewed or request-changes): "
                            + String.join(", ", people));
            decision.emit(new ReviewsWentStale(people, part.edit(decision)));
        }
    }

    /** The last edit; who made it is known here of the command at hand alone. */
    private Edit edit(Decision decision) {
        return lastEdit.version() <= decision.versionBefore()
                ? lastEdit
                : new Edit(lastEdit.version(), lastEdit.at(), decision.actor().person(), lastEdit.action());
    }

    /** The last edit of what reviewers read. */
    Edit lastEdit() {
        return lastEdit;
    }

    /** What this person said last, or null. */
    Review of(String person) {
        return reviews.get(person);
    }

    public boolean isShared() {
        return shared;
    }

    /** Whose approvals count: those of the content as it stands. */
    public List<String> approvers() {
        return people(review -> review.approved() && !review.stale());
    }

    /** Whose approvals an edit has made stale. */
    public List<String> staleApprovers() {
        return people(review -> review.approved() && review.stale());
    }

    /** Who asked for changes and was not answered nor has said otherwise since; a stale request is open all the same. */
    public List<String> requesters() {
        return people(review -> !review.approved() && !review.answered());
    }

    public boolean isManagerAmongApprovers() {
        return reviews.values().stream().anyMatch(review -> review.approved() && !review.stale() && review.asManager());
    }

    private List<String> people(Predicate<Review> which) {
        return reviews.entrySet().stream()
                .filter(review -> which.test(review.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
