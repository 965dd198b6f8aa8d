package io.hindsight.eventstore;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tells the other JVMs on the same PostgreSQL that events were committed, and hears it from them. A notice is sent after the
 * commit by a thread of its own, one for all commits since the last: notices within the appending transactions would make
 * these wait for each other. A lost notice costs a reader at most the time after which it
 * looks anyway.
 */
final class CommitNotices implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CommitNotices.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration SILENCE_BEFORE_CHECK = Duration.ofSeconds(10);

    private final EventStoreSettings settings;
    private final Runnable heard;
    private final String me = UUID.randomUUID().toString();
    private final Semaphore unannounced = new Semaphore(0);
    private final List<Worker> workers = new ArrayList<>();

    /** @param heard run, on a thread of this class, whenever another JVM has committed or may have */
    CommitNotices(EventStoreSettings settings, Runnable heard) {
        this.settings = settings;
        this.heard = heard;
    }

    /** Have the other JVMs told; returns at once. */
    void announce() {
        if (unannounced.availablePermits() == 0) {
            unannounced.release();
        }
    }

    @Override
    public synchronized void start() {
        if (workers.isEmpty()) {
            workers.add(new Worker("event-store-announces", this::send));
            workers.add(new Worker("event-store-listens", this::listen));
            workers.forEach(worker -> worker.thread.start());
        }
    }

    @Override
    public synchronized void stop() {
        workers.forEach(Worker::stop);
        workers.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !workers.isEmpty();
    }

    private void send(Connection connection) throws SQLException, InterruptedException {
        try (Statement session = connection.createStatement()) {
            // A notice need not survive a crash: no wait for the disk.
            session.execute("set synchronous_commit = off");
        }
        try (PreparedStatement notice = connection.prepareStatement("select pg_notify('hindsight_events', ?)")) {
            notice.setString(1, me);
            while (true) {
                unannounced.acquire();
                unannounced.drainPermits();
                notice.execute();
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement session = connection.createStatement()) {
            session.execute("listen hindsight_events");
            // What was committed before the connection stood was not heard.
            heard.run();
            PGConnection channel = connection.unwrap(PGConnection.class);
            while (true) {
                PGNotification[] notices = channel.getNotifications((int) SILENCE_BEFORE_CHECK.toMillis());
                if (notices == null || notices.length == 0) {
                    // Nobody commits, or the connection is dead and does not say so.
                    session.execute("select 1");
                } else if (!allMine(notices)) {
                    heard.run();
                }
            }
        }
    }

    private boolean allMine(PGNotification[] notices) {
        for (PGNotification notice : notices) {
            if (!notice.getParameter().equals(me)) {
                return false;
            }
        }
        return true;
    }

    private interface Work {
        void on(Connection connection) throws SQLException, InterruptedException;
    }

    /** A daemon thread with a connection of its own, which it makes anew when it fails. */
    private final class Worker {

        private final Work work;
        private final Thread thread;
        private volatile boolean stopped;
        private volatile Connection connection;

        Worker(String name, Work work) {
            this.work = work;
            this.thread = new Thread(this::run, name);
            this.thread.setDaemon(true);
        }

        private void run() {
            while (!stopped) {
                try (Connection open = connect()) {
                    connection = open;
                    if (stopped) {
                        return;
                    }
                    work.on(open);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                } catch (SQLException e) {
                    if (!stopped) {
                        LOG.warn("No notices of commits between processes for now: {}", e.getMessage());
                        pause();
                    }
                }
            }
        }

        private void pause() {
            try {
                TimeUnit.NANOSECONDS.sleep(PAUSE_AFTER_FAILURE.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stopped = true;
            }
        }

        private Connection connect() throws SQLException {
            Properties properties = new Properties();
            properties.setProperty("tcpKeepAlive", "true");
            properties.setProperty("ApplicationName", thread.getName());
            if (settings.username() != null) {
                properties.setProperty("user", settings.username());
            }
            if (settings.password() != null) {
                properties.setProperty("password", settings.password());
            }
            return DriverManager.getConnection(settings.url(), properties);
        }

        void stop() {
            stopped = true;
            thread.interrupt();
            Connection open = connection;
            if (open != null) {
                try {
                    // Not close(): that would wait for a listener that waits for a notice.
                    open.abort(Runnable::run);
                } catch (SQLException e) {
                    LOG.debug("Could not close the connection of {}", thread.getName(), e);
                }
            }
        }
    }
}
