package io.hindsight.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import io.hindsight.events.IncidentEvent.SeverityChanged;
import io.hindsight.events.LifecycleEvent.PostmortemClosed;
import io.hindsight.events.LifecycleEvent.PostmortemReopened;
import io.hindsight.events.LifecycleEvent.PostmortemSubmittedForReview;
import io.hindsight.events.LifecycleEvent.PostmortemWaived;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.events.RestrictionEvent.PostmortemRestricted;
import io.hindsight.events.RestrictionEvent.RestrictionLifted;
import io.hindsight.query.Batches;
import io.hindsight.query.Events;
import io.hindsight.query.Mongo;
import io.hindsight.query.fold.RecordedEvent;
import io.hindsight.query.projection.Batch;
import io.hindsight.query.visibility.Audience;
import io.hindsight.words.Severity;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class DashboardProjectionTest {
    private static final int POSTMORTEMS = 4;
    private final DashboardProjection projection = new DashboardProjection();

    @Property(tries = 50)
    void however_the_events_are_cut_and_come_again_each_postmortem_counts_once(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 99) Integer> seeds,
            @ForAll @Size(max = 15) List<@IntRange(min = 0, max = 99) Integer> cuts) {
        Batches events = new Batches(events(seeds));
        try (Mongo mongo = new Mongo()) {
            MongoCollection<Document> collection = mongo.collection("dashboard_1");
            int counted = 0;
            for (int cut : cuts) {
                // Begins where the token is or before, as after a crash; ends anywhere.
                int first = Math.max(1, counted + 1 - cut % 5);
                int last = Math.min(events.size(), first + cut % 7);
                projection.write(collection, events.batch(Math.min(first, last), last));
                counted = Math.max(counted, last);
            }
            if (counted < events.size()) {
                projection.write(collection, events.batch(counted + 1, events.size()));
            }

            for (String audience : List.of(Audience.EVERYBODY, "administrators", "@ana", "@ben")) {
                assertThat(CounterDocument.read(collection, audience).counts())
                        .as(audience)
                        .isEqualTo(recount(events, audience));
            }
        }
    }

    @Test
    void an_event_that_was_committed_after_later_ones_is_counted_once_when_it_comes() {
        try (Mongo mongo = new Mongo()) {
            MongoCollection<Document> collection = mongo.collection("dashboard_1");
            List<RecordedEvent> recorded = new ArrayList<>(Events.recorded("pm-1", Events.opened()));
            recorded.addAll(Events.recorded("pm-2", Events.opened()));
            Batches events = new Batches(recorded);
            GapAwareTrackingToken withoutTheFirst = GapAwareTrackingToken.newInstance(2, Set.of(1L));

            projection.write(collection, new Batch(events.batch(2, 2).steps(), withoutTheFirst));
            assertThat(CounterDocument.read(collection, Audience.EVERYBODY)
                            .counts()
                            .status())
                    .isEqualTo(Map.of("draft", 1L));

            projection.write(
                    collection, new Batch(events.batch(1, 1).steps(), GapAwareTrackingToken.newInstance(2, Set.of())));
            projection.write(collection, events.batch(1, 2));
            assertThat(CounterDocument.read(collection, Audience.EVERYBODY)
                            .counts()
                            .status())
                    .isEqualTo(Map.of("draft", 2L));
        }
    }

    @Test
    void of_two_that_count_from_the_same_numbers_one_is_refused() {
        try (Mongo mongo = new Mongo()) {
            MongoCollection<Document> collection = mongo.collection("dashboard_1");
            CounterDocument first = CounterDocument.read(collection, Audience.EVERYBODY);
            CounterDocument second = CounterDocument.read(collection, Audience.EVERYBODY);
            GapAwareTrackingToken token = GapAwareTrackingToken.newInstance(1, Set.of());

            first.replaceWith(collection, token);
            assertThatThrownBy(() -> second.replaceWith(collection, token))
                    .isInstanceOf(ConcurrentModificationException.class);

            CounterDocument third = CounterDocument.read(collection, Audience.EVERYBODY);
            third.replaceWith(collection, token);
            assertThatThrownBy(() -> third.replaceWith(collection, token))
                    .isInstanceOf(ConcurrentModificationException.class);
        }
    }

    /** Each number picks a postmortem and what happens to it. */
    private static List<RecordedEvent> events(List<Integer> seeds) {
        Map<String, Long> versions = new HashMap<>();
        List<RecordedEvent> events = new ArrayList<>();
        for (int seed : seeds) {
            String id = "pm-" + seed % POSTMORTEMS;
            long version = versions.merge(id, 1L, Long::sum);
            PostmortemEvent event = version == 1 ? Events.opened("Any", null) : change(seed / POSTMORTEMS);
            events.add(new RecordedEvent(
                    id, version, Events.START.plusSeconds(30_000L * events.size()), event, Events.metadata()));
        }
        return events;
    }

    private static PostmortemEvent change(int seed) {
        return switch (seed % 9) {
            case 0 -> new PostmortemClosed();
            case 1 -> new PostmortemReopened();
            case 2 -> new PostmortemWaived();
            case 3 -> new PostmortemSubmittedForReview();
            case 4 -> new PostmortemRestricted(List.of("ana"));
            case 5 -> new PostmortemRestricted(List.of("ben", "ana"));
            case 6 -> new RestrictionLifted();
            default -> new SeverityChanged(Severity.values()[seed % Severity.values().length], true);
        };
    }

    private static Counts recount(Batches events, String audience) {
        Counts counts = Counts.none();
        events.batch(1, events.size()).documents().stream()
                .filter(document -> Audience.of(document).contains(audience))
                .forEach(document -> counts.move(null, document));
        return counts;
    }
}
