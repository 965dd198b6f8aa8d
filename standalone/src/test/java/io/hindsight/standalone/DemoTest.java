package io.hindsight.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class DemoTest {
    @TempDir
    private Path folder;

    @Test
    void an_empty_store_gets_a_postmortem_in_every_status_and_one_that_is_not_empty_gets_nothing(
            CapturedOutput output) {
        TreeMap<String, String> first;
        try (ConfigurableApplicationContext application = start()) {
            first = statuses(application);
            assertThat(first.values()).containsExactlyInAnyOrder("draft", "in-review", "reviewed", "closed", "waived");
            Client reader = client(application);
            assertThat(reader.get("/api/postmortems/demo-payments").hasNonNull("owner"))
                    .isFalse();
            assertThat(reader.get("/api/obligations?overdue=true").toString()).contains("demo-payments");
        }
        assertThat(output).doesNotContain("the store is not empty");
        try (ConfigurableApplicationContext application = start()) {
            assertThat(statuses(application)).isEqualTo(first);
        }
        assertThat(output).contains("the store is not empty");
    }

    private ConfigurableApplicationContext start() {
        return Hindsight.application()
                .run("--demo", "--server.port=0", "--hindsight.data=" + folder, "--hindsight.admin-token=demo-test");
    }

    private static Client client(ConfigurableApplicationContext application) {
        return new Client(
                "http://localhost:" + application.getEnvironment().getProperty("local.server.port"), "demo-test");
    }

    /** By id, once all five are there. */
    private static TreeMap<String, String> statuses(ConfigurableApplicationContext application) {
        TreeMap<String, String> statuses = new TreeMap<>();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            for (JsonNode row : client(application).get("/api/postmortems").get("items")) {
                statuses.put(row.get("id").asString(), row.get("status").asString());
            }
            return statuses.size() == 5 && statuses.containsValue("closed") && statuses.containsValue("waived");
        });
        return statuses;
    }
}
