package io.hindsight.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import io.hindsight.events.DeadlineEvent.DeadlinesSet;
import io.hindsight.events.IncidentEvent.PostmortemRetitled;
import io.hindsight.events.OwnershipEvent.OwnerAssigned;
import io.hindsight.events.RestrictionEvent.PostmortemRestricted;
import io.hindsight.events.RestrictionEvent.RestrictionLifted;
import io.hindsight.query.Batches;
import io.hindsight.query.Events;
import io.hindsight.query.Mongo;
import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.fold.PostmortemDocument.Obligation;
import io.hindsight.words.ObligationKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class RowsTest {
    private final Batches events = new Batches(Events.recorded(
            "pm-1",
            Events.opened(),
            new DeadlinesSet(List.of(Events.due(ObligationKind.REVIEW, null, "2026-03-09T00:00:00Z"))),
            new OwnerAssigned("ben"),
            new OwnerAssigned("ana"),
            new OwnerAssigned("ben"),
            new PostmortemRetitled("Another title"),
            new DeadlinesSet(List.of(Events.due(ObligationKind.REVIEW, null, null)))));

    @Test
    void a_row_has_the_version_of_the_event_that_changed_it_last() {
        assertThat(Rows.changed(events.batch(1, 6), RowsTest::rows))
                .singleElement()
                .satisfies(row -> assertThat(row.get("version")).isEqualTo(5L));
        assertThat(Rows.changed(events.batch(6, 6), RowsTest::rows)).isEmpty();
    }

    @Test
    void a_writer_that_wakes_late_leaves_the_rows_as_any_other_cut_left_them() {
        try (Mongo mongo = new Mongo()) {
            MongoCollection<Document> collection = mongo.collection("rows_1");
            // Between its ends the batch of the live one changes nothing; the late one stops in the middle of it.
            write(collection, 1, 3);
            write(collection, 4, 5);
            List<Document> live = collection.find().into(new ArrayList<>());

            write(collection, 4, 4);

            assertThat(collection.find()).containsExactlyElementsOf(live);
            assertThat(live.get(0).getString("assignee")).isEqualTo("ben");
        }
    }

    @Test
    void a_row_that_is_no_more_does_not_come_back() {
        try (Mongo mongo = new Mongo()) {
            MongoCollection<Document> collection = mongo.collection("rows_1");
            write(collection, 1, 7);

            write(collection, 1, 6);

            assertThat(collection.find())
                    .containsExactly(new Document("_id", "pm-1/review")
                            .append("gone", true)
                            .append("version", 7L)
                            .append("visibleTo", List.of("everybody")));
        }
    }

    @Test
    void when_others_may_know_of_the_postmortem_all_of_its_rows_say_so_at_once() {
        Batches restricted = new Batches(Events.recorded(
                "pm-1",
                Events.opened(),
                new DeadlinesSet(List.of(
                        Events.due(ObligationKind.OWN, null, "2026-03-09T00:00:00Z"),
                        Events.due(ObligationKind.REVIEW, null, "2026-03-09T00:00:00Z"))),
                new PostmortemRestricted(List.of("ben")),
                new PostmortemRetitled("Another title"),
                new RestrictionLifted()));

        assertThat(Rows.changed(restricted.batch(1, 4), RowsTest::rows))
                .hasSize(2)
                .allSatisfy(row ->
                        assertThat(row.getList("visibleTo", String.class)).containsExactly("administrators", "@ben"))
                .allSatisfy(row -> assertThat(row.get("version")).isEqualTo(3L));
        assertThat(Rows.changed(restricted.batch(4, 5), RowsTest::rows))
                .hasSize(2)
                .allSatisfy(row ->
                        assertThat(row.getList("visibleTo", String.class)).containsExactly("everybody"));
    }

    private void write(MongoCollection<Document> collection, int first, int last) {
        GuardedWrites.replaceOlder(collection, Rows.changed(events.batch(first, last), RowsTest::rows));
    }

    private static Map<String, Obligation> rows(PostmortemDocument document) {
        Map<String, Obligation> rows = new LinkedHashMap<>();
        document.obligations().forEach(owed -> rows.put(document.id() + "/" + owed.kind(), owed));
        return rows;
    }
}
