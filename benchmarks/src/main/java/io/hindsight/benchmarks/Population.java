package io.hindsight.benchmarks;

import io.hindsight.benchmarks.generator.Generator;
import io.hindsight.command.postmortem.PostmortemRequests;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Fills a store with made-up postmortems. */
final class Population {
    private static final int WRITERS = 4;

    private Population() {}

    /** The ids of the postmortems, which have no event when this begins. */
    static List<String> make(Generator generator, int count, PostmortemRequests requests) throws Exception {
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Future<List<String>>> running = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            running.add(threads.submit(() -> {
                List<String> ids = new ArrayList<>();
                for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                    ids.add(generator.requests(number).send(requests).id());
                }
                return ids;
            }));
        }
        List<String> ids = new ArrayList<>();
        for (Future<List<String>> one : running) {
            ids.addAll(one.get());
        }
        threads.shutdown();
        return ids;
    }
}
