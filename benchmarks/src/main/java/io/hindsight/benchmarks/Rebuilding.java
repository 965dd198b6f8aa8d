package io.hindsight.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Rebuilds of projections, asked for as an administrator does. */
final class Rebuilding {
    private static final long LOOK_NANOS = 10_000_000;
    private static final String PROJECTIONS = "/api/admin/projections";

    private final Api api;

    Rebuilding(Api api) {
        this.api = api;
    }

    /** The names of all projections, in the order in which they are built. */
    List<String> projections() throws Exception {
        List<String> names = new ArrayList<>();
        api.get(PROJECTIONS)
                .get("items")
                .forEach(projection -> names.add(projection.get("name").asString()));
        return names;
    }

    /** Those that people read. */
    List<String> readModels() throws Exception {
        List<String> names = projections();
        names.remove(BothSides.NOTHING);
        return names;
    }

    /** Returns when every projection has every event. */
    void awaitAllLive() throws Exception {
        boolean live = false;
        while (!live) {
            LockSupport.parkNanos(LOOK_NANOS);
            live = true;
            for (JsonNode projection : api.get(PROJECTIONS).get("items")) {
                live &= projection.get("lag").asLong() == 0;
            }
        }
    }

    /** Seconds until all of these, begun at once, are read in place of those before. */
    double seconds(List<String> projections) throws Exception {
        long start = System.nanoTime();
        List<String> running = new ArrayList<>();
        for (String projection : projections) {
            String path = PROJECTIONS + "/" + projection + "/rebuilds";
            running.add(path + "/" + api.post(path).get("id").asString());
        }
        while (!running.isEmpty()) {
            LockSupport.parkNanos(LOOK_NANOS);
            for (String rebuild : List.copyOf(running)) {
                String state = api.get(rebuild).get("state").asString();
                if (state.equals("done")) {
                    running.remove(rebuild);
                } else if (!state.equals("running")) {
                    throw new IllegalStateException(rebuild + " is " + state);
                }
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
