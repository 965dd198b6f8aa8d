package io.hindsight.benchmarks;

import io.hindsight.benchmarks.generator.GeneratedRequests;
import io.hindsight.command.decision.Command;
import io.hindsight.command.postmortem.PostmortemRequests;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.common.caching.Cache;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The time of one command on a long postmortem in turns with the same on a short one: both held in the cache, and both
 * loaded, the long one from its snapshot. The long ones are timeline entries through and through, the most that a postmortem
 * of so many events can hold; and not at a multiple of a hundred, where a snapshot has just been taken.
 */
final class AppendBenchmark {
    private static final int SHORT = 20;
    private static final int AT_ONCE = 100;
    private static final int SINCE_SNAPSHOT = 50;
    /** As many that none of them grows much while it is measured. */
    private static final int LONG_ONES = 10;

    private final Options options;
    private final int events;
    private final int rounds;
    private final int samples;

    AppendBenchmark(Options options) {
        this.options = options;
        events = options.number("events", 2_000);
        rounds = options.number("rounds", 5);
        samples = options.number("samples", 100);
    }

    void run() throws Exception {
        String kind = options.text("store", "postgres");
        try (EventStores stores = new EventStores(options);
                ConfigurableApplicationContext application = Applications.commandSide(stores.settings(kind))) {
            Machine.describe(application.getBean(DataSource.class), stores.folder());
            measure(application.getBean(PostmortemRequests.class), application.getBean(Cache.class));
        }
    }

    private void measure(PostmortemRequests requests, Cache cache) {
        Table table = new Table(
                "the postmortem was",
                "p50 at " + SHORT + " events, µs",
                "p50 at " + events + " events, µs",
                "long ÷ short",
                "p99 at " + events + " events, µs");
        compare(table, "cached", requests, id -> {});
        compare(table, "loaded", requests, cache::remove);
    }

    private void compare(Table table, String name, PostmortemRequests requests, Consumer<String> before) {
        List<String> longOnes = make(requests, LONG_ONES, events + SINCE_SNAPSHOT);
        Figures shortOnes = new Figures();
        Figures longOnesMedians = new Figures();
        Figures slowest = new Figures();
        for (int round = 0; round <= rounds; round++) {
            List<String> fresh = make(requests, samples, SHORT);
            Figures ofShort = new Figures();
            Figures ofLong = new Figures();
            for (int i = 0; i < samples; i++) {
                ofShort.add(micros(requests, fresh.get(i), before));
                ofLong.add(micros(requests, longOnes.get(i % LONG_ONES), before));
            }
            // The first round warms up and does not count.
            if (round > 0) {
                shortOnes.add(ofShort.median());
                longOnesMedians.add(ofLong.median());
                slowest.add(ofLong.quantile(0.99));
            }
        }
        table.row(
                name,
                shortOnes.text(",.0f"),
                longOnesMedians.text(",.0f"),
                Figures.ratios(longOnesMedians, shortOnes).text(".2f"),
                slowest.text(",.0f"));
    }

    private static double micros(PostmortemRequests requests, String id, Consumer<String> before) {
        before.accept(id);
        long start = System.nanoTime();
        requests.send(GeneratedRequests.byLead(id, List.of(Commands.entry())));
        return (System.nanoTime() - start) / 1e3;
    }

    /** Postmortems of that many events each. */
    private static List<String> make(PostmortemRequests requests, int count, int events) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = UUID.randomUUID().toString();
            long version = requests.send(GeneratedRequests.byLead(id, List.of(Commands.open(id))))
                    .version();
            while (version < events) {
                List<Command> entries =
                        Collections.nCopies((int) Math.min(AT_ONCE, events - version), Commands.entry());
                version = requests.send(GeneratedRequests.byLead(id, entries)).version();
            }
            ids.add(id);
        }
        return ids;
    }
}
