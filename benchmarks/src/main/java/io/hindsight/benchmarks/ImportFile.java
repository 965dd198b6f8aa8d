package io.hindsight.benchmarks;

import io.hindsight.benchmarks.generator.Generator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;

/** Writes made-up postmortems to a file that {@code POST /api/imports} takes. */
final class ImportFile {
    private ImportFile() {}

    static void write(Options options) throws IOException {
        Path out = options.path("out", "postmortems.jsonl");
        int count = options.number("count", 1_000);
        Generator generator = new Generator(
                options.number("seed", 1),
                Benchmarks.until(options).atStartOfDay(ZoneOffset.UTC).toInstant());
        try (PrintWriter lines = new PrintWriter(Files.newBufferedWriter(out, StandardCharsets.UTF_8))) {
            for (int number = 0; number < count; number++) {
                lines.println(generator.importLine(number));
            }
            if (lines.checkError()) {
                throw new IOException("Could not write all of " + out);
            }
        }
        System.out.println(count + " made-up postmortems in " + out);
    }
}
