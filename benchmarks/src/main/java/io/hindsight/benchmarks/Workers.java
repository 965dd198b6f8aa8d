package io.hindsight.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several threads that do the same as often as they can. */
final class Workers {
    private Workers() {}

    /** What one worker does again and again. */
    interface Work {
        void once() throws Exception;
    }

    /** Makes the work of one worker, on its thread. */
    interface Hiring {
        Work work(int worker) throws Exception;
    }

    /** How many times a second all of them together did it, from the common start to the last one's end. */
    static double perSecond(int workers, Duration time, Hiring hiring) throws Exception {
        CountDownLatch ready = new CountDownLatch(workers);
        CountDownLatch go = new CountDownLatch(1);
        List<Callable<Long>> tasks = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            int worker = i;
            tasks.add(() -> {
                Work work = hiring.work(worker);
                ready.countDown();
                go.await();
                long end = System.nanoTime() + time.toNanos();
                long done = 0;
                while (System.nanoTime() < end) {
                    work.once();
                    done++;
                }
                return done;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<Future<Long>> running = tasks.stream().map(threads::submit).toList();
            ready.await();
            long start = System.nanoTime();
            go.countDown();
            long done = 0;
            for (Future<Long> one : running) {
                done += one.get();
            }
            return done * 1e9 / (System.nanoTime() - start);
        } finally {
            threads.shutdownNow();
        }
    }
}
