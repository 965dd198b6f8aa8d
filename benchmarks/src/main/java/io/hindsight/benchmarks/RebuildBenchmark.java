package io.hindsight.benchmarks;

import com.mongodb.client.MongoDatabase;
import io.hindsight.benchmarks.Readers.Reads;
import io.hindsight.benchmarks.generator.Generator;
import io.hindsight.command.postmortem.PostmortemRequests;
import io.hindsight.eventstore.EventPosition;
import io.hindsight.eventstore.EventPositions;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Events a second of rebuilding, in turns with reading the same events alone; and whether anybody who reads meanwhile notices,
 * or finds anything else afterwards.
 */
final class RebuildBenchmark {
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final String READING = "reading and deserialising alone";
    private static final String ALL = "all read models at once";

    private final Options options;
    private final int count;
    private final int rounds;

    RebuildBenchmark(Options options) {
        this.options = options;
        count = options.number("count", 2_000);
        rounds = options.number("rounds", 5);
    }

    void run() throws Exception {
        try (EventStores stores = new EventStores(options);
                ReadStore readStore = new ReadStore(options.text("mongo", null))) {
            Map<String, Object> settings = new HashMap<>(stores.settings(options.text("store", "postgres")));
            settings.put("hindsight.read-store", readStore.url());
            try (ConfigurableApplicationContext application = Applications.bothSides(settings)) {
                Machine.describe(application.getBean(DataSource.class), stores.folder());
                System.out.println("Read store: " + readStore.label() + ".");
                measure(application);
            }
        }
    }

    private void measure(ConfigurableApplicationContext application) throws Exception {
        long start = System.nanoTime();
        List<String> ids = Population.make(
                new Generator(
                        options.number("seed", 1),
                        Benchmarks.until(options).atStartOfDay(ZoneOffset.UTC).toInstant()),
                count,
                application.getBean(PostmortemRequests.class));
        Api api = new Api(application.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
        Rebuilding rebuilding = new Rebuilding(api);
        rebuilding.awaitAllLive();
        EventStore events = application.getBean(EventStore.class);
        EventPosition end = application.getBean(EventPositions.class).head();
        long total = ReadingAlone.read(events, end);
        System.out.printf(
                Locale.ROOT,
                "%,d postmortems of %,d events, made and in all views after %.0f s.%n%n",
                count,
                total,
                (System.nanoTime() - start) / 1e9);
        rates(rebuilding, events, end, total);
        underReaders(
                rebuilding, new Readers(api, ids), new Readers(api, ids), application.getBean(MongoDatabase.class));
    }

    private void rates(Rebuilding rebuilding, EventStore events, EventPosition end, long total) throws Exception {
        Map<String, Figures> perSecond = new LinkedHashMap<>();
        // The first round warms up and does not count, unless it is the only one.
        for (int round = rounds == 1 ? 1 : 0; round <= rounds; round++) {
            Map<String, Double> seconds = new LinkedHashMap<>();
            long start = System.nanoTime();
            ReadingAlone.read(events, end);
            seconds.put(READING, (System.nanoTime() - start) / 1e9);
            List<String> projections = rebuilding.projections();
            for (String projection : projections) {
                seconds.put(projection, rebuilding.seconds(List.of(projection)));
            }
            seconds.put(ALL, rebuilding.seconds(without(BothSides.NOTHING, projections)));
            if (round > 0) {
                seconds.forEach((what, time) ->
                        perSecond.computeIfAbsent(what, name -> new Figures()).add(total / time));
            }
        }
        Table table = new Table("rebuilding", "events/s", "÷ reading alone");
        perSecond.forEach((what, figures) -> table.row(
                what.equals(BothSides.NOTHING) ? "a projection that folds and keeps nothing" : what,
                figures.text(",.0f"),
                Figures.ratios(figures, perSecond.get(READING)).text(".2f")));
    }

    private void underReaders(Rebuilding rebuilding, Readers idle, Readers busy, MongoDatabase database)
            throws Exception {
        List<String> projections = without(BothSides.NOTHING, rebuilding.projections());
        Map<String, String> before = Views.digests(database);
        try (Readers reading = idle.start()) {
            LockSupport.parkNanos(IDLE.toNanos());
        }
        double seconds;
        try (Readers reading = busy.start()) {
            seconds = rebuilding.seconds(projections);
        }
        Map<String, String> after = Views.digests(database);
        Reads reads = busy.reads();
        System.out.printf(
                Locale.ROOT,
                "%nAll read models rebuilt at once in %.1f s with readers throughout: %,d reads, %d of them wrong; p50 %.1f ms and p99"
                        + " %.1f ms (idle %.1f and %.1f). The views afterwards %s.%n",
                seconds,
                reads.count().get(),
                reads.wrong().size(),
                reads.quantile(0.5),
                reads.quantile(0.99),
                idle.reads().quantile(0.5),
                idle.reads().quantile(0.99),
                before.equals(after) ? "equal the ones before, document by document" : "DIFFER from the ones before");
        new TreeMap<>(after).forEach((projection, digest) -> System.out.println("- " + projection + ": " + digest));
        idle.reads().wrong().forEach(System.out::println);
        reads.wrong().stream().limit(10).forEach(System.out::println);
        if (!reads.wrong().isEmpty() || !before.equals(after)) {
            throw new IllegalStateException("A rebuild was seen");
        }
    }

    private static List<String> without(String name, List<String> names) {
        List<String> others = new ArrayList<>(names);
        others.remove(name);
        return others;
    }
}
