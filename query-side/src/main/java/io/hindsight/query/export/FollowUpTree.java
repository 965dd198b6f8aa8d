package io.hindsight.query.export;

import static io.hindsight.query.export.Tree.fact;
import static io.hindsight.query.export.Tree.item;
import static io.hindsight.query.export.Tree.link;
import static io.hindsight.query.export.Tree.said;
import static io.hindsight.query.export.Tree.strong;
import static io.hindsight.query.export.Tree.text;

import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.fold.PostmortemDocument.ActionItem;
import io.hindsight.query.fold.PostmortemDocument.Answered;
import io.hindsight.query.fold.PostmortemDocument.Comment;
import io.hindsight.query.fold.PostmortemDocument.ExternalMessage;
import io.hindsight.query.fold.PostmortemDocument.ImportSource;
import io.hindsight.query.fold.PostmortemDocument.Posting;
import io.hindsight.query.fold.PostmortemDocument.Review;
import io.hindsight.words.Anchor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.BulletList;
import org.commonmark.node.ListItem;

/** What follows from the incident: action items, what is told to whom, and what was said of the document. */
final class FollowUpTree {
    private static final int SECTION = 2;

    private final PostmortemDocument document;
    private final Tree tree;

    FollowUpTree(PostmortemDocument document, Tree tree) {
        this.document = document;
        this.tree = tree;
    }

    void build() {
        actionItems();
        internalEmails();
        externalMessage();
        reviews();
        comments();
        source();
    }

    private void actionItems() {
        tree.heading(SECTION, "Action items");
        if (document.actionItems().isEmpty()) {
            tree.nothing();
            return;
        }
        BulletList list = tree.list();
        document.actionItems().forEach(one -> actionItem(list, one));
    }

    private void actionItem(BulletList list, ActionItem one) {
        ListItem item = item(list, strong(one.title()), text(" (" + one.status() + ")"));
        BulletList facts = Tree.list(item);
        fact(facts, "Kind", one.kind());
        fact(facts, "Priority", one.priority());
        fact(facts, "Owner", one.owner());
        fact(facts, "Due", one.dueOn());
        if (one.ticket() != null) {
            item(facts, strong("Ticket:"), text(" "), link(one.ticket(), null));
        }
        fact(facts, "Tags", String.join(", ", one.tags()));
        if (one.declined() != null && one.declined().reason() != null) {
            tree.item(facts, one.declined().reason(), strong("Declined:"), text(" "));
        }
        if (facts.getFirstChild() == null) {
            facts.unlink();
        }
    }

    private void internalEmails() {
        if (!document.internalEmails().isEmpty()) {
            tree.heading(SECTION, "Internal e-mails");
            BulletList list = tree.list();
            document.internalEmails()
                    .forEach(sent -> item(
                            list,
                            strong(said(sent.sentAt())),
                            text(" " + sent.kind() + ", to " + String.join(", ", sent.to()))));
        }
    }

    private void externalMessage() {
        ExternalMessage message = document.externalMessage();
        tree.heading(SECTION, "External message");
        if (message == null) {
            tree.nothing();
            return;
        }
        BulletList facts = tree.list();
        facts.setTight(true);
        fact(facts, "Status", message.status());
        message.earlierPostings().forEach(earlier -> posted(facts, "Posted before it was edited", earlier));
        if (message.posted() != null) {
            posted(facts, "Posted", message.posted());
        }
        if (message.declined() != null) {
            fact(facts, "Why none is needed", message.declined().reason());
        }
        part("Summary", message.summary());
        part("What happened", message.whatHappened());
        part("What we are doing about it", message.whatWeAreDoing());
        part("Apology", message.apology());
    }

    private static void posted(BulletList facts, String what, Posting posted) {
        fact(facts, what, posted.at());
        if (posted.url() != null) {
            item(facts, strong("Where:"), text(" "), link(posted.url(), null));
        }
    }

    /** Each by itself: what one leaves open, such as a block of code, does not take in the next. */
    private void part(String title, String text) {
        if (text != null) {
            tree.heading(SECTION + 1, title).written(text);
        }
    }

    private void reviews() {
        if (!document.reviews().isEmpty()) {
            tree.heading(SECTION, "Reviews");
            BulletList list = tree.list();
            document.reviews().forEach(review -> review(list, review));
        }
    }

    private void review(BulletList list, Review review) {
        ListItem item = tree.item(
                list,
                review.comment(),
                strong(review.person()),
                text(" " + review.verdict().toString().replace('-', ' ')
                        + (review.asManager() ? ", as management" : "")
                        + (review.stale() ? ", of an earlier content" : "") + ", " + said(review.at()) + " "));
        Answered answered = review.answered();
        if (answered != null) {
            tree.item(
                    Tree.list(item),
                    answered.answer(),
                    strong("Answered:"),
                    text(" " + answered.by() + ", " + said(answered.at()) + ": "));
        }
    }

    private void comments() {
        if (!document.comments().isEmpty()) {
            tree.heading(SECTION, "Comments");
            BulletList list = tree.list();
            threads().forEach((first, thread) -> {
                ListItem item = comment(list, thread.get(0));
                if (thread.size() > 1) {
                    // Whoever answers an answer speaks in the same thread: one level, however long they talk.
                    BulletList replies = Tree.list(item);
                    thread.subList(1, thread.size()).forEach(reply -> comment(replies, reply));
                }
            });
        }
    }

    /** The comments by the first one of their thread; one that answers what is not there begins its own. */
    private Map<String, List<Comment>> threads() {
        Map<String, String> firsts = new HashMap<>();
        Map<String, List<Comment>> threads = new LinkedHashMap<>();
        for (Comment comment : document.comments()) {
            String first = firsts.getOrDefault(comment.replyTo(), comment.commentId());
            firsts.put(comment.commentId(), first);
            threads.computeIfAbsent(first, one -> new ArrayList<>()).add(comment);
        }
        return threads;
    }

    private ListItem comment(BulletList list, Comment comment) {
        return tree.item(
                list,
                comment.text(),
                strong(comment.author()),
                text(" " + said(comment.at()) + about(comment.anchor()) + resolved(comment) + ": "));
    }

    private static String about(Anchor anchor) {
        return anchor == null
                ? ""
                : Stream.of(
                                place("the section ", anchor.section()),
                                place("the timeline entry ", anchor.entryId()),
                                place("the action item ", anchor.itemId()),
                                place("the contributing factor ", anchor.factorId()),
                                place("the point ", anchor.pointId()))
                        .flatMap(place -> place)
                        .collect(Collectors.joining());
    }

    private static Stream<String> place(String what, Object which) {
        return which == null ? Stream.empty() : Stream.of(", on " + what + which);
    }

    private static String resolved(Comment comment) {
        return comment.resolvedAt() == null ? "" : ", resolved by " + comment.resolvedBy();
    }

    private void source() {
        ImportSource source = document.source();
        if (source != null) {
            tree.heading(SECTION, "Source");
            BulletList list = tree.list();
            list.setTight(true);
            fact(list, "Record", source.sourceId());
            fact(list, "From", source.source());
            if (source.sourceUrl() != null) {
                item(list, strong("Page:"), text(" "), link(source.sourceUrl(), null));
            }
            fact(list, "License", source.license());
        }
    }
}
