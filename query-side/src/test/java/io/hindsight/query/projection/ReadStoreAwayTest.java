package io.hindsight.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hindsight.query.Events;
import io.hindsight.query.Stores;
import io.hindsight.query.WithoutWeb;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReadStoreAwayTest {

    @Test
    void a_query_side_that_starts_while_the_read_store_is_away_fills_it_when_it_comes() throws IOException {
        InetSocketAddress address = new InetSocketAddress("localhost", freePort());
        try (Stores stores = Stores.withoutReadStore(address, WithoutWeb.class)) {
            assertThat(stores.get(ReadModels.class).live("board")).isEmpty();
            stores.append("pm-1", Events.opened());

            stores.readStoreComes(address);

            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                            stores.database().getCollection("board_1").countDocuments())
                    .isEqualTo(1));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
