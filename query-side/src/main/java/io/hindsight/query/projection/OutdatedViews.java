package io.hindsight.query.projection;

import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has built anew what an older version of the program built, since the shape of its documents was another one. It is asked
 * until it has found that right once: a rebuild that is cancelled stays so until the next start. What a newer version built it
 * leaves alone. Of two versions that run side by side the newer one decides, or they would rebuild for ever.
 */
final class OutdatedViews {
    private static final Logger LOG = LoggerFactory.getLogger(OutdatedViews.class);

    private final Rebuilds rebuilds;
    private final Set<String> inOrder = new HashSet<>();

    OutdatedViews(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    /** Begins the rebuild where one is needed; of several processes that try, one does. */
    void check(Projection projection, Pointer pointer) {
        if (inOrder.contains(projection.name())) {
            return;
        }
        int wanted = projection.revision();
        if (pointer.revision() >= wanted || (pointer.rebuilding() && pointer.buildingRevision() >= wanted)) {
            inOrder.add(projection.name());
        } else if (!pointer.rebuilding()) {
            rebuilds.begin(pointer)
                    .ifPresent(begun -> LOG.info(
                            "The read model {} was built at revision {}; it is rebuilt at {} beside what is read",
                            projection.name(),
                            pointer.revision(),
                            wanted));
        }
    }

    /** Begins from the beginning, as a process does that starts. */
    void forget() {
        inOrder.clear();
    }
}
