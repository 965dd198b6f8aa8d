package io.hindsight.command.comment;

import io.hindsight.command.decision.Part;
import io.hindsight.events.CommentEvent.CommentAdded;
import io.hindsight.events.CommentEvent.CommentResolved;
import io.hindsight.events.PostmortemEvent;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Who said what where, and which threads are settled. */
public final class Comments implements Part {
    private final Map<String, Comment> comments = new LinkedHashMap<>();
    private final Set<String> resolved = new HashSet<>();

    /** Without its text, which no rule asks for. */
    record Comment(String author, String replyTo) {}

    @Override
    public void evolve(PostmortemEvent event, long version, Instant at) {
        if (event instanceof CommentAdded e) {
            comments.put(e.commentId(), new Comment(e.author(), e.replyTo()));
        } else if (event instanceof CommentResolved e) {
            resolved.add(e.commentId());
        }
    }

    boolean isUnused(String commentId) {
        return !comments.containsKey(commentId);
    }

    /** The id of the first comment of the thread that this one is in. */
    String threadOf(String commentId) {
        String first = commentId;
        while (comments.get(first).replyTo() != null) {
            first = comments.get(first).replyTo();
        }
        return first;
    }

    String authorOf(String commentId) {
        return comments.get(commentId).author();
    }

    boolean isResolved(String threadId) {
        return resolved.contains(threadId);
    }
}
