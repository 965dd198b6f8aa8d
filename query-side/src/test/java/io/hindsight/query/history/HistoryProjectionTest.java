package io.hindsight.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import io.hindsight.events.IncidentEvent.PostmortemRetitled;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.events.RestrictionEvent.PostmortemRestricted;
import io.hindsight.events.RestrictionEvent.RestrictionLifted;
import io.hindsight.query.Batches;
import io.hindsight.query.Events;
import io.hindsight.query.Mongo;
import io.hindsight.query.projection.Batch;
import io.hindsight.query.visibility.Audience;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.bson.Document;

class HistoryProjectionTest {
    private final HistoryProjection projection = new HistoryProjection();

    @Property(tries = 100)
    void all_entries_are_seen_by_those_who_may_know_of_the_postmortem_now_however_late_a_batch_comes_again(
            @ForAll @Size(min = 1, max = 15) List<@IntRange(min = 0, max = 4) Integer> seeds,
            @ForAll @Size(max = 15) List<@IntRange(min = 0, max = 99) Integer> cuts) {
        PostmortemEvent[] changes = new PostmortemEvent[seeds.size() + 1];
        changes[0] = Events.opened();
        for (int i = 0; i < seeds.size(); i++) {
            changes[i + 1] = change(seeds.get(i));
        }
        Batches events = new Batches(Events.recorded("pm-1", changes));
        try (Mongo mongo = new Mongo()) {
            MongoCollection<Document> collection = mongo.collection("history_1");
            int written = 0;
            for (int cut : cuts) {
                // Goes on where the last one ended; each third is one that was written before, or some of it.
                int first = cut % 3 == 0 ? 1 + cut % (written + 1) : written + 1;
                int last = Math.min(cut % 3 == 0 ? Math.max(written, 1) : events.size(), first + cut % 4);
                if (first <= last) {
                    projection.write(collection, events.batch(first, last));
                    written = Math.max(written, last);
                    assertSeenBy(collection, events.batch(1, written));
                }
            }
        }
    }

    private static void assertSeenBy(MongoCollection<Document> collection, Batch soFar) {
        List<String> expected = Audience.of(soFar.documents().iterator().next());
        assertThat(collection.find()).allSatisfy(entry -> assertThat(entry.getList(Audience.FIELD, String.class))
                .isEqualTo(expected));
    }

    private static PostmortemEvent change(int seed) {
        return switch (seed) {
            case 0 -> new PostmortemRestricted(List.of("ana"));
            case 1 -> new PostmortemRestricted(List.of("ana", "ben"));
            case 2 -> new RestrictionLifted();
            default -> new PostmortemRetitled("Title " + seed);
        };
    }
}
