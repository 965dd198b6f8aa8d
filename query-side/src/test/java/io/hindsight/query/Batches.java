package io.hindsight.query;

import io.hindsight.eventstore.EventPosition;
import io.hindsight.query.fold.DocumentFold;
import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.fold.RecordedEvent;
import io.hindsight.query.projection.Batch;
import io.hindsight.query.projection.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.GapAwareTrackingToken;

/** The steps of a list of events in the order of an event store, for batches cut in any way. */
public final class Batches {
    private final List<Step> steps = new ArrayList<>();

    public Batches(List<RecordedEvent> events) {
        Map<String, PostmortemDocument> documents = new HashMap<>();
        for (RecordedEvent event : events) {
            PostmortemDocument before = documents.get(event.postmortemId());
            PostmortemDocument after = DocumentFold.fold(before, event);
            documents.put(event.postmortemId(), after);
            steps.add(new Step(event, new EventPosition(steps.size() + 1L), before, after));
        }
    }

    public int size() {
        return steps.size();
    }

    /** The events from and to these numbers, from 1, as one batch. */
    public Batch batch(int first, int last) {
        return new Batch(steps.subList(first - 1, last), GapAwareTrackingToken.newInstance(last, Set.of()));
    }
}
