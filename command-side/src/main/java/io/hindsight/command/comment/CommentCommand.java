package io.hindsight.command.comment;

import io.hindsight.command.actionitem.ActionItems;
import io.hindsight.command.decision.Command;
import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.Limits;
import io.hindsight.command.decision.Permission;
import io.hindsight.command.decision.Refusal;
import io.hindsight.command.factor.Factors;
import io.hindsight.command.point.Points;
import io.hindsight.command.timeline.Timeline;
import io.hindsight.events.CommentEvent.CommentAdded;
import io.hindsight.events.CommentEvent.CommentResolved;
import io.hindsight.words.Anchor;
import io.hindsight.words.Section;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.stream.Stream;

/** What people say about the document. No part of its content: comments make no review stale, and come in every status. */
public sealed interface CommentCommand extends Command {

    @Override
    default Permission permission() {
        return Permission.COMMENT;
    }

    /** The place that a comment is about: just one of the five. */
    record AnchorGiven(Section section, String entryId, String itemId, String factorId, String pointId) {

        @AssertTrue(message = "must name one of section, entryId, itemId, factorId, pointId")
        boolean isOnePlace() {
            return Stream.of(section, entryId, itemId, factorId, pointId)
                            .filter(Objects::nonNull)
                            .count()
                    == 1;
        }

        private Anchor found(Decision decision) {
            requireThere(
                    decision, entryId, "entryId", decision.the(Timeline.class).has(entryId));
            requireThere(
                    decision, itemId, "itemId", decision.the(ActionItems.class).has(itemId));
            requireThere(
                    decision, factorId, "factorId", decision.the(Factors.class).has(factorId));
            requireThere(
                    decision, pointId, "pointId", decision.the(Points.class).has(pointId));
            return new Anchor(section, entryId, itemId, factorId, pointId);
        }

        private static void requireThere(Decision decision, String id, String field, boolean there) {
            decision.requirePart(id == null || there, field, id);
        }
    }

    /**
     * Says something about the whole document, or a place in it. It stays when what it is about is retracted.
     *
     * @param replyTo the comment that this answers; it is about what its thread is about
     */
    record AddComment(
            @Pattern(regexp = Limits.ID, message = Limits.ID_MESSAGE) String commentId,
            @NotBlank @Size(max = Limits.TEXT) String text,
            @Valid AnchorGiven anchor,
            String replyTo)
            implements CommentCommand {

        @AssertTrue(message = "a reply is about what its thread is about: leave out the anchor")
        boolean isAnchoredOnce() {
            return anchor == null || replyTo == null;
        }

        @Override
        public void decide(Decision decision) {
            Comments comments = decision.the(Comments.class);
            String id = decision.idOf("commentId", commentId);
            decision.requireNewPart(comments.isUnused(id), "commentId", id);
            decision.requirePart(replyTo == null || !comments.isUnused(replyTo), "commentId", replyTo);
            decision.emit(new CommentAdded(
                    id, decision.actor().person(), text, anchor == null ? null : anchor.found(decision), replyTo));
        }
    }

    /** What the comment's thread asked for is settled; who began the thread may say so, and everybody who may edit. */
    record ResolveComment(@NotBlank String commentId) implements CommentCommand {

        @Override
        public void decide(Decision decision) {
            Comments comments = decision.the(Comments.class);
            decision.requirePart(!comments.isUnused(commentId), "commentId", commentId);
            String thread = comments.threadOf(commentId);
            if (comments.isResolved(thread)) {
                return;
            }
            if (!comments.authorOf(thread).equals(decision.actor().person()) && !decision.allows(Permission.EDIT)) {
                throw Refusal.notAllowed("resolve a thread that somebody else began", Permission.EDIT);
            }
            decision.emit(new CommentResolved(thread));
        }
    }
}
