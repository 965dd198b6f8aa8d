package io.hindsight.benchmarks;

import java.util.Collections;

/** Prints a Markdown table, a row as soon as it is known. */
final class Table {
    Table(String... heads) {
        row(heads);
        row(Collections.nCopies(heads.length, "---").toArray(String[]::new));
    }

    void row(String... cells) {
        System.out.println("| " + String.join(" | ", cells) + " |");
    }
}
