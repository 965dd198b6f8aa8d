package io.hindsight.benchmarks;

import io.hindsight.eventstore.SharedSync;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the event table takes at most: the row of an event that is there already, again and again under other ids, each in a
 * transaction of its own and as durable as an event is. Every writer keeps its connection and its statement.
 */
final class RawInserts implements AutoCloseable {
    private static final String INSERT =
            """
            insert into domain_event_entry (aggregate_identifier, sequence_number, type, event_identifier, time_stamp,
                payload_type, payload_revision, payload, meta_data) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final List<Connection> connections;
    private final Map<String, Object> row;
    private final Runnable sync;

    /** @param like the postmortem whose last event is the row */
    RawInserts(DataSource eventStore, String like, List<Connection> connections) throws SQLException {
        this.connections = connections;
        JdbcTemplate jdbc = new JdbcTemplate(eventStore);
        row = jdbc.queryForMap(
                """
                select type, time_stamp, payload_type, payload_revision, payload, meta_data from domain_event_entry
                where aggregate_identifier = ? order by sequence_number desc limit 1
                """,
                like);
        boolean embedded = connections.get(0).getMetaData().getURL().startsWith("jdbc:h2:");
        sync = embedded ? new SharedSync(() -> jdbc.execute("checkpoint sync"))::await : () -> {};
    }

    Workers.Work of(int worker) throws SQLException {
        PreparedStatement insert = connections.get(worker).prepareStatement(INSERT);
        insert.setString(1, "raw-" + UUID.randomUUID());
        int column = 5;
        insert.setString(3, (String) row.get("type"));
        for (String name : List.of("time_stamp", "payload_type", "payload_revision", "payload", "meta_data")) {
            insert.setString(column++, (String) row.get(name));
        }
        long[] sequence = {0};
        return () -> {
            insert.setLong(2, sequence[0]++);
            insert.setString(4, UUID.randomUUID().toString());
            insert.executeUpdate();
            sync.run();
        };
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
