package io.hindsight.query.meeting;

import io.hindsight.query.export.Tree;
import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.fold.PostmortemDocument.ActionItem;
import io.hindsight.query.fold.PostmortemDocument.TimelineEntry;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.node.BulletList;

/** What the meeting talks about (rule {@code meeting.agenda}), from what the document says by then. */
record Agenda(List<AgendaTopic> topics) {
    private static final int TOPIC = 2;

    /** One topic; without items it is talked about all the same. */
    record AgendaTopic(String title, List<AgendaItem> items) {}

    /**
     * One thing to talk about.
     *
     * @param about in a few words: a time, a name, a question
     * @param text what somebody wrote, in Markdown; null where there is no more to it
     */
    record AgendaItem(String about, String text) {}

    static Agenda of(PostmortemDocument document) {
        return new Agenda(List.of(
                new AgendaTopic(
                        "Timeline",
                        document.timeline().stream().map(Agenda::entry).toList()),
                new AgendaTopic("Unusual items", unusual(document)),
                new AgendaTopic(
                        "How it could have been caught",
                        Stream.of(
                                        "Would a canary have shown it?",
                                        "Would a test have failed?",
                                        "Would a load test have shown it?")
                                .map(question -> new AgendaItem(question, null))
                                .toList()),
                new AgendaTopic(
                        "Customer impact",
                        document.impact().named().entrySet().stream()
                                .map(figure ->
                                        new AgendaItem(figure.getKey() + ": " + Tree.said(figure.getValue()), null))
                                .toList()),
                new AgendaTopic(
                        "Action items",
                        document.actionItems().stream().map(Agenda::actionItem).toList())));
    }

    /** What went badly, and what somebody asked and nobody settled. */
    private static List<AgendaItem> unusual(PostmortemDocument document) {
        return Stream.concat(
                        document.wentBadly().stream().map(point -> new AgendaItem("Went badly", point.text())),
                        document.comments().stream()
                                .filter(comment -> comment.replyTo() == null && comment.resolvedAt() == null)
                                .map(comment -> new AgendaItem("Open comment of " + comment.author(), comment.text())))
                .toList();
    }

    private static AgendaItem entry(TimelineEntry entry) {
        String time = entry.at() == null ? entry.atText() : Tree.said(entry.at());
        return new AgendaItem(time == null ? "Time not known" : time, entry.text());
    }

    private static AgendaItem actionItem(ActionItem item) {
        return new AgendaItem(
                item.title() + " (" + item.status() + (item.owner() == null ? "" : ", " + item.owner()) + ")", null);
    }

    /** The same to read; what people wrote is made safe. */
    String markdown() {
        Tree tree = new Tree();
        for (AgendaTopic topic : topics) {
            tree.heading(TOPIC, topic.title());
            if (topic.items().isEmpty()) {
                tree.nothing();
                continue;
            }
            BulletList list = tree.list();
            list.setTight(true);
            for (AgendaItem item : topic.items()) {
                if (item.text() == null) {
                    tree.item(list, null, Tree.text(item.about()));
                } else {
                    tree.item(list, item.text(), Tree.strong(item.about() + ":"), Tree.text(" "));
                }
            }
        }
        return tree.markdown();
    }
}
