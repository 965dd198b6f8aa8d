package io.hindsight.query.fold;

import io.hindsight.events.ActionItemEvent;
import io.hindsight.events.AlertEvent;
import io.hindsight.events.CommentEvent;
import io.hindsight.events.DeadlineEvent;
import io.hindsight.events.ExternalMessageEvent;
import io.hindsight.events.FactorEvent;
import io.hindsight.events.ImpactEvent;
import io.hindsight.events.IncidentEvent;
import io.hindsight.events.InternalEmailEvent;
import io.hindsight.events.LifecycleEvent;
import io.hindsight.events.MeetingEvent;
import io.hindsight.events.OwnershipEvent;
import io.hindsight.events.PointEvent;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.events.ResponderEvent;
import io.hindsight.events.RestrictionEvent;
import io.hindsight.events.ReviewEvent;
import io.hindsight.events.SectionEvent;
import io.hindsight.events.SuggestionEvent;
import io.hindsight.events.TimelineEvent;

/**
 * The one fold that every read model rests on: {@code (document, event) → document}. It knows no database and no rule:
 * it shows facts. An event about a part that is not there leaves the parts as they are.
 */
public final class DocumentFold {
    private DocumentFold() {}

    /**
     * The document after the event.
     *
     * @param before the document so far; null before the first event
     * @return {@code before} itself when the event is in it already
     * @throws IllegalStateException when events between the two are missing
     */
    public static PostmortemDocument fold(PostmortemDocument before, RecordedEvent recorded) {
        long known = before == null ? 0 : before.version();
        if (recorded.version() <= known) {
            return before;
        }
        if (recorded.version() != known + 1) {
            throw new IllegalStateException("Postmortem %s: event %d came after event %d; those between are missing"
                    .formatted(recorded.postmortemId(), recorded.version(), known));
        }
        DocumentEdit edit = before == null ? new DocumentEdit(recorded.postmortemId()) : new DocumentEdit(before);
        change(edit, recorded);
        return edit.done(recorded.happenedAt());
    }

    private static void change(DocumentEdit edit, RecordedEvent recorded) {
        PostmortemEvent event = recorded.event();
        if (event instanceof LifecycleEvent lifecycle) {
            LifecycleFold.fold(edit, lifecycle, recorded);
        } else if (event instanceof OwnershipEvent ownership) {
            OwnershipFold.fold(edit, ownership);
        } else if (event instanceof IncidentEvent incident) {
            IncidentFold.fold(edit, incident);
        } else if (event instanceof MeetingEvent meeting) {
            MeetingFold.fold(edit, meeting);
        } else if (event instanceof ResponderEvent responder) {
            ResponderFold.fold(edit, responder);
        } else if (event instanceof TimelineEvent timeline) {
            TimelineFold.fold(edit, timeline, recorded);
        } else if (event instanceof SectionEvent section) {
            SectionFold.fold(edit, section, recorded);
        } else if (event instanceof FactorEvent factor) {
            FactorFold.fold(edit, factor);
        } else if (event instanceof ImpactEvent impact) {
            ImpactFold.fold(edit, impact);
        } else if (event instanceof PointEvent point) {
            PointFold.fold(edit, point);
        } else if (event instanceof ActionItemEvent actionItem) {
            ActionItemFold.fold(edit, actionItem, recorded);
        } else if (event instanceof ReviewEvent review) {
            ReviewFold.fold(edit, review, recorded);
        } else if (event instanceof CommentEvent comment) {
            CommentFold.fold(edit, comment, recorded);
        } else if (event instanceof InternalEmailEvent email) {
            InternalEmailFold.fold(edit, email, recorded);
        } else if (event instanceof ExternalMessageEvent message) {
            ExternalMessageFold.fold(edit, message, recorded);
        } else if (event instanceof DeadlineEvent deadline) {
            ObligationFold.fold(edit, deadline);
        } else if (event instanceof RestrictionEvent restriction) {
            RestrictionFold.fold(edit, restriction);
        } else if (event instanceof AlertEvent alert) {
            AlertFold.fold(edit, alert);
        } else if (!(event instanceof SuggestionEvent)) {
            // Suggestions are no part of the document.
            throw new IllegalStateException("No fold for " + event.getClass());
        }
        ObligationFold.doneBy(edit, recorded);
    }
}
