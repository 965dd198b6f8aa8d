package io.hindsight.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** The event stores to measure with, each as the product has it by default: an H2 file, or a PostgreSQL that syncs. */
final class EventStores implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Path folder;

    EventStores(Options options) throws IOException {
        String given = options.text("data", null);
        Path parent = given == null ? Path.of(System.getProperty("java.io.tmpdir")) : Path.of(given);
        folder = Files.createTempDirectory(Files.createDirectories(parent), "hindsight-benchmark-");
        open.push(() -> FileSystemUtils.deleteRecursively(folder));
    }

    Path folder() {
        return folder;
    }

    /**
     * The settings of an empty store.
     *
     * @param kind {@code h2} or {@code postgres}
     */
    Map<String, Object> settings(String kind) throws IOException {
        return switch (kind) {
            case "h2" -> Map.of("hindsight.data", folder.toString());
            case "postgres" -> Map.of("hindsight.data", folder.toString(), "hindsight.event-store.url", postgres());
            default -> throw new IllegalArgumentException("--store is h2 or postgres, not " + kind);
        };
    }

    private String postgres() throws IOException {
        // Made for tests, it starts PostgreSQL without the syncs that keep what was acknowledged.
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        open.push(server);
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }
}
