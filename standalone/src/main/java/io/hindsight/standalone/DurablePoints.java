package io.hindsight.standalone;

import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves the store between commands, never within one: after a crash every collection stands as it stood at one moment
 * between two commands. By itself the store saves whenever it likes, and a position could outlive the view it is the
 * position of.
 */
class DurablePoints extends H2Backend {
    private static final Logger log = LoggerFactory.getLogger(DurablePoints.class);
    private static final Duration BETWEEN_SAVES = Duration.ofMillis(100);
    /** Each save writes new pages and leaves the old ones as holes; these are gathered every so many saves. */
    private static final int SAVES_BETWEEN_COMPACTIONS = 50;

    private static final int COMPACT_BELOW_PERCENT = 60;
    private static final int COMPACT_BYTES_AT_ONCE = 4 * 1024 * 1024;

    private final MVStore store;
    private final ReentrantReadWriteLock between = new ReentrantReadWriteLock();
    private final ScheduledExecutorService saver =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "views-saver"));
    private int saves;

    DurablePoints(MVStore store) {
        super(store);
        this.store = store;
        saver.scheduleWithFixedDelay(
                this::save, BETWEEN_SAVES.toMillis(), BETWEEN_SAVES.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        return during(() -> super.handleQuery(query));
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        Document answer = during(() -> super.handleMessage(message));
        if (wantsJournal(message.getDocument())) {
            saveNow();
        }
        return answer;
    }

    /** As of MongoDB: what is written with {@code j: true} is saved before it is answered. */
    private static boolean wantsJournal(Document command) {
        return command.get("writeConcern") instanceof Document concern && Boolean.TRUE.equals(concern.get("j"));
    }

    private <T> T during(Supplier<T> command) {
        Lock lock = between.readLock();
        lock.lock();
        try {
            return command.get();
        } finally {
            lock.unlock();
        }
    }

    private void save() {
        try {
            saveNow();
        } catch (RuntimeException e) {
            // A throw would end the schedule; the disk may have room again next time.
            log.error("The views could not be saved; trying again", e);
        }
    }

    private void saveNow() {
        if (!store.hasUnsavedChanges()) {
            return;
        }
        Lock lock = between.writeLock();
        lock.lock();
        try {
            store.commit();
            if (++saves % SAVES_BETWEEN_COMPACTIONS == 0) {
                store.compact(COMPACT_BELOW_PERCENT, COMPACT_BYTES_AT_ONCE);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        saver.shutdown();
        Lock lock = between.writeLock();
        lock.lock();
        try {
            super.close();
        } finally {
            lock.unlock();
        }
    }
}
