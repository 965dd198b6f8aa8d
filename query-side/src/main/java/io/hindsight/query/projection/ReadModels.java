package io.hindsight.query.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.hindsight.eventstore.EventPosition;
import io.hindsight.eventstore.EventPositions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs a processor for each generation that the stored pointers name, and says which generation to read. It looks at the
 * pointers again and again, so that every process follows what one of them decides, and a rebuild that was killed goes on
 * where it was.
 */
public final class ReadModels implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReadModels.class);
    private static final long LOOK_MILLIS = 200;

    private final Map<String, Projection> projections = new LinkedHashMap<>();
    private final MongoDatabase database;
    private final EventStore events;
    private final EventPositions eventPositions;
    private final Pointers pointers;
    private final Positions positions;
    private final Rebuilds rebuilds;
    private final OldGenerations old;
    private final OutdatedViews outdated;
    private final Map<Generation, ProjectionProcessor> processors = new ConcurrentHashMap<>();
    private final Map<String, Pointer> known = new ConcurrentHashMap<>();
    private CompletableFuture<Void> stopping = CompletableFuture.completedFuture(null);
    private ScheduledExecutorService watch;
    private boolean prepared;

    ReadModels(
            List<Projection> projections,
            MongoDatabase database,
            EventStore events,
            EventPositions eventPositions,
            Pointers pointers,
            Positions positions,
            Rebuilds rebuilds,
            OldGenerations old) {
        projections.forEach(projection -> this.projections.put(projection.name(), projection));
        this.database = database;
        this.events = events;
        this.eventPositions = eventPositions;
        this.pointers = pointers;
        this.positions = positions;
        this.rebuilds = rebuilds;
        this.old = old;
        outdated = new OutdatedViews(rebuilds, positions, eventPositions);
    }

    /** The names of all projections. */
    public Set<String> names() {
        return projections.keySet();
    }

    /** What fills the generation of a projection that is read now; empty while the read store was not reached yet. */
    Optional<ProjectionProcessor> live(String projection) {
        return pointer(projection).map(pointer -> processors.get(pointer.liveGeneration()));
    }

    /** What fills the generation that a rebuild builds; empty where none does. */
    Optional<ProjectionProcessor> building(String projection) {
        return pointer(projection)
                .filter(Pointer::rebuilding)
                .map(pointer -> processors.get(pointer.buildingGeneration()));
    }

    /** The pointer as this process saw it last. */
    Optional<Pointer> pointer(String projection) {
        return Optional.ofNullable(known.get(projection));
    }

    @Override
    public void start() {
        synchronized (this) {
            watch = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "projections");
                thread.setDaemon(true);
                return thread;
            });
        }
        look();
        watch.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        synchronized (this) {
            watch.shutdownNow();
            watch = null;
            stop(List.copyOf(processors.keySet()));
            stopping.join();
            known.clear();
            outdated.forget();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return watch != null;
    }

    /** Follows the pointers as they are now. */
    synchronized void look() {
        if (watch == null) {
            return;
        }
        try {
            if (!prepared) {
                positions.prepare();
                prepared = true;
            }
            for (String name : projections.keySet()) {
                outdated.check(projections.get(name), pointers.get(name));
                Pointer pointer = pointers.get(name);
                follow(pointer);
                if (pointer.rebuilding() && caughtUp(pointer) && rebuilds.swap(pointer)) {
                    follow(pointers.get(name));
                }
            }
            old.sweep(known.values());
        } catch (RuntimeException e) {
            LOG.warn("The read store does not answer as it should; looking again", e);
        }
    }

    private void follow(Pointer pointer) {
        start(pointer.liveGeneration(), pointer.revision());
        if (pointer.rebuilding()) {
            start(pointer.buildingGeneration(), pointer.buildingRevision());
        }
        known.put(pointer.projection(), pointer);
        List<Generation> others = processors.keySet().stream()
                .filter(generation -> generation.projection().equals(pointer.projection()))
                .filter(generation -> !pointer.uses(generation))
                .toList();
        stop(others);
    }

    /** All at once: each may wait a second for events that do not come. */
    private void stop(List<Generation> generations) {
        generations.forEach(generation -> stopping =
                CompletableFuture.allOf(stopping, processors.remove(generation).stop()));
    }

    private void start(Generation generation, int revision) {
        if (!processors.containsKey(generation)) {
            Projection projection = projections.get(generation.projection());
            MongoCollection<Document> collection = database.getCollection(generation.name());
            ProjectionProcessor processor = new ProjectionProcessor(
                    projection, generation, revision, collection, events, eventPositions, positions);
            processor.start();
            processors.put(generation, processor);
        }
    }

    /**
     * Whether what is being built includes all that is read. It is given a moment to reach where the live one is now: while
     * events keep coming, to find the two side by side would be a matter of luck.
     */
    private boolean caughtUp(Pointer pointer) {
        TrackingToken live = positions.of(pointer.liveGeneration());
        if (live == null) {
            return true;
        }
        ProjectionProcessor building = processors.get(pointer.buildingGeneration());
        EventPosition head = eventPositions.head();
        // A live one that includes events which are not there any more is no measure.
        boolean ahead = OutdatedViews.isAhead(live, head);
        EventPosition goal =
                ahead ? head : new EventPosition(Math.max(0, live.position().orElse(0)));
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS);
        try {
            while (true) {
                TrackingToken built = positions.of(pointer.buildingGeneration());
                if (ahead ? goal.coveredBy(built) : built != null && built.covers(live)) {
                    return true;
                }
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                building.await(goal, Duration.ofNanos(left));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
