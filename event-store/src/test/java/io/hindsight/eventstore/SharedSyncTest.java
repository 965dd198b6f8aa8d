package io.hindsight.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedSyncTest {

    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        callers.shutdownNow();
    }

    @Test
    void all_who_come_during_a_sync_share_the_next_one() throws Exception {
        AtomicInteger syncs = new AtomicInteger();
        AtomicInteger waiting = new AtomicInteger();
        CountDownLatch slowDisk = new CountDownLatch(1);
        SharedSync shared = new SharedSync(() -> {
            syncs.incrementAndGet();
            awaitUninterrupted(slowDisk);
        });
        Future<?> first = callers.submit(shared::await);
        await().until(() -> syncs.get() == 1);

        List<Thread> others = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Thread other = new Thread(() -> {
                shared.await();
                waiting.incrementAndGet();
            });
            other.start();
            others.add(other);
        }
        await().until(() -> others.stream().allMatch(other -> other.getState() == Thread.State.WAITING));
        slowDisk.countDown();
        first.get(10, TimeUnit.SECONDS);

        await().until(() -> waiting.get() == 8);
        assertThat(syncs).hasValue(2);
    }

    @Test
    void who_comes_after_a_sync_has_ended_gets_one_of_its_own() {
        AtomicInteger syncs = new AtomicInteger();
        SharedSync shared = new SharedSync(syncs::incrementAndGet);
        shared.await();
        shared.await();
        assertThat(syncs).hasValue(2);
    }

    @Test
    void a_sync_that_failed_counts_for_nobody() {
        AtomicInteger syncs = new AtomicInteger();
        SharedSync shared = new SharedSync(() -> {
            if (syncs.incrementAndGet() == 1) {
                throw new IllegalStateException("disk full");
            }
        });
        assertThatThrownBy(shared::await).hasMessage("disk full");
        shared.await();
        assertThat(syncs).hasValue(2);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
