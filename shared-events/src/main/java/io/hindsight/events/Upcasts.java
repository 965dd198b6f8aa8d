package io.hindsight.events;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Every change that the shape of a stored event has ever had, oldest first. */
public final class Upcasts {
    private static final List<Upcast> ALL = List.of(
            gained("timeline-entry-corrected", Upcasts::notMinor),
            gained("contributing-factor-corrected", Upcasts::notMinor),
            gained("went-well-corrected", Upcasts::notMinor),
            gained("went-badly-corrected", Upcasts::notMinor),
            gained("action-item-changed", Upcasts::notMinor),
            // Which edit it was is not known of what was recorded before.
            gained("reviews-went-stale", UnaryOperator.identity()),
            // It could not be restricted from the first.
            gained("postmortem-opened", UnaryOperator.identity()),
            // There were no figures but the seven.
            gained("impact-recorded", UnaryOperator.identity()),
            // Which time the reason of the request explained, if any, is not known of what was recorded before.
            new Upcast("impact-recorded", 2, "impact-recorded", UnaryOperator.identity()));

    private Upcasts() {}

    public static List<Upcast> all() {
        return ALL;
    }

    /** The first revision has a field less than the second. */
    private static Upcast gained(String name, UnaryOperator<Map<String, Object>> change) {
        return new Upcast(name, 1, name, change);
    }

    private static Map<String, Object> notMinor(Map<String, Object> event) {
        Map<String, Object> changed = new LinkedHashMap<>(event);
        changed.put("minor", false);
        return changed;
    }
}
