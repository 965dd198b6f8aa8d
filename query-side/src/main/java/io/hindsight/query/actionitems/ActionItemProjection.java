package io.hindsight.query.actionitems;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import io.hindsight.query.projection.Batch;
import io.hindsight.query.projection.GuardedWrites;
import io.hindsight.query.projection.Projection;
import io.hindsight.query.projection.Rows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** One row an action item, over all postmortems. */
@Component
final class ActionItemProjection implements Projection {

    @Override
    public String name() {
        return ActionItems.NAME;
    }

    @Override
    public int revision() {
        return ActionItems.REVISION;
    }

    @Override
    public void prepare(MongoCollection<Document> collection) {
        GuardedWrites.prepare(collection);
        List<IndexModel> indexes = new ArrayList<>();
        indexes.add(new IndexModel(Indexes.ascending("open", ActionItems.DUE, "_id")));
        for (String field : List.of("owner", "assignee", "tags", "postmortemTags", "services")) {
            indexes.add(new IndexModel(Indexes.ascending(field, "open", ActionItems.DUE, "_id")));
        }
        indexes.add(new IndexModel(Indexes.ascending(ActionItems.DUE, "_id")));
        collection.createIndexes(indexes);
    }

    @Override
    public void write(MongoCollection<Document> collection, Batch batch) {
        Collection<Document> rows = Rows.changed(batch, ActionItemRow::of);
        rows.forEach(row -> row.append("sort", new Document("dueAt", row.get("dueAt", ActionItems.NEVER))));
        GuardedWrites.replaceOlder(collection, rows);
    }
}
