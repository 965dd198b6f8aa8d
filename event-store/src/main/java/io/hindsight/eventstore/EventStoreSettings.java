package io.hindsight.eventstore;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.springframework.core.env.PropertyResolver;

/**
 * Where the events are kept.
 *
 * @param url a JDBC URL of H2 or PostgreSQL
 * @param username null where the URL says it
 * @param password null where the URL says it
 * @param sync whether an embedded store is synced to disk before a commit is answered; a server has settings of its own
 * @param lookEvery how long a reader waits that nobody wakes, before it looks for new events
 */
record EventStoreSettings(String url, String username, String password, boolean sync, Duration lookEvery) {
    /** What fails comes as an exception, too; a trace file beside the events would be readable by all. */
    private static final String FILE_SETTINGS = ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";

    /**
     * {@code hindsight.event-store.url} (or HINDSIGHT_EVENT_STORE); without it an H2 file in the folder {@code hindsight.data}
     * (HINDSIGHT_DATA), {@code ./data} by default. {@code hindsight.event-store.sync=false} leaves it to the operating
     * system when a commit reaches the disk; {@code hindsight.event-store.look-every} is an ISO-8601 duration, {@code PT1S}.
     *
     * @throws IllegalArgumentException for another database than these two
     */
    static EventStoreSettings from(PropertyResolver properties) {
        String url = properties.getProperty("hindsight.event-store.url");
        if (url == null || url.isBlank()) {
            url = properties.getProperty("hindsight.event-store");
        }
        if (url == null || url.isBlank()) {
            Path data = Path.of(properties.getProperty("hindsight.data", "./data"));
            url = "jdbc:h2:file:" + data.resolve("events").toAbsolutePath().normalize() + FILE_SETTINGS;
        }
        Duration lookEvery = Duration.parse(properties.getProperty("hindsight.event-store.look-every", "PT1S"));
        if (url.startsWith("jdbc:h2:")) {
            requireEmbedded(url);
            return new EventStoreSettings(
                    durable(url),
                    properties.getProperty("hindsight.event-store.username", "sa"),
                    properties.getProperty("hindsight.event-store.password", ""),
                    properties.getProperty("hindsight.event-store.sync", Boolean.class, true),
                    lookEvery);
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return new EventStoreSettings(
                    url,
                    properties.getProperty("hindsight.event-store.username"),
                    properties.getProperty("hindsight.event-store.password"),
                    false,
                    lookEvery);
        }
        throw new IllegalArgumentException(
                "hindsight.event-store.url must begin with jdbc:h2: or jdbc:postgresql: (its beginning is '"
                        + url.substring(0, Math.min(url.length(), 8)) + "')");
    }

    boolean isPostgres() {
        return url.startsWith("jdbc:postgresql:");
    }

    /** Readers know only the open transactions of their own JVM ({@link AppendsOfThisJvm}). */
    private static void requireEmbedded(String url) {
        String upper = url.toUpperCase(Locale.ROOT);
        if (upper.startsWith("JDBC:H2:TCP:")
                || upper.startsWith("JDBC:H2:SSL:")
                || upper.contains("AUTO_SERVER=TRUE")) {
            throw new IllegalArgumentException(
                    "hindsight.event-store.url: H2 keeps the events of one process only; for several, use PostgreSQL");
        }
    }

    /** Without this H2 answers a commit up to half a second before it writes it: a kill loses what was acknowledged. */
    private static String durable(String url) {
        return url.toUpperCase(Locale.ROOT).contains(";WRITE_DELAY=") ? url : url + ";WRITE_DELAY=0";
    }
}
