package io.hindsight.eventstore;

import io.hindsight.events.LifecycleEvent.PostmortemClosed;
import io.hindsight.events.LifecycleEvent.PostmortemReopened;
import io.hindsight.events.LifecycleEvent.PostmortemWaived;
import io.hindsight.events.StoredAs;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds postmortems by what is stored of them. Reads the whole store: for what is done rarely. */
public class PostmortemIds {

    /** Never closed or waived, or reopened since. */
    private static final String UNDER_WAY =
            """
            select aggregate_identifier from domain_event_entry where type = 'Postmortem'
            group by aggregate_identifier
            having max(case when payload_type in (?, ?) then sequence_number else -1 end)
                <= max(case when payload_type = ? then sequence_number else -1 end)
            order by aggregate_identifier
            """;

    private final JdbcTemplate jdbc;

    PostmortemIds(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those whose process still runs. */
    public List<String> underWay() {
        return jdbc.queryForList(
                UNDER_WAY,
                String.class,
                name(PostmortemClosed.class),
                name(PostmortemWaived.class),
                name(PostmortemReopened.class));
    }

    private static String name(Class<?> event) {
        return event.getAnnotation(StoredAs.class).value();
    }
}
