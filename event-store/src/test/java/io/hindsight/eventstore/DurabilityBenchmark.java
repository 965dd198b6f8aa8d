package io.hindsight.eventstore;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What it costs that the embedded event store is on the disk, not only with the operating system, before a command is
 * acknowledged. Not part of the build: {@code ./mvnw -pl event-store -am test -Dtest=DurabilityBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}. It works in {@code target}, so that it measures a disk and not memory.
 */
class DurabilityBenchmark {

    private static final int SECONDS = Integer.getInteger("benchmark.seconds", 4);
    private static final int RUNS = Integer.getInteger("benchmark.runs", 3);

    private enum Mode {
        WRITE,
        SYNC_EACH,
        SYNC_SHARED
    }

    @Test
    void appends_per_second() throws Exception {
        for (int writers : new int[] {1, 8}) {
            double[][] rates = new double[Mode.values().length][RUNS];
            for (int run = 0; run < RUNS; run++) {
                for (Mode mode : Mode.values()) {
                    rates[mode.ordinal()][run] = measure(mode, writers);
                }
            }
            for (Mode mode : Mode.values()) {
                double[] sorted = Arrays.stream(rates[mode.ordinal()]).sorted().toArray();
                System.out.printf(
                        Locale.ROOT,
                        "%d writers, %-11s median %6.0f appends/s (%.0f to %.0f)%n",
                        writers,
                        mode,
                        sorted[RUNS / 2],
                        sorted[0],
                        sorted[RUNS - 1]);
            }
        }
    }

    private static double measure(Mode mode, int writers) throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "benchmark")), "h2-");
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try (Application application = new Application(
                "jdbc:h2:file:" + folder.toAbsolutePath() + "/events",
                Map.of("sync", String.valueOf(mode == Mode.SYNC_SHARED)))) {
            JdbcTemplate jdbc = new JdbcTemplate(application.bean(DataSource.class));
            Runnable afterCommit = mode == Mode.SYNC_EACH ? () -> jdbc.execute("checkpoint sync") : () -> {};
            AtomicLong acknowledged = new AtomicLong();
            Consumer<Long> untilDeadline = deadline -> {
                String postmortem = "pm-" + Thread.currentThread().getId();
                for (long version = application
                                        .store
                                        .lastSequenceNumberFor(postmortem)
                                        .orElse(-1L)
                                + 2;
                        System.nanoTime() < deadline;
                        version++) {
                    application.append(postmortem, version, "somebody with a name of ordinary length");
                    afterCommit.run();
                    acknowledged.incrementAndGet();
                }
            };
            for (long seconds : new long[] {1, SECONDS}) { // the first to warm up
                acknowledged.set(0);
                CountDownLatch done = new CountDownLatch(writers);
                long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
                for (int writer = 0; writer < writers; writer++) {
                    threads.submit(() -> {
                        untilDeadline.accept(deadline);
                        done.countDown();
                    });
                }
                done.await();
            }
            return (double) acknowledged.get() / SECONDS;
        } finally {
            threads.shutdownNow();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
