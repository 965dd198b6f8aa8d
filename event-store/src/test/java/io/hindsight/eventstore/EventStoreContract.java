package io.hindsight.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.events.EventMetadata;
import io.hindsight.events.OwnershipEvent.OwnerAssigned;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What holds for the event store on either database. */
abstract class EventStoreContract {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** So that a reader which is not woken gets nothing, and luck with the look from time to time is out of the question. */
    static final Map<String, String> LOOKS_ONLY_WHEN_WOKEN = Map.of("look-every", "PT1H");

    String url;
    Application application;
    private final ExecutorService others = Executors.newCachedThreadPool();

    /** The JDBC URL of an empty database. */
    abstract String newDatabase();

    @BeforeEach
    void start() {
        url = newDatabase();
        application = new Application(url);
    }

    @AfterEach
    void stop() {
        others.shutdownNow();
        application.close();
    }

    @Test
    void an_event_is_read_back_with_its_metadata_and_its_time_in_milliseconds() {
        application.append("pm-1", 1, "ana");

        DomainEventMessage<?> event = application.store.readEvents("pm-1").next();
        assertThat(event.getPayload()).isEqualTo(new OwnerAssigned("ana"));
        assertThat(event.getMetaData()).containsEntry(EventMetadata.ACTOR, "ana");
        assertThat(event.getType()).isEqualTo("Postmortem");
        assertThat(event.getTimestamp())
                .isEqualTo(event.getTimestamp().truncatedTo(ChronoUnit.MILLIS))
                .isCloseTo(application.clock.instant(), within(PATIENCE.toSeconds(), ChronoUnit.SECONDS));
        assertThat(new JdbcTemplate(application.bean(DataSource.class))
                        .queryForMap("select payload_type, payload from domain_event_entry"))
                .containsEntry("payload_type", "owner-assigned")
                .containsEntry("payload", "{\"owner\":\"ana\"}");
    }

    @Test
    void a_version_that_is_taken_is_refused_and_nothing_of_its_batch_stays() {
        application.append("pm-1", 1, "ana");
        application.append("pm-1", 3, "bo");

        assertThatThrownBy(() -> application.append("pm-1", 3, "cy")).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> application.append("pm-1", 2, "cy", "di")).isInstanceOf(ConcurrencyException.class);

        assertThat(countOfEvents()).isEqualTo(2);
    }

    @Test
    void of_two_who_write_the_same_version_at_once_one_is_refused() throws Exception {
        application.append("pm-1", 1, "ana");
        Held first = hold("pm-1", 2, "bo");
        Future<?> second = others.submit(() -> application.append("pm-1", 2, "cy"));
        first.commit();

        assertThatThrownBy(() -> second.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(ConcurrencyException.class);
        assertThat(application.payloads("pm-1")).containsExactly(new OwnerAssigned("ana"), new OwnerAssigned("bo"));
    }

    @Test
    void of_two_who_open_the_same_postmortem_at_once_one_is_refused() throws Exception {
        Held first = hold("pm-1", 1, "ana");
        Future<?> second = others.submit(() -> application.append("pm-1", 1, "bo"));
        first.commit();

        assertThatThrownBy(() -> second.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(AggregateStreamCreationException.class);
        assertThat(application.payloads("pm-1")).containsExactly(new OwnerAssigned("ana"));
    }

    @Test
    void a_rolled_back_append_leaves_nothing() {
        application.transaction().executeWithoutResult(status -> {
            application.append("pm-1", 1, "ana");
            status.setRollbackOnly();
        });
        assertThat(countOfEvents()).isZero();
    }

    @Test
    void a_unit_of_work_that_fails_after_its_append_leaves_nothing() {
        var work = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("a command"));
        work.attachTransaction(application.bean(TransactionManager.class));
        application.append("pm-1", 1, "ana");
        work.onCommit(unit -> {
            throw new IllegalStateException("too late");
        });

        assertThatThrownBy(work::commit).hasMessage("too late");
        assertThat(countOfEvents()).isZero();
    }

    @Test
    void an_event_committed_after_a_later_one_is_not_skipped() throws Exception {
        application.append("pm-0", 1, "ana");
        Held slow = hold("pm-1", 1, "bo");
        application.append("pm-2", 1, "cy");
        try (TrackingEventStream stream = application.store.openStream(null)) {
            assertThat(read(stream, 2))
                    .extracting(EventStoreContract::postmortem)
                    .containsExactly("pm-0", "pm-2");
            application.append("pm-3", 1, "di");
            assertThat(read(stream, 1))
                    .extracting(EventStoreContract::postmortem)
                    .containsExactly("pm-3");

            slow.commit();
            assertThat(read(stream, 1))
                    .extracting(EventStoreContract::postmortem)
                    .containsExactly("pm-1");
        }
    }

    @Test
    void a_late_commit_is_not_skipped_when_the_clock_jumps_or_the_reader_begins_anew() throws Exception {
        Held slow = hold("pm-1", 1, "ana");
        application.append("pm-2", 1, "bo");
        application.clock.jump(Duration.ofHours(1));
        application.append("pm-3", 1, "cy");

        TrackingToken token;
        try (TrackingEventStream stream = application.store.openStream(null)) {
            token = last(read(stream, 2)).trackingToken();
        }
        assertThat(application.positions.head().coveredBy(token)).isTrue();
        slow.commit();

        assertThat(application.positions.after("pm-1", 1).coveredBy(token)).isFalse();
        try (TrackingEventStream stream = application.store.openStream(token)) {
            TrackedEventMessage<?> late = last(read(stream, 1));
            assertThat(postmortem(late)).isEqualTo("pm-1");
            assertThat(application.positions.after("pm-1", 1).coveredBy(late.trackingToken()))
                    .isTrue();
        }
    }

    @Test
    void a_reader_that_starts_at_the_beginning_gets_a_first_event_that_was_committed_late() throws Exception {
        Held slow = hold("pm-1", 1, "ana");
        application.append("pm-2", 1, "bo");
        try (TrackingEventStream stream = application.store.openStream(application.store.createTailToken())) {
            assertThat(read(stream, 1))
                    .extracting(EventStoreContract::postmortem)
                    .containsExactly("pm-2");
            slow.commit();
            assertThat(read(stream, 1))
                    .extracting(EventStoreContract::postmortem)
                    .containsExactly("pm-1");
        }
    }

    @Test
    void a_reader_that_starts_at_the_head_gets_what_is_committed_from_then_on_and_nothing_else() throws Exception {
        application.append("pm-0", 1, "ana");
        Held slow = hold("pm-1", 1, "bo");
        application.append("pm-2", 1, "cy");
        try (TrackingEventStream stream = application.store.openStream(application.store.createHeadToken())) {
            slow.commit();
            application.append("pm-3", 1, "di");
            assertThat(read(stream, 2))
                    .extracting(EventStoreContract::postmortem)
                    .containsExactly("pm-1", "pm-3");
        }
    }

    @Test
    void positions_that_stay_empty_are_passed_over_and_not_remembered() {
        application.append("pm-1", 1, "ana");
        burn(1500);
        application.append("pm-1", 2, "bo");
        burn(20);
        application.append("pm-1", 3, "cy");

        try (TrackingEventStream stream = application.store.openStream(null)) {
            GapAwareTrackingToken token =
                    (GapAwareTrackingToken) last(read(stream, 3)).trackingToken();
            assertThat(token.getIndex()).isGreaterThan(1500);
            assertThat(token.getGaps()).isEmpty();
        }
    }

    @Test
    void gaps_left_by_a_rollback_are_given_up_once_it_is_over() throws Exception {
        Held slow = hold("pm-1", 1, "ana");
        application.append("pm-2", 1, "bo");
        try (TrackingEventStream stream = application.store.openStream(null)) {
            assertThat(gaps(last(read(stream, 1)))).isNotEmpty();
            slow.rollBack();
            application.append("pm-3", 1, "cy");
            assertThat(gaps(last(read(stream, 1)))).isEmpty();
        }
    }

    @Test
    void positions_name_the_events_of_a_postmortem_in_order() {
        assertThat(application.positions.head()).isEqualTo(new EventPosition(0));
        application.append("pm-1", 1, "ana", "bo");
        application.append("pm-2", 1, "cy");

        assertThat(application.positions.after("pm-1", 1).index()).isEqualTo(1);
        assertThat(application.positions.after("pm-1", 2).index()).isEqualTo(2);
        assertThat(application.positions.after("pm-2", 1)).isEqualTo(application.positions.head());
        assertThatThrownBy(() -> application.positions.after("pm-2", 2)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void a_newer_snapshot_replaces_the_one_before() {
        application.append("pm-1", 1, "ana", "bo", "cy");
        for (long version : new long[] {1, 3}) {
            application.store.storeSnapshot(new GenericDomainEventMessage<>(
                    "Postmortem", "pm-1", version - 1, new OwnerAssigned("snapshot at " + version)));
        }
        assertThat(application.payloads("pm-1")).containsExactly(new OwnerAssigned("snapshot at 3"));
        assertThat(new JdbcTemplate(application.bean(DataSource.class))
                        .queryForObject("select count(*) from snapshot_event_entry", Long.class))
                .isEqualTo(1);
    }

    @Test
    void a_waiting_reader_is_woken_by_a_commit() throws Exception {
        try (Application woken = new Application(url, LOOKS_ONLY_WHEN_WOKEN)) {
            assertThat(medianMillisUntilRead(woken, woken)).isLessThan(100);
        }
    }

    /** From before an append of the one application until a reader of the other, which waits, has the event. */
    long medianMillisUntilRead(Application writing, Application reading) throws Exception {
        List<Long> millis = new ArrayList<>();
        try (TrackingEventStream stream = reading.store.openStream(null)) {
            writing.append("pm-warm-up", 1, "ana");
            read(stream, 1);
            for (int i = 1; i <= 9; i++) {
                CountDownLatch waiting = new CountDownLatch(1);
                Future<Long> arrival = others.submit(() -> {
                    waiting.countDown();
                    read(stream, 1);
                    return System.nanoTime();
                });
                waiting.await();
                long begin = System.nanoTime();
                writing.append("pm-1", i, "bo");
                millis.add(TimeUnit.NANOSECONDS.toMillis(arrival.get() - begin));
            }
        }
        return millis.stream().sorted().toList().get(4);
    }

    private void burn(int count) {
        for (int burnt = 0; burnt < count; burnt += 10) {
            application.transaction().executeWithoutResult(status -> {
                application.append("pm-burnt", 1, "a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
                status.setRollbackOnly();
            });
        }
    }

    private long countOfEvents() {
        return new JdbcTemplate(application.bean(DataSource.class))
                .queryForObject("select count(*) from domain_event_entry", Long.class);
    }

    static List<TrackedEventMessage<?>> read(TrackingEventStream stream, int count) {
        List<TrackedEventMessage<?>> events = new ArrayList<>();
        try {
            while (events.size() < count) {
                assertThat(stream.hasNextAvailable((int) PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                        .as("an event after %s", events)
                        .isTrue();
                events.add(stream.nextAvailable());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        return events;
    }

    static String postmortem(TrackedEventMessage<?> event) {
        return ((DomainEventMessage<?>) event).getAggregateIdentifier();
    }

    private static Iterable<Long> gaps(TrackedEventMessage<?> event) {
        return ((GapAwareTrackingToken) event.trackingToken()).getGaps();
    }

    private static TrackedEventMessage<?> last(List<TrackedEventMessage<?>> events) {
        return events.get(events.size() - 1);
    }

    /** Appends in a transaction that stays open until it is told how to end. */
    Held hold(String postmortemId, long version, String owner) throws Exception {
        Held held = new Held();
        held.end = others.submit(() -> application.transaction().executeWithoutResult(status -> {
            application.append(postmortemId, version, owner);
            held.appended.countDown();
            try {
                held.mayEnd.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                status.setRollbackOnly();
            }
            if (held.rollBack) {
                status.setRollbackOnly();
            }
        }));
        assertThat(held.appended.await(10, TimeUnit.SECONDS)).isTrue();
        return held;
    }

    static final class Held {

        private final CountDownLatch appended = new CountDownLatch(1);
        private final CountDownLatch mayEnd = new CountDownLatch(1);
        private volatile boolean rollBack;
        private Future<?> end;

        void commit() throws Exception {
            mayEnd.countDown();
            end.get(10, TimeUnit.SECONDS);
        }

        void rollBack() throws Exception {
            rollBack = true;
            commit();
        }
    }
}
