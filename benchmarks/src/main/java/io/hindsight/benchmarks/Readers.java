package io.hindsight.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/**
 * People who read every view over HTTP while something else goes on, and know what has to be there: each answer that fails,
 * lacks a postmortem, or is empty where it was not before, is a wrong one.
 */
final class Readers implements AutoCloseable {
    private static final int PEOPLE = 4;
    /** Each of them reads one view after the other, this long from one to the next. */
    private static final Duration PAUSE = Duration.ofMillis(40);

    private final ScheduledExecutorService people = Executors.newScheduledThreadPool(PEOPLE);
    private final ConcurrentHashMap<String, JsonNode> before = new ConcurrentHashMap<>();
    private final Reads reads =
            new Reads(new AtomicLong(), new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>());
    private final Api api;
    private final List<String> ids;

    /** What was read: how often, how long each took, and what was wrong. */
    record Reads(AtomicLong count, ConcurrentLinkedQueue<Double> millis, ConcurrentLinkedQueue<String> wrong) {

        double quantile(double share) {
            Figures figures = new Figures();
            millis.forEach(figures::add);
            return figures.quantile(share);
        }
    }

    Readers(Api api, List<String> ids) {
        this.api = api;
        this.ids = ids;
    }

    /** Begins; what each list holds at the first look, it has to hold at every other. */
    Readers start() throws Exception {
        for (String path : lists()) {
            before.put(path, api.get(path));
        }
        for (int person = 0; person < PEOPLE; person++) {
            people.scheduleWithFixedDelay(this::readOne, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
        return this;
    }

    Reads reads() {
        return reads;
    }

    private static List<String> lists() {
        return List.of(
                "/api/postmortems?size=20",
                "/api/postmortems?status=closed&size=20",
                "/api/obligations?overdue=true&size=20",
                "/api/action-items?open=true&size=20",
                "/api/history?size=20",
                "/api/dashboard");
    }

    private void readOne() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String id = ids.get(random.nextInt(ids.size()));
        List<String> lists = lists();
        int choice = random.nextInt(lists.size() + 2);
        String path = choice < lists.size()
                ? lists.get(choice)
                : "/api/postmortems/" + id + (choice == lists.size() ? "" : "/history");
        long start = System.nanoTime();
        try {
            JsonNode answer = api.get(path);
            reads.millis.add((System.nanoTime() - start) / 1e6);
            reads.count.incrementAndGet();
            String wrong = before.containsKey(path) ? difference(before.get(path), answer) : missing(id, answer);
            if (wrong != null) {
                reads.wrong.add(path + ": " + wrong);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            reads.wrong.add(path + ": " + e);
        }
    }

    private static String difference(JsonNode before, JsonNode now) {
        boolean same = before.has("items")
                ? before.get("items").equals(now.get("items"))
                        && !now.get("items").isEmpty()
                : before.get("open").equals(now.get("open"))
                        && before.get("byStatus").equals(now.get("byStatus"));
        return same ? null : "other than before";
    }

    private static String missing(String id, JsonNode answer) {
        boolean there = answer.has("items")
                ? !answer.get("items").isEmpty()
                : id.equals(answer.get("id").asString());
        return there ? null : "nothing there";
    }

    @Override
    public void close() throws InterruptedException {
        people.shutdown();
        people.awaitTermination(1, TimeUnit.MINUTES);
    }
}
