package io.hindsight.eventstore;

import io.hindsight.events.Upcast;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Axon's JDBC storage on the tables of {@code db/eventstore}. A reader that passes over positions that are not visible yet
 * keeps them as gaps in its token until they are filled or {@link SettledPositions settled}, however long that takes.
 */
final class EventStorage extends JdbcEventStorageEngine {

    private static final int EVENTS_READ_AT_ONCE = 1000;
    private static final EventSchema SCHEMA = EventSchema.builder()
            .eventTable("domain_event_entry")
            .snapshotTable("snapshot_event_entry")
            .globalIndexColumn("global_index")
            .timestampColumn("time_stamp")
            .eventIdentifierColumn("event_identifier")
            .aggregateIdentifierColumn("aggregate_identifier")
            .sequenceNumberColumn("sequence_number")
            .typeColumn("type")
            .payloadTypeColumn("payload_type")
            .payloadRevisionColumn("payload_revision")
            .payloadColumn("payload")
            .metaDataColumn("meta_data")
            .build();

    /** Every insert holds this lock from before it takes its position until its transaction has ended and is visible. */
    private static final String APPENDS_OF_ALL_SESSIONS =
            """
            select virtualtransaction from pg_locks
            where locktype = 'relation' and mode = 'RowExclusiveLock' and granted
              and database = (select oid from pg_database where datname = current_database())
              and relation = 'domain_event_entry'::regclass
            """;

    private final AppendsOfThisJvm appends = new AppendsOfThisJvm();
    private final JdbcTemplate jdbc;
    private final EventPositions positions;
    private final SettledPositions settledPositions;

    /** What was settled before the read that this thread is at; judging by a later value could skip what became visible since. */
    private final ThreadLocal<Long> settledBeforeRead = new ThreadLocal<>();

    EventStorage(
            DataSource dataSource,
            boolean postgres,
            TransactionManager transactions,
            EventSerializer serializer,
            SnapshotFilter snapshotFilter,
            List<Upcast> upcasts) {
        super(builder()
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .snapshotFilter(snapshotFilter)
                .upcasterChain(EventUpcasters.chain(upcasts, serializer.getObjectMapper()))
                .persistenceExceptionResolver(new WritersMet())
                .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
                .transactionManager(transactions)
                .dataType(String.class)
                .schema(SCHEMA)
                .batchSize(EVENTS_READ_AT_ONCE)
                // Sequence numbers have no holes: a batch that is not full is the last, and a look for more is saved.
                .finalAggregateBatchPredicate(batch -> batch.size() < EVENTS_READ_AT_ONCE)
                // Axon's own cleaning goes by the age of events.
                .gapCleaningThreshold(Integer.MAX_VALUE));
        this.jdbc = new JdbcTemplate(dataSource);
        Supplier<Set<String>> openAppends = postgres
                ? () -> new HashSet<>(jdbc.queryForList(APPENDS_OF_ALL_SESSIONS, String.class))
                : appends::open;
        this.positions = new EventPositions(jdbc);
        this.settledPositions = new SettledPositions(() -> positions.head().index(), openAppends);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        appends.run(() -> super.appendEvents(events, serializer));
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(TrackingToken lastToken, int batchSize) {
        // Only gaps need it; a reader at the very beginning is about to meet those of all time.
        boolean needed =
                !(lastToken instanceof GapAwareTrackingToken token) || token.hasGaps() || token.getIndex() == 0;
        settledBeforeRead.set(needed ? settledPositions.now() : settledPositions.last());
        try {
            return super.fetchTrackedEvents(lastToken, batchSize);
        } finally {
            settledBeforeRead.remove();
        }
    }

    @Override
    protected TrackedEventData<?> getTrackedEventData(ResultSet row, GapAwareTrackingToken previous)
            throws SQLException {
        long position = row.getLong(SCHEMA.globalIndexColumn());
        // Rows come in the order of positions: of the settled gaps, those before this row stay empty.
        long firstPossibleGap = Math.min(position, settledBeforeRead.get() + 1);
        return new TrackedDomainEventData<>(advanced(previous, position, firstPossibleGap), getDomainEventData(row));
    }

    /** Before position 1. Axon's begins before the first visible event, past those that were begun earlier and commit later. */
    @Override
    public TrackingToken createTailToken() {
        return GapAwareTrackingToken.newInstance(0, List.of());
    }

    /** After the last visible event, with the positions before it that may still be filled as gaps; Axon's has no gaps. */
    @Override
    public TrackingToken createHeadToken() {
        long settled = settledPositions.now();
        long head = positions.head().index();
        Set<Long> visible = new HashSet<>(jdbc.queryForList(
                "select global_index from domain_event_entry where global_index > ? and global_index <= ?",
                Long.class,
                settled,
                head));
        return GapAwareTrackingToken.newInstance(
                head,
                LongStream.range(settled + 1, head)
                        .boxed()
                        .filter(position -> !visible.contains(position))
                        .toList());
    }

    private static GapAwareTrackingToken advanced(
            GapAwareTrackingToken previous, long position, long firstPossibleGap) {
        if (previous == null) {
            return GapAwareTrackingToken.newInstance(
                    position,
                    LongStream.range(firstPossibleGap, position).boxed().toList());
        }
        long reach = Math.max(position, previous.getIndex()) - firstPossibleGap;
        return previous.advanceTo(position, (int) Math.min(reach, Integer.MAX_VALUE));
    }
}
