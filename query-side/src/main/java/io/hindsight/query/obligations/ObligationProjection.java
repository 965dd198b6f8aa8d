package io.hindsight.query.obligations;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import io.hindsight.query.projection.Batch;
import io.hindsight.query.projection.GuardedWrites;
import io.hindsight.query.projection.Projection;
import io.hindsight.query.projection.Rows;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** One row an obligation, done or not, over all postmortems. */
@Component
final class ObligationProjection implements Projection {

    @Override
    public String name() {
        return Obligations.NAME;
    }

    @Override
    public int revision() {
        return Obligations.REVISION;
    }

    @Override
    public void prepare(MongoCollection<Document> collection) {
        GuardedWrites.prepare(collection);
        List<IndexModel> indexes = new ArrayList<>();
        indexes.add(new IndexModel(Indexes.ascending("open", "dueAt", "_id")));
        for (String field : List.of("assignee", "kind", "owner", "tags", "services")) {
            indexes.add(new IndexModel(Indexes.ascending("open", field, "dueAt", "_id")));
        }
        collection.createIndexes(indexes);
    }

    @Override
    public void write(MongoCollection<Document> collection, Batch batch) {
        GuardedWrites.replaceOlder(collection, Rows.changed(batch, ObligationRow::of));
    }
}
