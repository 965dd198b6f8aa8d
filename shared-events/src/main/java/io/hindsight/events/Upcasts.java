package io.hindsight.events;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Every change that the shape of a stored event has ever had, oldest first. */
public final class Upcasts {
    private static final UnaryOperator<Map<String, Object>> NOT_MINOR = with("minor", false);

    private static final List<Upcast> ALL = List.of(
            gained("timeline-entry-corrected", NOT_MINOR),
            gained("contributing-factor-corrected", NOT_MINOR),
            gained("went-well-corrected", NOT_MINOR),
            gained("went-badly-corrected", NOT_MINOR),
            gained("action-item-changed", NOT_MINOR),
            // Which edit it was is not known of what was recorded before.
            gained("reviews-went-stale", UnaryOperator.identity()),
            // It could not be restricted from the first.
            gained("postmortem-opened", UnaryOperator.identity()),
            // There were no figures but the seven.
            gained("impact-recorded", UnaryOperator.identity()),
            // Which time the reason of the request explained, if any, is not known of what was recorded before.
            new Upcast("impact-recorded", 2, "impact-recorded", UnaryOperator.identity()),
            // A severity could be corrected and not taken away.
            new Upcast("timeline-entry-corrected", 2, "timeline-entry-corrected", with("severityRemoved", false)));

    private Upcasts() {}

    public static List<Upcast> all() {
        return ALL;
    }

    /** The first revision has a field less than the second. */
    private static Upcast gained(String name, UnaryOperator<Map<String, Object>> change) {
        return new Upcast(name, 1, name, change);
    }

    private static UnaryOperator<Map<String, Object>> with(String field, Object value) {
        return event -> {
            Map<String, Object> changed = new LinkedHashMap<>(event);
            changed.put(field, value);
            return changed;
        };
    }
}
