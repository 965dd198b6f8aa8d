package io.hindsight.query.fold;

import io.hindsight.events.ActionItemEvent.ActionItemCompleted;
import io.hindsight.events.ActionItemEvent.ActionItemDeclined;
import io.hindsight.events.ActionItemEvent.ActionItemReopened;
import io.hindsight.events.DeadlineEvent;
import io.hindsight.events.DeadlineEvent.DeadlinesSet;
import io.hindsight.events.DeadlineEvent.ObligationsRestored;
import io.hindsight.events.ExternalMessageEvent.ExternalMessagePosted;
import io.hindsight.events.LifecycleEvent.ReviewFinished;
import io.hindsight.events.MeetingEvent.MeetingCancelled;
import io.hindsight.events.MeetingEvent.MeetingHeld;
import io.hindsight.events.MeetingEvent.MeetingScheduled;
import io.hindsight.events.OwnershipEvent.OwnerAssigned;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.events.ReviewEvent.SharedForReview;
import io.hindsight.query.fold.PostmortemDocument.ActionItem;
import io.hindsight.query.fold.PostmortemDocument.Obligation;
import io.hindsight.query.fold.PostmortemDocument.Responder;
import io.hindsight.words.Deadline;
import io.hindsight.words.ObligationKind;
import io.hindsight.words.ResponderRole;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is owed. When it is due was decided with the event that says so; that it is done follows from the fact itself.
 */
final class ObligationFold {
    private static final Predicate<Obligation> OPEN = obligation -> obligation.doneAt() == null;

    private ObligationFold() {}

    static void fold(DocumentEdit edit, DeadlineEvent event) {
        if (event instanceof ObligationsRestored restored) {
            edit.obligations = restored.obligations().stream()
                    .map(owed ->
                            new Obligation(owed.kind(), owed.subject(), owed.dueAt(), null, owed.doneAt(), owed.rule()))
                    .toList();
            return;
        }
        for (Deadline deadline : ((DeadlinesSet) event).deadlines()) {
            Predicate<Obligation> same = of(deadline.kind(), deadline.subject());
            if (deadline.dueAt() == null) {
                edit.obligations = Parts.without(edit.obligations, OPEN.and(same));
            } else if (edit.obligations.stream().anyMatch(same)) {
                edit.obligations = Parts.changed(edit.obligations, same, before -> owed(deadline));
            } else {
                edit.obligations = Parts.with(edit.obligations, owed(deadline));
            }
        }
    }

    /** Marks as done what the event does. */
    static void doneBy(DocumentEdit edit, RecordedEvent recorded) {
        PostmortemEvent event = recorded.event();
        if (event instanceof OwnerAssigned) {
            done(edit, recorded, ObligationKind.OWN, null);
        } else if (event instanceof MeetingScheduled) {
            done(edit, recorded, ObligationKind.SCHEDULE_MEETING, null);
        } else if (event instanceof MeetingHeld held) {
            doneAt(edit, recorded, ObligationKind.HOLD_MEETING, held.heldAt());
        } else if (event instanceof MeetingCancelled && edit.meeting != null) {
            done(edit, of(ObligationKind.HOLD_MEETING, null), edit.meeting.heldAt());
        } else if (event instanceof SharedForReview) {
            done(edit, recorded, ObligationKind.SHARE_FOR_REVIEW, null);
        } else if (event instanceof ReviewFinished) {
            done(edit, recorded, ObligationKind.REVIEW, null);
        } else if (event instanceof ExternalMessagePosted posted) {
            doneAt(edit, recorded, ObligationKind.POST_EXTERNAL_MESSAGE, posted.postedAt());
        } else if (event instanceof ActionItemCompleted completed) {
            done(edit, recorded, ObligationKind.ACTION_ITEM, completed.itemId());
        } else if (event instanceof ActionItemDeclined declined) {
            done(edit, recorded, ObligationKind.ACTION_ITEM, declined.itemId());
        } else if (event instanceof ActionItemReopened reopened) {
            // When it is due now is said by what follows, if it has a day.
            edit.obligations = Parts.without(edit.obligations, of(ObligationKind.ACTION_ITEM, reopened.itemId()));
        }
    }

    /** By when the meeting has to be held, or had to be; null where nothing says. */
    static Instant heldBy(DocumentEdit edit) {
        return edit.obligations.stream()
                .filter(of(ObligationKind.HOLD_MEETING, null))
                .map(Obligation::dueAt)
                .findFirst()
                .orElse(null);
    }

    /** The meeting that stands again is judged by the deadline of then. */
    static void hadToBeHeldBy(DocumentEdit edit, Instant time) {
        edit.obligations = Parts.changed(
                edit.obligations,
                of(ObligationKind.HOLD_MEETING, null),
                owed -> new Obligation(owed.kind(), owed.subject(), time, owed.assignee(), owed.doneAt(), owed.rule()));
    }

    /**
     * The obligations, each with who has it: the owner of the action item, the customer liaison who posts the external message,
     * else the owner of the postmortem. Of a restricted one only those who may know of it, else the first of them, since nobody
     * could be reminded otherwise.
     */
    static List<Obligation> assigned(DocumentEdit edit) {
        return Parts.changed(edit.obligations, obligation -> true, obligation -> {
            String assignee = assignee(edit, obligation);
            return Objects.equals(assignee, obligation.assignee())
                    ? obligation
                    : new Obligation(
                            obligation.kind(),
                            obligation.subject(),
                            obligation.dueAt(),
                            assignee,
                            obligation.doneAt(),
                            obligation.rule());
        });
    }

    private static String assignee(DocumentEdit edit, Obligation obligation) {
        Stream<String> theirs = Stream.concat(assignees(edit, obligation), Stream.ofNullable(edit.owner));
        return (edit.restrictedTo == null
                        ? theirs
                        : Stream.concat(theirs.filter(edit.restrictedTo::contains), edit.restrictedTo.stream()))
                .findFirst()
                .orElse(null);
    }

    private static Stream<String> assignees(DocumentEdit edit, Obligation obligation) {
        return obligation.kind() == ObligationKind.POST_EXTERNAL_MESSAGE
                ? edit.responders.stream()
                        .filter(responder -> responder.role() == ResponderRole.CUSTOMER_LIAISON)
                        .map(Responder::person)
                : edit.actionItems.stream()
                        .filter(item -> item.itemId().equals(obligation.subject()))
                        .map(ActionItem::owner)
                        .filter(Objects::nonNull);
    }

    private static Obligation owed(Deadline deadline) {
        return new Obligation(
                deadline.kind(),
                deadline.subject(),
                deadline.dueAt().truncatedTo(ChronoUnit.MILLIS),
                null,
                null,
                deadline.rule());
    }

    private static void done(DocumentEdit edit, RecordedEvent recorded, ObligationKind kind, String subject) {
        done(edit, OPEN.and(of(kind, subject)), recorded.happenedAt());
    }

    /** Where people say when it was, that counts, whenever they say so; and they may correct it. */
    private static void doneAt(DocumentEdit edit, RecordedEvent recorded, ObligationKind kind, OffsetDateTime said) {
        done(edit, of(kind, null), said == null ? recorded.happenedAt() : Utc.of(said));
    }

    private static void done(DocumentEdit edit, Predicate<Obligation> which, Instant at) {
        edit.obligations = Parts.changed(
                edit.obligations,
                which,
                before -> new Obligation(
                        before.kind(), before.subject(), before.dueAt(), before.assignee(), at, before.rule()));
    }

    private static Predicate<Obligation> of(ObligationKind kind, String subject) {
        return obligation -> obligation.kind() == kind && Objects.equals(obligation.subject(), subject);
    }
}
