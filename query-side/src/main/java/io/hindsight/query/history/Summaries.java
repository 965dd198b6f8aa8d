package io.hindsight.query.history;

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
import io.hindsight.words.Invitee;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What an event did, in a sentence without its subject: who did it stands beside it. */
final class Summaries {
    private static final int LONGEST_QUOTE = 80;
    private static final Map<Class<?>, Function<PostmortemEvent, String>> SENTENCES = new HashMap<>();

    static {
        lifecycle();
        incident();
        account();
        improvements();
        review();
        messages();
        imports();
    }

    private Summaries() {}

    static String of(PostmortemEvent event) {
        Function<PostmortemEvent, String> sentence = SENTENCES.get(event.getClass());
        if (sentence == null) {
            throw new IllegalStateException("No sentence for " + event.getClass());
        }
        return sentence.apply(event);
    }

    private static void lifecycle() {
        say(LifecycleEvent.PostmortemOpened.class, e -> "Opened the postmortem " + quoted(e.title()));
        say(
                LifecycleEvent.PostmortemImported.class,
                e -> e.source() == null
                        ? "Imported the record %s".formatted(e.sourceId())
                        : "Imported the record %s from %s".formatted(e.sourceId(), e.source()));
        say(LifecycleEvent.PostmortemRestored.class, e -> "Imported an export of version %d, which was %s"
                .formatted(e.exportedVersion(), e.status()));
        say(DeadlineEvent.ObligationsRestored.class, e -> "Took over what was owed");
        say(LifecycleEvent.PostmortemWaived.class, e -> "Waived the postmortem");
        say(LifecycleEvent.PostmortemSubmittedForReview.class, e -> "Submitted the postmortem for review");
        say(LifecycleEvent.PostmortemReturnedToDraft.class, e -> "Returned the postmortem to draft");
        say(
                LifecycleEvent.ReviewFinished.class,
                e -> "Finished the review, with the marks of " + listed(e.reviewers()));
        say(LifecycleEvent.PostmortemClosed.class, e -> "Closed the postmortem");
        say(LifecycleEvent.PostmortemReopened.class, e -> "Reopened the postmortem");
        say(OwnershipEvent.OwnerAssigned.class, e -> "Made %s the owner".formatted(e.owner()));
        say(OwnershipEvent.OwnerUnassigned.class, e -> "Left the postmortem without an owner");
        say(RestrictionEvent.PostmortemRestricted.class, e -> "Restricted the postmortem to " + listed(e.people()));
        say(RestrictionEvent.RestrictionLifted.class, e -> "Lifted the restriction");
        say(
                DeadlineEvent.DeadlinesSet.class,
                e -> "Set what is due: "
                        + listed(e.deadlines().stream()
                                .map(due -> due.dueAt() == null
                                        ? due.kind() + " is lifted"
                                        : due.kind() + " by " + due.dueAt())
                                .toList()));
    }

    private static void incident() {
        say(IncidentEvent.SeverityChanged.class, e -> "Changed the severity to " + e.severity());
        say(IncidentEvent.PostmortemRetitled.class, e -> "Changed the title to " + quoted(e.title()));
        say(IncidentEvent.IncidentReferenceCorrected.class, e -> "Corrected the incident's reference");
        say(IncidentEvent.IncidentTimesCorrected.class, e -> "Corrected the incident's times");
        say(
                IncidentEvent.AffectedServicesCorrected.class,
                e -> "Corrected the affected services to " + listed(e.services()));
        say(IncidentEvent.PostmortemRetagged.class, e -> "Changed the tags to " + listed(e.tags()));
        say(MeetingEvent.MeetingScheduled.class, e -> "Scheduled the meeting for " + e.startsAt());
        say(
                MeetingEvent.MeetingInviteesSet.class,
                e -> "Set whom to invite to the meeting: "
                        + listed(e.invitees().stream().map(Invitee::person).toList())
                        + (e.missingRoles().isEmpty() ? "" : "; nobody is named as " + listed(e.missingRoles())));
        say(MeetingEvent.MeetingCancelled.class, e -> "Cancelled the meeting");
        say(MeetingEvent.MeetingCalendarRestored.class, e -> "Took over how calendars know the meeting");
        say(
                MeetingEvent.MeetingHeld.class,
                e -> "Recorded that the meeting was held, attended by " + listed(e.attendees()));
        say(ResponderEvent.ResponderAdded.class, e -> "Added %s as %s".formatted(e.person(), e.role()));
        say(ResponderEvent.ResponderRemoved.class, e -> "Removed %s as %s".formatted(e.person(), e.role()));
    }

    private static void account() {
        say(TimelineEvent.TimelineEntryAdded.class, e -> "Added the timeline entry " + quoted(e.text()));
        say(TimelineEvent.TimelineEntryCorrected.class, e -> "Corrected the timeline entry " + e.entryId());
        say(TimelineEvent.TimelineEntryRetracted.class, e -> "Retracted the timeline entry " + e.entryId());
        say(SectionEvent.SectionWritten.class, e -> "Wrote the section " + e.section());
        say(FactorEvent.ContributingFactorAdded.class, e -> "Added the contributing factor " + quoted(e.text()));
        say(FactorEvent.ContributingFactorCorrected.class, e -> "Corrected the contributing factor " + e.factorId());
        say(
                FactorEvent.ContributingFactorMoved.class,
                e -> "Moved the contributing factor " + e.factorId()
                        + (e.before() == null ? " to the end" : " before " + e.before()));
        say(FactorEvent.ContributingFactorRetracted.class, e -> "Retracted the contributing factor " + e.factorId());
        say(
                ImpactEvent.ImpactRecorded.class,
                e -> "Recorded the impact"
                        + why("SEV-1", e.timeReasons().timeInSev1())
                        + why("SEV-2", e.timeReasons().timeInSev2()));
    }

    private static void improvements() {
        say(PointEvent.WentWellAdded.class, e -> "Added what went well: " + quoted(e.text()));
        say(PointEvent.WentWellCorrected.class, e -> "Corrected what went well, point " + e.pointId());
        say(PointEvent.WentWellRetracted.class, e -> "Retracted what went well, point " + e.pointId());
        say(PointEvent.WentBadlyAdded.class, e -> "Added what went badly: " + quoted(e.text()));
        say(PointEvent.WentBadlyCorrected.class, e -> "Corrected what went badly, point " + e.pointId());
        say(PointEvent.WentBadlyRetracted.class, e -> "Retracted what went badly, point " + e.pointId());
        say(ActionItemEvent.ActionItemAdded.class, e -> "Added the action item " + quoted(e.title()));
        say(ActionItemEvent.ActionItemChanged.class, e -> "Changed the action item " + quoted(e.title()));
        say(ActionItemEvent.ActionItemTicketLinked.class, e -> "Linked the action item %s to the ticket %s"
                .formatted(e.itemId(), e.ticket()));
        say(ActionItemEvent.ActionItemRetagged.class, e -> "Changed the tags of the action item %s to %s"
                .formatted(e.itemId(), listed(e.tags())));
        say(ActionItemEvent.ActionItemCompleted.class, e -> "Completed the action item " + e.itemId());
        say(ActionItemEvent.ActionItemDeclined.class, e -> "Declined the action item " + e.itemId());
        say(ActionItemEvent.ActionItemReopened.class, e -> "Reopened the action item " + e.itemId());
    }

    private static void review() {
        say(ReviewEvent.SharedForReview.class, e -> "Shared the postmortem for review");
        say(ReviewEvent.MarkedReviewed.class, e -> "Marked version %d as reviewed".formatted(e.contentVersion()));
        say(ReviewEvent.ChangesRequested.class, e -> "Requested changes of version %d".formatted(e.contentVersion()));
        say(ReviewEvent.RequestedChangesAnswered.class, e -> "Answered the changes that %s requested"
                .formatted(e.person()));
        say(ReviewEvent.ReviewWithdrawn.class, e -> "Withdrew the review of " + e.person());
        say(ReviewEvent.ReviewsWentStale.class, e -> "Edited what had been reviewed by " + listed(e.people()));
    }

    private static void messages() {
        say(CommentEvent.CommentAdded.class, e -> "Commented " + quoted(e.text()));
        say(CommentEvent.CommentResolved.class, e -> "Resolved the comment " + e.commentId());
        say(InternalEmailEvent.InternalEmailSent.class, e -> "Recorded the internal e-mail (%s) to %s"
                .formatted(e.kind(), listed(e.to())));
        say(ExternalMessageEvent.ExternalMessageDrafted.class, e -> "Wrote the external message " + quoted(e.text()));
        say(ExternalMessageEvent.ExternalMessageApproved.class, e -> "Approved the external message of version %d"
                .formatted(e.contentVersion()));
        say(
                ExternalMessageEvent.ExternalMessagePosted.class,
                e -> "Recorded that the external message was posted at " + e.postedAt());
        say(ExternalMessageEvent.ExternalMessageDeclined.class, e -> "Declined the external message as not needed");
    }

    private static void imports() {
        say(SuggestionEvent.SuggestionsMade.class, e -> "Imported %d suggestions from the channel #%s of %s"
                .formatted(e.suggestions().size(), e.channel(), e.source()));
        say(
                SuggestionEvent.SuggestionTaken.class,
                e -> e.entryId() == null
                        ? "Took a suggestion as the action item " + e.itemId()
                        : "Took a suggestion as the timeline entry " + e.entryId());
        say(AlertEvent.AlertFollowed.class, e -> "Took in what %s says of the incident %s"
                .formatted(e.source(), e.alertId()));
        say(SuggestionEvent.SuggestionDismissed.class, e -> "Dismissed the suggestion " + e.suggestionId());
    }

    private static <E extends PostmortemEvent> void say(Class<E> type, Function<E, String> sentence) {
        SENTENCES.put(type, event -> sentence.apply(type.cast(event)));
    }

    private static String listed(List<?> parts) {
        return parts.isEmpty()
                ? "none"
                : String.join(", ", parts.stream().map(Object::toString).toList());
    }

    private static String why(String severity, String reason) {
        return reason == null ? "" : "; the time in %s is not the timeline’s: %s".formatted(severity, quoted(reason));
    }

    private static String quoted(String text) {
        String line = text == null ? "" : text.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST_QUOTE) {
            return "“" + line + "”";
        }
        // Not between the two halves of one character.
        int end = Character.isHighSurrogate(line.charAt(LONGEST_QUOTE - 1)) ? LONGEST_QUOTE - 1 : LONGEST_QUOTE;
        return "“" + line.substring(0, end) + "…”";
    }
}
