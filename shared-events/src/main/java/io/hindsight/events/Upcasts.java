package io.hindsight.events;

import java.util.List;

/** Every change that the shape of a stored event has ever had, oldest first. */
public final class Upcasts {
    private Upcasts() {}

    /** None yet: every event is in its first revision. */
    public static List<Upcast> all() {
        return List.of();
    }
}
