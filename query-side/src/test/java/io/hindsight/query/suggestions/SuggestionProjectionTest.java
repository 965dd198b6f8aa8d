package io.hindsight.query.suggestions;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import io.hindsight.events.RestrictionEvent.PostmortemRestricted;
import io.hindsight.events.RestrictionEvent.RestrictionLifted;
import io.hindsight.events.SuggestionEvent.SuggestionDismissed;
import io.hindsight.events.SuggestionEvent.SuggestionTaken;
import io.hindsight.events.SuggestionEvent.SuggestionsMade;
import io.hindsight.query.Batches;
import io.hindsight.query.Events;
import io.hindsight.query.Mongo;
import io.hindsight.words.Suggestion;
import io.hindsight.words.SuggestionKind;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class SuggestionProjectionTest {
    private final SuggestionProjection projection = new SuggestionProjection();
    private final Batches events = new Batches(Events.recorded(
            "pm-1",
            Events.opened(),
            new SuggestionsMade("slack", "inc", List.of(said("a"), said("b"))),
            new SuggestionDismissed("a"),
            new SuggestionTaken("b", "e1", null),
            new SuggestionTaken("a", null, "i1"),
            new PostmortemRestricted(List.of("ana")),
            new SuggestionsMade("slack", "inc", List.of(said("c"))),
            new PostmortemRestricted(List.of("ana", "ben")),
            new RestrictionLifted()));

    private static Suggestion said(String id) {
        return new Suggestion(id, SuggestionKind.TIMELINE_ENTRY, null, "Text", "ana", false, null, List.of());
    }

    @Test
    void however_batches_are_cut_and_whichever_comes_again_the_rows_are_the_same() {
        List<Document> whole = rows(new int[] {1, 5});

        assertThat(whole).extracting(row -> row.getString("state")).containsExactly("taken", "taken");
        assertThat(rows(new int[] {1, 1}, new int[] {2, 2}, new int[] {3, 4}, new int[] {5, 5}))
                .isEqualTo(whole);
        assertThat(rows(new int[] {1, 5}, new int[] {2, 3}, new int[] {2, 4}, new int[] {1, 5}))
                .isEqualTo(whole);
    }

    @Test
    void who_may_see_a_row_is_who_may_know_of_the_postmortem_at_each_point_and_a_late_writer_shows_it_to_nobody_else() {
        assertThat(rows(new int[] {1, 5}, new int[] {6, 7}))
                .extracting(row -> row.getList("visibleTo", String.class))
                .containsOnly(List.of("administrators", "@ana"));
        assertThat(rows(new int[] {1, 6}, new int[] {7, 8}, new int[] {6, 6}, new int[] {1, 7}))
                .extracting(row -> row.getList("visibleTo", String.class))
                .containsOnly(List.of("administrators", "@ana", "@ben"));
        assertThat(rows(new int[] {1, 9}))
                .extracting(row -> row.getList("visibleTo", String.class))
                .containsOnly(List.of("everybody"));
    }

    private List<Document> rows(int[]... cuts) {
        try (Mongo mongo = new Mongo()) {
            MongoCollection<Document> collection = mongo.collection("suggestions_1");
            projection.prepare(collection);
            for (int[] cut : cuts) {
                projection.write(collection, events.batch(cut[0], cut[1]));
            }
            return collection.find().into(new ArrayList<>());
        }
    }
}
