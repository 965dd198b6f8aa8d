package io.hindsight.standalone;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The published postmortems that lie beside the repository, where they do; they are never in it. */
final class RealRecords {
    private static final Path FILE = Path.of("..", "..", "shared", "data", "postmortems", "postmortems.jsonl");

    private RealRecords() {}

    /** One record a line; without the file the test at hand is reported as skipped. */
    static List<String> lines() throws IOException {
        assumeTrue(Files.exists(FILE), "Skipped: there are no real records at " + FILE + " beside the repository");
        return Files.readAllLines(FILE);
    }
}
