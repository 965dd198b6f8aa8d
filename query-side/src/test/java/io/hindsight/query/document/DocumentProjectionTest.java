package io.hindsight.query.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import io.hindsight.events.OwnershipEvent.OwnerAssigned;
import io.hindsight.query.Events;
import io.hindsight.query.Stores;
import io.hindsight.query.WithoutWeb;
import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.fold.PostmortemHistory;
import io.hindsight.query.projection.ViewJson;
import org.junit.jupiter.api.Test;

class DocumentProjectionTest {

    @Test
    void what_is_stored_reads_back_as_the_fold_of_the_events() {
        try (Stores stores = new Stores(WithoutWeb.class)) {
            stores.append(
                    "pm-1",
                    Events.opened(),
                    Events.entry("e1", "2026-03-02T09:00:00.500+01:00", "It began"),
                    Events.item("a1", null),
                    new OwnerAssigned("ben"));

            await().untilAsserted(() -> assertThat(stored(stores, "pm-1"))
                    .isEqualTo(stores.get(PostmortemHistory.class).now("pm-1").orElseThrow()));
        }
    }

    private static PostmortemDocument stored(Stores stores, String id) {
        return ViewJson.fromBson(
                stores.database()
                        .getCollection("document_1")
                        .find(Filters.eq("_id", id))
                        .first(),
                PostmortemDocument.class);
    }
}
