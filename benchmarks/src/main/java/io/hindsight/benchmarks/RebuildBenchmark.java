package io.hindsight.benchmarks;

import com.mongodb.client.MongoDatabase;
import io.hindsight.benchmarks.generator.Generator;
import io.hindsight.command.postmortem.PostmortemRequests;
import io.hindsight.eventstore.EventPosition;
import io.hindsight.eventstore.EventPositions;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Events a second of rebuilding, in turns with reading the same events alone; and whether anybody who reads meanwhile notices,
 * or finds anything else afterwards.
 */
final class RebuildBenchmark {
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final int SHOWN = 10;
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
        if (rounds > 0) {
            rates(rebuilding, events, end, total);
        }
        print(RebuildUnderReaders.run(api, ids, application.getBean(MongoDatabase.class), IDLE));
    }

    private void rates(Rebuilding rebuilding, EventStore events, EventPosition end, long total) throws Exception {
        Map<String, Figures> perSecond = new LinkedHashMap<>();
        // The first round warms up and does not count, unless it is the only one.
        for (int round = rounds == 1 ? 1 : 0; round <= rounds; round++) {
            Map<String, Double> seconds = new LinkedHashMap<>();
            long start = System.nanoTime();
            ReadingAlone.read(events, end);
            seconds.put(READING, (System.nanoTime() - start) / 1e9);
            for (String projection : rebuilding.projections()) {
                seconds.put(projection, rebuilding.seconds(List.of(projection)));
            }
            seconds.put(ALL, rebuilding.seconds(rebuilding.readModels()));
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

    private static void print(RebuildUnderReaders rebuild) {
        System.out.printf(
                Locale.ROOT,
                "%nAll read models rebuilt at once in %.1f s with readers throughout: %,d reads, %d of them wrong; p50 %.1f ms and p99"
                        + " %.1f ms (idle %.1f and %.1f). The views afterwards %s.%n",
                rebuild.seconds(),
                rebuild.busy().count().get(),
                rebuild.busy().wrong().size(),
                rebuild.busy().quantile(0.5),
                rebuild.busy().quantile(0.99),
                rebuild.idle().quantile(0.5),
                rebuild.idle().quantile(0.99),
                rebuild.before().equals(rebuild.after())
                        ? "equal the ones before, document by document"
                        : "DIFFER from the ones before");
        rebuild.after().forEach((projection, digest) -> System.out.println("- " + projection + ": " + digest));
        rebuild.idle().wrong().stream().limit(SHOWN).forEach(System.out::println);
        rebuild.busy().wrong().stream().limit(SHOWN).forEach(System.out::println);
        if (!rebuild.wentUnseen()) {
            throw new IllegalStateException("A rebuild was seen");
        }
    }
}
