package io.hindsight.query.history;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.projection.AudienceChanges;
import io.hindsight.query.projection.Batch;
import io.hindsight.query.projection.GuardedWrites;
import io.hindsight.query.projection.Projection;
import io.hindsight.query.projection.Step;
import io.hindsight.query.projection.ViewJson;
import io.hindsight.query.visibility.Audience;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * The audit trail: one document an event. What it says never changes; who may see it does, for all entries of a postmortem at
 * once, when the postmortem is restricted or its restriction lifted.
 */
@Component
final class HistoryProjection implements Projection {
    static final String NAME = "history";
    private static final int REVISION = 3;
    /** The place in the history of all postmortems. */
    static final String POSITION = "position";
    /** The paths of the changes, and what they are parts of. */
    static final String PATHS = "paths";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int revision() {
        return REVISION;
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
        Map<String, PostmortemDocument> last = batch.byId();
        GuardedWrites.insertMissing(
                collection,
                batch.steps().stream()
                        .map(step -> stored(step, last.get(step.after().id())))
                        .toList());
        AudienceChanges.write(collection, batch, "version");
    }

    /** The ids of a postmortem's entries from and to these versions: the embedded stand-in finds nothing else directly. */
    static List<String> ids(String postmortemId, long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(version -> id(postmortemId, version))
                .toList();
    }

    private static String id(String postmortemId, long version) {
        return postmortemId + "/" + version;
    }

    /** Seen by those who may know of the postmortem now, at the end of the batch. */
    private static Document stored(Step step, PostmortemDocument last) {
        HistoryEntry entry = HistoryEntry.of(step);
        return ViewJson.toBson(entry)
                .append("_id", id(entry.postmortemId(), entry.version()))
                .append(POSITION, step.position().index())
                .append(PATHS, List.copyOf(paths(entry)))
                .append(Audience.FIELD, Audience.of(last));
    }

    /** Of {@code timeline[e1].text} also {@code timeline[e1]} and {@code timeline}. */
    private static Set<String> paths(HistoryEntry entry) {
        Set<String> paths = new LinkedHashSet<>();
        for (DocumentChange change : entry.changes()) {
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
