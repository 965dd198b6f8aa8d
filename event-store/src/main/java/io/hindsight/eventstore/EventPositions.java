package io.hindsight.eventstore;

import java.util.NoSuchElementException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds where in the history of all postmortems an event stands. */
public class EventPositions {

    private final JdbcTemplate jdbc;

    EventPositions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The point right after a committed event of a postmortem.
     *
     * @param version the event's number in the postmortem's history, from 1
     * @throws NoSuchElementException when there is no such event
     */
    public EventPosition after(String postmortemId, long version) {
        return jdbc
                .queryForList(
                        "select global_index from domain_event_entry where aggregate_identifier = ? and sequence_number = ?",
                        Long.class,
                        postmortemId,
                        version - 1)
                .stream()
                .map(EventPosition::new)
                .findFirst()
                .orElseThrow(
                        () -> new NoSuchElementException("Postmortem " + postmortemId + " has no version " + version));
    }

    /** The number of a postmortem's committed events; 0 where there is no such postmortem. */
    public long version(String postmortemId) {
        Long last = jdbc.queryForObject(
                "select max(sequence_number) from domain_event_entry where aggregate_identifier = ?",
                Long.class,
                postmortemId);
        return last == null ? 0 : last + 1;
    }

    /** The point after the last event that is visible now; events with smaller positions may still be on their way. */
    public EventPosition head() {
        Long last = jdbc.queryForObject("select max(global_index) from domain_event_entry", Long.class);
        return new EventPosition(last == null ? 0 : last);
    }
}
