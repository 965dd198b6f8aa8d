package io.hindsight.query.fold;

import io.hindsight.events.CommentEvent;
import io.hindsight.events.CommentEvent.CommentAdded;
import io.hindsight.events.CommentEvent.CommentResolved;
import io.hindsight.query.fold.PostmortemDocument.Comment;

final class CommentFold {
    private CommentFold() {}

    static void fold(DocumentEdit edit, CommentEvent event, RecordedEvent recorded) {
        if (event instanceof CommentAdded added) {
            edit.comments = Parts.with(
                    edit.comments,
                    new Comment(
                            added.commentId(),
                            added.author(),
                            recorded.happenedAt(),
                            added.text(),
                            added.anchor(),
                            added.replyTo(),
                            null,
                            null));
        } else if (event instanceof CommentResolved resolved) {
            edit.comments = Parts.changed(
                    edit.comments,
                    comment -> comment.commentId().equals(resolved.commentId()),
                    before -> new Comment(
                            before.commentId(),
                            before.author(),
                            before.at(),
                            before.text(),
                            before.anchor(),
                            before.replyTo(),
                            recorded.happenedAt(),
                            recorded.person()));
        } else {
            throw new IllegalStateException("No fold for " + event.getClass());
        }
    }
}
