package io.hindsight.benchmarks;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** The command line: {@code java -jar benchmarks.jar commands|append|rebuild|generate [--option value]…}. */
public final class Benchmarks {
    private static final String USAGE =
            """
            java -jar benchmarks.jar <what> [--option value]...

              commands   accepted commands a second by writers, beside raw inserts into the same table
                         --store h2|postgres  --writers 1,8,16,32  --rounds 5  --seconds 3
              append     time of one command on a postmortem of 2,000 events, beside one of 20
                         --store h2|postgres  --events 2000  --rounds 5  --samples 100
              rebuild    events a second of rebuilding each read model, beside reading the events alone; then all at once
                         with readers throughout, and the views compared; --rounds 0 for that alone
                         --store h2|postgres  --count 2000  --rounds 5  --seed 1  --mongo <url>
              generate   made-up postmortems, a line each, for POST /api/imports
                         --count 1000  --out postmortems.jsonl  --seed 1  --until <date, today>

            Stores are made in --data (a folder of its own in the temporary folder) and deleted at the end. PostgreSQL is started by the benchmark;
            without --mongo, so is a stand-in for MongoDB, in memory, whose figures are not MongoDB's.
            """;

    private interface Benchmark {
        void run(Options options) throws Exception;
    }

    private static final Map<String, Benchmark> BENCHMARKS = Map.of(
            "commands", options -> new CommandsBenchmark(options).run(),
            "append", options -> new AppendBenchmark(options).run(),
            "rebuild", options -> new RebuildBenchmark(options).run(),
            "generate", ImportFile::write);

    private static final Set<String> OPTIONS = Set.of(
            "store", "writers", "rounds", "seconds", "events", "samples", "count", "seed", "mongo", "out", "until",
            "data");

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        Benchmark benchmark = arguments.length == 0 ? null : BENCHMARKS.get(arguments[0]);
        if (benchmark == null) {
            System.out.println(USAGE);
            System.exit(arguments.length == 0 ? 0 : 2);
        }
        Options options;
        try {
            options = new Options(Arrays.asList(arguments).subList(1, arguments.length), OPTIONS);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        benchmark.run(options);
        // The stand-in and PostgreSQL leave threads behind.
        System.exit(0);
    }

    /** The day that made-up incidents end at, unless the command line says. */
    static LocalDate until(Options options) {
        String given = options.text("until", null);
        return given == null ? LocalDate.now(ZoneOffset.UTC) : LocalDate.parse(given);
    }
}
