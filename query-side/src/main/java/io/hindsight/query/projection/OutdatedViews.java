package io.hindsight.query.projection;

import io.hindsight.eventstore.EventPosition;
import io.hindsight.eventstore.EventPositions;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.eventhandling.TrackingToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has built anew what cannot stay as it is: what an older version of the program built, since the shape of its documents was
 * another one, and what includes events that the event store does not have, since that was restored from a backup. It is asked
 * until it has found that right once: a rebuild that is cancelled stays so until the next start. What a newer version built it
 * leaves alone. Of two versions that run side by side the newer one decides, or they would rebuild for ever.
 */
final class OutdatedViews {
    private static final Logger LOG = LoggerFactory.getLogger(OutdatedViews.class);

    private final Rebuilds rebuilds;
    private final Positions positions;
    private final EventPositions events;
    private final Set<String> inOrder = new HashSet<>();

    OutdatedViews(Rebuilds rebuilds, Positions positions, EventPositions events) {
        this.rebuilds = rebuilds;
        this.positions = positions;
        this.events = events;
    }

    /** Begins the rebuild where one is needed; of several processes that try, one does. */
    void check(Projection projection, Pointer pointer) {
        if (inOrder.contains(projection.name())) {
            return;
        }
        int wanted = projection.revision();
        if (pointer.rebuilding()) {
            if (pointer.buildingRevision() <= wanted && isAhead(pointer.buildingGeneration())) {
                LOG.warn("The rebuild of {} includes events that are not there; it is given up", projection.name());
                rebuilds.underWay(projection.name()).ifPresent(rebuilds::cancel);
            } else if (pointer.revision() >= wanted || pointer.buildingRevision() >= wanted) {
                inOrder.add(projection.name());
            }
        } else if (pointer.revision() <= wanted && isAhead(pointer.liveGeneration())) {
            rebuilds.begin(pointer)
                    .ifPresent(begun -> LOG.warn(
                            "The read model {} includes events that the event store does not have (was it restored from a backup?);"
                                    + " it is rebuilt",
                            projection.name()));
        } else if (pointer.revision() < wanted) {
            rebuilds.begin(pointer)
                    .ifPresent(begun -> LOG.info(
                            "The read model {} was built at revision {}; it is rebuilt at {} beside what is read",
                            projection.name(),
                            pointer.revision(),
                            wanted));
        } else {
            inOrder.add(projection.name());
        }
    }

    /** The position is asked for first: the events go on meanwhile, and never back. */
    private boolean isAhead(Generation generation) {
        TrackingToken built = positions.of(generation);
        return built != null && isAhead(built, events.head());
    }

    static boolean isAhead(TrackingToken built, EventPosition head) {
        return built.position().orElse(0) > head.index();
    }

    /** Begins from the beginning, as a process does that starts. */
    void forget() {
        inOrder.clear();
    }
}
