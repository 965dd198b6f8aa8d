package io.hindsight.query.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import io.hindsight.events.IncidentEvent.PostmortemRetitled;
import io.hindsight.events.RestrictionEvent.PostmortemRestricted;
import io.hindsight.http.Caller;
import io.hindsight.http.Problem;
import io.hindsight.http.Roles;
import io.hindsight.query.Batches;
import io.hindsight.query.Events;
import io.hindsight.query.Mongo;
import io.hindsight.query.Stores;
import io.hindsight.query.WithoutWeb;
import io.hindsight.query.projection.ReadPoint;
import io.hindsight.query.visibility.View;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class DocumentsTest {
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    @Test
    void what_the_event_store_is_ahead_by_is_not_read_since_the_caller_may_not_know_of_it_any_more() {
        try (Stores stores = new Stores(WithoutWeb.class);
                Mongo mongo = new Mongo()) {
            MongoCollection<Document> behind = mongo.collection("document_1");
            new DocumentProjection()
                    .write(behind, new Batches(Events.recorded("pm-1", Events.opened("Open", null))).batch(1, 1));
            stores.append(
                    "pm-1",
                    Events.opened("Open", null),
                    new PostmortemRestricted(List.of("ben")),
                    new PostmortemRetitled("Secret"));
            Documents documents = stores.get(Documents.class);
            ReadPoint views =
                    new ReadPoint(Map.of(Documents.NAME, new View(behind, new Caller("ana", Set.of(Roles.READER)))));

            assertThat(documents.at(views, "pm-1", LATER).title()).isEqualTo("Open");
            assertThatThrownBy(() -> documents.atVersion(views, "pm-1", 3)).isInstanceOf(Problem.class);
        }
    }
}
