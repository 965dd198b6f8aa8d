package io.hindsight.benchmarks;

import com.mongodb.client.MongoDatabase;
import io.hindsight.benchmarks.Readers.Reads;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * A rebuild of every read model at once while people read all of them.
 *
 * @param seconds that the rebuild took
 * @param idle what was read before it, when nothing else went on
 * @param busy what was read during it
 * @param before the views before it, boiled down
 * @param after the views after it
 */
record RebuildUnderReaders(
        double seconds, Reads idle, Reads busy, Map<String, String> before, Map<String, String> after) {

    /** @param ids postmortems that are there */
    static RebuildUnderReaders run(Api api, List<String> ids, MongoDatabase database, Duration idleTime)
            throws Exception {
        Rebuilding rebuilding = new Rebuilding(api);
        List<String> projections = rebuilding.readModels();
        Map<String, String> before = Views.digests(database);
        Reads idle;
        try (Readers readers = new Readers(api, ids).start()) {
            LockSupport.parkNanos(idleTime.toNanos());
            idle = readers.reads();
        }
        Reads busy;
        double seconds;
        try (Readers readers = new Readers(api, ids).start()) {
            seconds = rebuilding.seconds(projections);
            busy = readers.reads();
        }
        return new RebuildUnderReaders(seconds, idle, busy, before, Views.digests(database));
    }

    /** Whether nobody saw anything of it. */
    boolean wentUnseen() {
        return idle.wrong().isEmpty() && busy.wrong().isEmpty() && before.equals(after);
    }
}
