package io.hindsight.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Says what the figures were measured on: without it they mean nothing. */
final class Machine {
    private static final int SYNCS = 200;
    private static final int PAGE_BYTES = 4096;

    private Machine() {}

    static void describe(DataSource eventStore, Path folder) throws SQLException, IOException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.printf(
                Locale.ROOT,
                "%n%d cores, %.0f GiB memory (%.1f GiB heap at most), %s %s, Java %s, load %.1f when it began. %s. Sync of 4 KiB to the"
                        + " stores' disk: %.0f µs (median).%n%n",
                system.getAvailableProcessors(),
                system.getTotalMemorySize() / (double) (1 << 30),
                Runtime.getRuntime().maxMemory() / (double) (1 << 30),
                system.getName(),
                system.getVersion(),
                System.getProperty("java.version"),
                system.getSystemLoadAverage(),
                store(eventStore),
                syncMicros(folder));
    }

    /** Refuses a PostgreSQL that would answer before what it stored is on disk. */
    private static String store(DataSource eventStore) throws SQLException {
        try (Connection connection = eventStore.getConnection()) {
            DatabaseMetaData data = connection.getMetaData();
            String name = data.getDatabaseProductName() + " " + data.getDatabaseProductVersion();
            if (!data.getDatabaseProductName().equals("PostgreSQL")) {
                return name + ", file, synced before a commit is answered";
            }
            JdbcTemplate jdbc = new JdbcTemplate(eventStore);
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                String value = jdbc.queryForObject("show " + setting, String.class);
                if (!"on".equals(value)) {
                    throw new IllegalStateException("PostgreSQL runs with " + setting + "=" + value);
                }
            }
            return name + ", fsync=on, synchronous_commit=on";
        }
    }

    private static double syncMicros(Path folder) throws IOException {
        Path file = folder.resolve("sync");
        Figures times = new Figures();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < SYNCS; i++) {
                channel.write(ByteBuffer.allocate(PAGE_BYTES));
                long start = System.nanoTime();
                channel.force(false);
                times.add((System.nanoTime() - start) / 1e3);
            }
        } finally {
            Files.deleteIfExists(file);
        }
        return times.median();
    }
}
