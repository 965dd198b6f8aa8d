package io.hindsight.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

class HealthTest {
    @TempDir
    private Path folder;

    @Test
    void health_is_bad_while_the_read_store_is_away_and_good_when_it_is_back() {
        EmbeddedMongo store = EmbeddedMongo.open(folder.resolve("elsewhere.mv"), 0);
        int port = Integer.parseInt(store.url().replaceAll(".*:(\\d+)/.*", "$1"));
        try (ConfigurableApplicationContext application = Hindsight.application()
                .run(
                        "--server.port=0",
                        "--hindsight.data=" + folder.resolve("data"),
                        "--hindsight.read-store.url=" + store.url(),
                        "--hindsight.admin-token=health-test")) {
            Client client = new Client(
                    "http://localhost:" + application.getEnvironment().getProperty("local.server.port"), null);
            assertThat(folder.resolve("data").resolve("views.mv")).doesNotExist();
            assertThat(client.read("/actuator/health").status()).isEqualTo(200);
            store.close();
            assertThat(client.read("/actuator/health").status()).isEqualTo(503);
            store = EmbeddedMongo.open(folder.resolve("elsewhere.mv"), port);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> client.read("/actuator/health").status() == 200);
        } finally {
            store.close();
        }
    }
}
