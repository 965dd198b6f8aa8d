package io.hindsight.query.projection;

import io.hindsight.query.fold.PostmortemDocument;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.TrackingToken;

/** Events that are written together, in the order of the event store; never empty. */
public record Batch(List<Step> steps) {
    public Batch {
        steps = List.copyOf(steps);
    }

    /** Each postmortem of the batch as it stands at the batch's end. */
    public Collection<PostmortemDocument> documents() {
        Map<String, PostmortemDocument> last = new LinkedHashMap<>();
        steps.forEach(step -> last.put(step.after().id(), step.after()));
        return last.values();
    }

    /** The position of the last event. */
    public TrackingToken end() {
        return steps.get(steps.size() - 1).position();
    }
}
