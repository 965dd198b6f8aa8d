package io.hindsight.query.board;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.projection.Batch;
import io.hindsight.query.projection.GuardedWrites;
import io.hindsight.query.projection.Projection;
import io.hindsight.query.projection.ViewJson;
import io.hindsight.query.visibility.Audience;
import io.hindsight.words.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** One row a postmortem, for lists: what is shown, the terms it is found by, and what it is sorted by. */
@Component
final class BoardProjection implements Projection {
    static final String NAME = "board";
    private static final int REVISION = 3;
    static final String TERMS = "terms";
    static final String SORT = "sort";

    /** Stands for no deadline, so that what is due sorts before it: MongoDB sorts a missing field first. */
    static final Date NEVER = Date.from(Instant.parse("9999-12-31T00:00:00Z"));

    private static final int UNKNOWN_SEVERITY = Severity.values().length;

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
        GuardedWrites.prepare(collection);
        List<IndexModel> indexes = new ArrayList<>();
        for (String field : List.of("openedAt", "severity", "title", "status", "dueAt")) {
            indexes.add(new IndexModel(Indexes.ascending(SORT + "." + field, "_id")));
        }
        for (String field : List.of("status", "severity", "owner", "tags", "incident.services")) {
            indexes.add(new IndexModel(Indexes.ascending(field, SORT + ".openedAt", "_id")));
        }
        indexes.add(new IndexModel(Indexes.ascending(TERMS)));
        collection.createIndexes(indexes);
    }

    @Override
    public void write(MongoCollection<Document> collection, Batch batch) {
        GuardedWrites.replaceOlder(
                collection,
                batch.documents().stream().map(BoardProjection::stored).toList());
    }

    private static Document stored(PostmortemDocument document) {
        BoardRow row = BoardRow.of(document);
        Severity severity = row.severity();
        return ViewJson.toBson(row)
                .append("_id", row.id())
                .append(Audience.FIELD, Audience.of(document))
                .append(TERMS, List.copyOf(Terms.of(document)))
                .append(
                        SORT,
                        new Document("openedAt", Date.from(row.openedAt()))
                                .append("severity", severity == null ? UNKNOWN_SEVERITY : severity.ordinal())
                                .append("title", row.title().toLowerCase(Locale.ROOT))
                                .append("status", row.status().ordinal())
                                .append(
                                        "dueAt",
                                        row.next() == null
                                                ? NEVER
                                                : Date.from(row.next().dueAt())));
    }
}
