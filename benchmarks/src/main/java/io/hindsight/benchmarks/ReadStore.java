package io.hindsight.benchmarks;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.UUID;

/** The MongoDB that was named, in a database of its own, or a stand-in in memory. */
final class ReadStore implements AutoCloseable {
    private final MongoServer standIn;
    private final String url;

    /** @param given {@code mongodb://host:port}; null for the stand-in */
    ReadStore(String given) {
        standIn = given == null ? new MongoServer(new MemoryBackend()) : null;
        String server = given == null ? standIn.bindAndGetConnectionString() : given;
        url = server + (server.endsWith("/") ? "" : "/") + "benchmark-" + UUID.randomUUID();
    }

    /** What has to be said beside every figure that it has a part in. */
    String label() {
        return standIn == null ? "MongoDB at " + url : "MongoDB stand-in (mongo-java-server, in memory)";
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        if (standIn != null) {
            standIn.shutdownNow();
        }
    }
}
