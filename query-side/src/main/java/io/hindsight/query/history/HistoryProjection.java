package io.hindsight.query.history;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.hindsight.query.projection.Batch;
import io.hindsight.query.projection.GuardedWrites;
import io.hindsight.query.projection.Projection;
import io.hindsight.query.projection.Step;
import io.hindsight.query.projection.ViewJson;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** The audit trail: one document an event, which never changes. */
@Component
final class HistoryProjection implements Projection {
    static final String NAME = "history";
    /** The place in the history of all postmortems. */
    static final String POSITION = "position";
    /** The paths of the changes, and what they are parts of. */
    static final String PATHS = "paths";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void prepare(MongoCollection<Document> collection) {
        List<IndexModel> indexes = new ArrayList<>();
        indexes.add(new IndexModel(Indexes.descending(POSITION), new IndexOptions().unique(true)));
        for (String field : List.of("actor", "action", PATHS)) {
            indexes.add(new IndexModel(Indexes.descending(field, POSITION)));
        }
        indexes.add(new IndexModel(Indexes.descending("postmortemId", POSITION)));
        indexes.add(new IndexModel(Indexes.descending("at")));
        collection.createIndexes(indexes);
    }

    @Override
    public void write(MongoCollection<Document> collection, Batch batch) {
        GuardedWrites.insertMissing(
                collection,
                batch.steps().stream().map(HistoryProjection::stored).toList());
    }

    static String id(String postmortemId, long version) {
        return postmortemId + "/" + version;
    }

    private static Document stored(Step step) {
        HistoryEntry entry = HistoryEntry.of(step);
        return ViewJson.toBson(entry)
                .append("_id", id(entry.postmortemId(), entry.version()))
                .append(POSITION, step.position().index())
                .append(PATHS, List.copyOf(paths(entry)));
    }

    /** Of {@code timeline[e1].text} also {@code timeline[e1]} and {@code timeline}. */
    private static Set<String> paths(HistoryEntry entry) {
        Set<String> paths = new LinkedHashSet<>();
        for (Change change : entry.changes()) {
            String path = change.path();
            for (int end = path.length();
                    end > 0;
                    end = Math.max(path.lastIndexOf('.', end - 1), path.lastIndexOf('[', end - 1))) {
                paths.add(path.substring(0, end));
            }
        }
        return paths;
    }
}
