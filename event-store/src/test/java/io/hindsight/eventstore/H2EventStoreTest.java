package io.hindsight.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class H2EventStoreTest extends EventStoreContract {

    @TempDir
    Path folder;

    @Override
    String newDatabase() {
        return "jdbc:h2:file:" + folder.resolve("events");
    }

    @Test
    void a_commit_is_synced_to_disk_before_it_is_answered() {
        assertThat(syncsOfThreeCommits(application)).isEqualTo(3);
    }

    @Test
    void a_commit_is_not_synced_where_that_is_left_to_the_operating_system() {
        try (Application careless =
                new Application("jdbc:h2:file:" + folder.resolve("others"), Map.of("sync", "false"))) {
            assertThat(syncsOfThreeCommits(careless)).isZero();
        }
    }

    private static long syncsOfThreeCommits(Application application) {
        JdbcTemplate jdbc = new JdbcTemplate(application.bean(DataSource.class));
        jdbc.execute("set query_statistics true");
        application.append("pm-1", 1, "ana");
        application.append("pm-1", 2, "bo", "cy");
        application.append("pm-2", 1, "di");
        return jdbc.queryForObject(
                "select coalesce(sum(execution_count), 0) from information_schema.query_statistics"
                        + " where sql_statement = 'checkpoint sync'",
                Long.class);
    }
}
