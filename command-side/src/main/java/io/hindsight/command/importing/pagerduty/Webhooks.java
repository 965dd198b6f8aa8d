package io.hindsight.command.importing.pagerduty;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Every webhook that was heard, each once, in a table beside the events: most of what alerts say never becomes part of a
 * postmortem, and what comes late needs what came before. They only ever get more, so whoever reads later reads all that anybody
 * read before.
 */
@Component
class Webhooks {
    private final JdbcTemplate jdbc;
    private final Clock clock;

    /**
     * @param eventStoreFlyway the event store's own schema comes first, on a database that has to be empty for it
     */
    Webhooks(DataSource dataSource, Flyway eventStoreFlyway, Clock clock) {
        // A history of its own: the event store's schema is not this package's to change.
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/pagerduty")
                .table("pagerduty_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        jdbc = new JdbcTemplate(dataSource);
        this.clock = clock;
    }

    /** Keeps it, unless it was heard before. */
    void keep(Webhook webhook, String body) {
        try {
            jdbc.update(
                    "insert into pagerduty_webhook (id, incident_id, merged_into, received_at, body) values (?, ?, ?, ?, ?)",
                    webhook.id(),
                    webhook.incidentId(),
                    webhook.mergedInto(),
                    Timestamp.from(clock.instant()),
                    body);
        } catch (DuplicateKeyException heardBefore) {
            // What was heard first stays.
        }
    }

    /** The bodies of all that were heard of an incident, in no order. */
    List<String> of(String incidentId) {
        return jdbc.queryForList("select body from pagerduty_webhook where incident_id = ?", String.class, incidentId);
    }

    /** The ids of the incidents that were merged into this one. */
    List<String> sourcesOf(String incidentId) {
        return jdbc.queryForList(
                "select distinct incident_id from pagerduty_webhook where merged_into = ?", String.class, incidentId);
    }

    /** The ids of the incidents that this one was merged into. */
    List<String> targetsOf(String incidentId) {
        return jdbc.queryForList(
                "select distinct merged_into from pagerduty_webhook where incident_id = ? and merged_into is not null",
                String.class,
                incidentId);
    }
}
