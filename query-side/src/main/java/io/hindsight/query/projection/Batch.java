package io.hindsight.query.projection;

import io.hindsight.query.fold.PostmortemDocument;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.TrackingToken;

/**
 * Events that are written together, in the order in which they can be read; never empty.
 *
 * @param end the position of a reader that has had them
 */
public record Batch(List<Step> steps, TrackingToken end) {
    public Batch {
        steps = List.copyOf(steps);
    }

    /** Each postmortem of the batch as it stands at the batch's end. */
    public Collection<PostmortemDocument> documents() {
        return byId().values();
    }

    /** The same by their ids. */
    public Map<String, PostmortemDocument> byId() {
        Map<String, PostmortemDocument> last = new LinkedHashMap<>();
        steps.forEach(step -> last.put(step.after().id(), step.after()));
        return last;
    }
}
