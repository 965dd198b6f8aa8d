package io.hindsight.benchmarks;

import io.hindsight.benchmarks.generator.GeneratedRequests;
import io.hindsight.command.postmortem.PostmortemRequests;
import io.hindsight.command.postmortem.Request;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Commands a second by writers on different postmortems, in turns with raw inserts by as many writers. */
final class CommandsBenchmark {
    /** Of each writer, in turn: so that none of them gets longer than postmortems do. */
    private static final int POSTMORTEMS_EACH = 25;

    private final Options options;
    private final List<Integer> writers;
    private final int rounds;
    private final Duration time;

    CommandsBenchmark(Options options) {
        this.options = options;
        writers = options.numbers("writers", "1,8,16,32");
        rounds = options.number("rounds", 5);
        time = Duration.ofSeconds(options.number("seconds", 3));
    }

    void run() throws Exception {
        String kind = options.text("store", "postgres");
        try (EventStores stores = new EventStores(options);
                ConfigurableApplicationContext application = Applications.commandSide(stores.settings(kind))) {
            DataSource eventStore = application.getBean(DataSource.class);
            Machine.describe(eventStore, stores.folder());
            measure(application.getBean(PostmortemRequests.class), eventStore);
        }
    }

    private void measure(PostmortemRequests requests, DataSource eventStore) throws Exception {
        String like = open(requests, 1).get(0);
        requests.send(entry(like));
        Map<Integer, Figures> commands = new LinkedHashMap<>();
        Map<Integer, Figures> inserts = new LinkedHashMap<>();
        writers.forEach(count -> {
            commands.put(count, new Figures());
            inserts.put(count, new Figures());
        });
        // The first round warms up and does not count.
        for (int round = 0; round <= rounds; round++) {
            for (int count : writers) {
                double raw = raw(eventStore, like, count);
                double accepted = commands(requests, eventStore, count);
                if (round > 0) {
                    inserts.get(count).add(raw);
                    commands.get(count).add(accepted);
                }
            }
        }
        Table table =
                new Table("writers", "commands/s", "raw inserts/s", "commands ÷ inserts", "commands ÷ 1 writer's");
        for (int count : writers) {
            table.row(
                    "" + count,
                    commands.get(count).text(",.0f"),
                    inserts.get(count).text(",.0f"),
                    Figures.ratios(commands.get(count), inserts.get(count)).text(".2f"),
                    Figures.ratios(commands.get(count), commands.get(writers.get(0)))
                            .text(".1f"));
        }
    }

    private double raw(DataSource eventStore, String like, int count) throws Exception {
        try (RawInserts raw = new RawInserts(eventStore, like, connections(eventStore, count))) {
            return Workers.perSecond(count, time, raw::of);
        }
    }

    /** Of its own, beside the application's pool: nobody waits for one. */
    private static List<Connection> connections(DataSource eventStore, int count) throws SQLException {
        List<Connection> connections = new ArrayList<>();
        try (Connection like = eventStore.getConnection()) {
            String url = like.getMetaData().getURL();
            boolean embedded = url.startsWith("jdbc:h2:");
            for (int i = 0; i < count; i++) {
                connections.add(
                        embedded
                                ? DriverManager.getConnection(url, "sa", "")
                                : DriverManager.getConnection(url, "postgres", "postgres"));
            }
        }
        return connections;
    }

    private double commands(PostmortemRequests requests, DataSource eventStore, int count) throws Exception {
        List<List<String>> postmortems = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            postmortems.add(open(requests, POSTMORTEMS_EACH));
        }
        long before = events(eventStore);
        long start = System.nanoTime();
        double perSecond = Workers.perSecond(count, time, writer -> {
            int[] sent = {0};
            List<String> own = postmortems.get(writer);
            return () -> requests.send(entry(own.get(sent[0]++ % own.size())));
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        double eventsPerCommand = (events(eventStore) - before) / (perSecond * seconds);
        if (eventsPerCommand < 0.9 || eventsPerCommand > 1.1) {
            throw new IllegalStateException("Not one event a command, but " + eventsPerCommand);
        }
        return perSecond;
    }

    private static long events(DataSource eventStore) {
        return new JdbcTemplate(eventStore).queryForObject("select count(*) from domain_event_entry", Long.class);
    }

    private static List<String> open(PostmortemRequests requests, int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = UUID.randomUUID().toString();
            requests.send(GeneratedRequests.byLead(id, List.of(Commands.open(id))));
            ids.add(id);
        }
        return ids;
    }

    private static Request entry(String id) {
        return GeneratedRequests.byLead(id, List.of(Commands.entry()));
    }
}
