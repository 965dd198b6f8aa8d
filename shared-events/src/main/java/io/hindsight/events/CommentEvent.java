package io.hindsight.events;

import io.hindsight.words.Anchor;

/** What people say about the document; no part of its content. */
public sealed interface CommentEvent extends PostmortemEvent {

    /** Somebody said something.
     *
     * @param author who
     * @param anchor the place that it is about; null for the whole document, and for a reply, which is about what its thread is
     * @param replyTo the comment that it answers, or null
     */
    @StoredAs("comment-added")
    record CommentAdded(String commentId, String author, String text, Anchor anchor, String replyTo)
            implements CommentEvent {}

    /** What a thread asked for is settled; the comment is the thread's first. */
    @StoredAs("comment-resolved")
    record CommentResolved(String commentId) implements CommentEvent {}
}
