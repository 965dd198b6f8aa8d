package io.hindsight.query.projection;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Drops the generations that no pointer names any more: the one a rebuild replaced, the half-built one of a rebuild that
 * was cancelled, and what a frozen process writes into either when it wakes. Not at once: a read that began before the
 * swap, here or in another process, still reads the old one.
 */
final class OldGenerations {
    private static final Pattern NAME = Pattern.compile("([a-z-]+)_(\\d+)");

    private final MongoDatabase database;
    private final Positions positions;
    private final Duration grace;
    private final Map<Generation, Long> unusedSince = new HashMap<>();

    OldGenerations(MongoDatabase database, Positions positions, Duration grace) {
        this.database = database;
        this.positions = positions;
        this.grace = grace;
    }

    /** Drops what was not in use for long enough; called again and again. */
    void sweep(Collection<Pointer> pointers) {
        long now = System.nanoTime();
        Set<Generation> unused = unused(pointers);
        unusedSince.keySet().retainAll(unused);
        for (Generation generation : unused) {
            long since = unusedSince.computeIfAbsent(generation, first -> now);
            if (now - since >= grace.toNanos()) {
                database.getCollection(generation.name()).drop();
                positions.drop(generation);
            }
        }
    }

    private Set<Generation> unused(Collection<Pointer> pointers) {
        Set<String> names = new HashSet<>(positions.names());
        database.listCollectionNames().into(names);
        Set<Generation> unused = new HashSet<>();
        for (String name : names) {
            Matcher parts = NAME.matcher(name);
            if (parts.matches()) {
                Generation generation = new Generation(parts.group(1), Long.parseLong(parts.group(2)));
                pointers.stream()
                        .filter(pointer -> pointer.projection().equals(generation.projection()))
                        .filter(pointer -> !pointer.uses(generation))
                        .forEach(pointer -> unused.add(generation));
            }
        }
        return unused;
    }
}
