package io.hindsight.command.postmortem;

import io.hindsight.command.actionitem.ActionItemCommand.CompleteActionItem;
import io.hindsight.command.actionitem.ActionItemCommand.DeclineActionItem;
import io.hindsight.command.actionitem.ActionItemCommand.LinkTicket;
import io.hindsight.command.actionitem.ActionItemCommand.ReopenActionItem;
import io.hindsight.command.comment.CommentCommand.AddComment;
import io.hindsight.command.comment.CommentCommand.ResolveComment;
import io.hindsight.command.decision.Command;
import io.hindsight.command.externalmessage.ExternalMessageCommand.ApproveExternalMessage;
import io.hindsight.command.externalmessage.ExternalMessageCommand.DeclineExternalMessage;
import io.hindsight.command.externalmessage.ExternalMessageCommand.RecordExternalMessagePosted;
import io.hindsight.command.factor.FactorCommand.CorrectContributingFactor;
import io.hindsight.command.factor.FactorCommand.MoveContributingFactor;
import io.hindsight.command.factor.FactorCommand.RetractContributingFactor;
import io.hindsight.command.incident.IncidentCommand.ChangeSeverity;
import io.hindsight.command.internalemail.InternalEmailCommand.RecordInternalEmail;
import io.hindsight.command.lifecycle.LifecycleCommand.Close;
import io.hindsight.command.lifecycle.LifecycleCommand.FinishReview;
import io.hindsight.command.lifecycle.LifecycleCommand.Reopen;
import io.hindsight.command.lifecycle.LifecycleCommand.ReturnToDraft;
import io.hindsight.command.lifecycle.LifecycleCommand.SubmitForReview;
import io.hindsight.command.lifecycle.LifecycleCommand.Waive;
import io.hindsight.command.meeting.MeetingCommand.CancelMeeting;
import io.hindsight.command.ownership.OwnershipCommand.UnassignOwner;
import io.hindsight.command.point.PointCommand.AddWentWell;
import io.hindsight.command.point.PointCommand.CorrectWentBadly;
import io.hindsight.command.point.PointCommand.CorrectWentWell;
import io.hindsight.command.point.PointCommand.RetractWentBadly;
import io.hindsight.command.point.PointCommand.RetractWentWell;
import io.hindsight.command.responder.ResponderCommand.AddResponder;
import io.hindsight.command.responder.ResponderCommand.RemoveResponder;
import io.hindsight.command.restriction.RestrictionCommand.LiftRestriction;
import io.hindsight.command.restriction.RestrictionCommand.Restrict;
import io.hindsight.command.review.ReviewCommand.AnswerRequestedChanges;
import io.hindsight.command.review.ReviewCommand.RequestChanges;
import io.hindsight.command.review.ReviewCommand.ShareForReview;
import io.hindsight.command.review.ReviewCommand.WithdrawReview;
import io.hindsight.command.suggestion.SuggestionCommand.DismissSuggestion;
import io.hindsight.command.suggestion.SuggestionCommand.TakeAsActionItem;
import io.hindsight.command.suggestion.SuggestionCommand.TakeAsTimelineEntry;
import io.hindsight.command.timeline.TimelineCommand.CorrectTimelineEntry;
import io.hindsight.command.timeline.TimelineCommand.RetractTimelineEntry;
import io.hindsight.words.ActionItemKind;
import io.hindsight.words.EntryKind;
import io.hindsight.words.InternalEmailKind;
import io.hindsight.words.Priority;
import io.hindsight.words.ResponderRole;
import io.hindsight.words.Section;
import io.hindsight.words.Severity;
import java.util.List;

/** One of each command, on parts that are called {@code x}. */
final class Samples {
    private Samples() {}

    static List<Command> ofEveryCommand() {
        return List.of(
                Commands.open(),
                new Waive(),
                new SubmitForReview(),
                new ReturnToDraft(),
                new FinishReview(),
                new Close(),
                new Reopen(),
                Commands.own(),
                new UnassignOwner(),
                new ChangeSeverity(Severity.SEV_2),
                Commands.startedAt(Commands.STARTED),
                Commands.schedule(),
                new CancelMeeting(),
                Commands.held(),
                new AddResponder("ben", ResponderRole.SCRIBE),
                new RemoveResponder("ben", ResponderRole.SCRIBE),
                Commands.entry("x"),
                new CorrectTimelineEntry("x", null, EntryKind.DETECTED, null, null, null, null),
                new RetractTimelineEntry("x"),
                Commands.write(Section.OVERVIEW),
                Commands.factor("x"),
                new CorrectContributingFactor("x", "Another", null, null),
                new MoveContributingFactor("x", null, null),
                new RetractContributingFactor("x"),
                Commands.usersAffected(3),
                new AddWentWell("x", "The rollback"),
                new CorrectWentWell("x", "The fast rollback", null),
                new RetractWentWell("x"),
                Commands.wentBadly("x"),
                new CorrectWentBadly("x", null, "It is gone", null),
                new RetractWentBadly("x"),
                Commands.item("x"),
                Commands.reprioritise("x", Priority.P1),
                new LinkTicket("x", "https://tickets.example/1"),
                new CompleteActionItem("x"),
                new DeclineActionItem("x"),
                new ReopenActionItem("x"),
                new ShareForReview(),
                Commands.approve(),
                new RequestChanges("Which cache?"),
                new WithdrawReview(),
                new AnswerRequestedChanges("ben"),
                new AddComment("x", "Which cache?", null, null),
                new ResolveComment("x"),
                new RecordInternalEmail(InternalEmailKind.INCIDENT, null, List.of("all@example.org")),
                Commands.draftMessage(),
                new ApproveExternalMessage(),
                new RecordExternalMessagePosted(null, null, null),
                new DeclineExternalMessage(),
                new Restrict(List.of("ben")),
                new LiftRestriction(),
                new TakeAsTimelineEntry("x", null, null, null, null, null),
                new TakeAsActionItem("x", null, null, ActionItemKind.PREVENTION, Priority.P0, null, null, null, null),
                new DismissSuggestion("x"));
    }
}
