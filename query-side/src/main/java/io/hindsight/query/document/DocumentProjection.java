package io.hindsight.query.document;

import com.mongodb.client.MongoCollection;
import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.projection.Batch;
import io.hindsight.query.projection.GuardedWrites;
import io.hindsight.query.projection.Projection;
import io.hindsight.query.projection.ViewJson;
import io.hindsight.query.visibility.Audience;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** The whole documents, one a postmortem, found by id. */
@Component
final class DocumentProjection implements Projection {
    @Override
    public String name() {
        return Documents.NAME;
    }

    @Override
    public void prepare(MongoCollection<Document> collection) {
        GuardedWrites.prepare(collection);
    }

    @Override
    public int revision() {
        return Documents.REVISION;
    }

    @Override
    public void write(MongoCollection<Document> collection, Batch batch) {
        GuardedWrites.replaceOlder(
                collection,
                batch.documents().stream().map(DocumentProjection::stored).toList());
    }

    private static Document stored(PostmortemDocument document) {
        return ViewJson.toBson(document).append("_id", document.id()).append(Audience.FIELD, Audience.of(document));
    }
}
