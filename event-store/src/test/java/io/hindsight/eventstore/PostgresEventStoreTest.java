package io.hindsight.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class PostgresEventStoreTest extends EventStoreContract {

    @Override
    String newDatabase() {
        return PostgresServer.newDatabase();
    }

    @Test
    void a_reader_in_another_process_is_woken_by_a_commit() throws Exception {
        try (Application other = new Application(url, LOOKS_ONLY_WHEN_WOKEN)) {
            assertThat(medianMillisUntilRead(application, other)).isLessThan(100);
        }
    }

    @Test
    void a_reader_in_another_process_is_woken_also_after_its_connection_broke() throws Exception {
        try (Application other = new Application(url, LOOKS_ONLY_WHEN_WOKEN)) {
            JdbcTemplate jdbc = new JdbcTemplate(application.bean(DataSource.class));
            await().until(() -> countOfListeners(jdbc) == 2);
            jdbc.queryForList("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where application_name in ('event-store-listens', 'event-store-announces')"
                    + " and datname = current_database()");
            await().until(() -> countOfListeners(jdbc) == 2);
            assertThat(medianMillisUntilRead(application, other)).isLessThan(100);
        }
    }

    @Test
    void a_late_commit_of_a_foreign_session_is_not_skipped() throws Exception {
        try (Connection foreign = DriverManager.getConnection(url);
                Statement statement = foreign.createStatement();
                TrackingEventStream stream = application.store.openStream(null)) {
            foreign.setAutoCommit(false);
            statement.execute(
                    """
                    insert into domain_event_entry (aggregate_identifier, sequence_number, type, event_identifier,
                        time_stamp, payload_type, payload_revision, payload, meta_data)
                    values ('pm-foreign', 0, 'Postmortem', 'e-1', '2020-01-01T00:00:00.000Z', 'owner-unassigned', '1', '{}', '{}')
                    """);
            application.append("pm-1", 1, "ana", "bo", "cy");
            assertThat(read(stream, 3))
                    .extracting(EventStoreContract::postmortem)
                    .containsOnly("pm-1");
            foreign.commit();
            assertThat(read(stream, 1))
                    .extracting(EventStoreContract::postmortem)
                    .containsExactly("pm-foreign");
        }
    }

    @Test
    void no_transaction_of_the_application_stays_open_for_long() {
        JdbcTemplate jdbc = new JdbcTemplate(application.bean(DataSource.class));
        assertThat(jdbc.queryForObject("show statement_timeout", String.class)).isEqualTo("20s");
        assertThat(jdbc.queryForObject("show idle_in_transaction_session_timeout", String.class))
                .isEqualTo("20s");
    }

    private static long countOfListeners(JdbcTemplate jdbc) {
        return jdbc.queryForObject(
                "select count(*) from pg_stat_activity where application_name = 'event-store-listens'"
                        + " and datname = current_database()",
                Long.class);
    }
}
