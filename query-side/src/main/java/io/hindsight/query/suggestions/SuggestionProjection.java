package io.hindsight.query.suggestions;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import io.hindsight.events.SuggestionEvent.SuggestionDismissed;
import io.hindsight.events.SuggestionEvent.SuggestionTaken;
import io.hindsight.events.SuggestionEvent.SuggestionsMade;
import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.fold.RecordedEvent;
import io.hindsight.query.projection.AudienceChanges;
import io.hindsight.query.projection.Batch;
import io.hindsight.query.projection.GuardedWrites;
import io.hindsight.query.projection.Projection;
import io.hindsight.query.projection.Step;
import io.hindsight.query.projection.ViewJson;
import io.hindsight.query.suggestions.SuggestionRow.State;
import io.hindsight.query.visibility.Audience;
import io.hindsight.words.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/**
 * One row a suggestion. They are no part of the document, which would be read, kept and compared with hundreds of messages in it:
 * the rows are made from the events themselves.
 */
@Component
final class SuggestionProjection implements Projection {
    static final String NAME = "suggestions";
    private static final int REVISION = 1;
    /** The place in the time: each id begins with it, to the microsecond, and ends with what tells two of one time apart. */
    static final String PLACE = "suggestionId";

    /** The version of the postmortem with which the row changed last, and with which it was made. */
    private static final String VERSION = "version";

    private static final String MADE = "made";

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
        collection.createIndex(Indexes.ascending("postmortemId", PLACE));
    }

    /** First what is new, which never changes what is there; then what became of it, unless something later is known. */
    @Override
    public void write(MongoCollection<Document> collection, Batch batch) {
        Map<String, PostmortemDocument> last = batch.byId();
        List<Document> made = new ArrayList<>();
        List<UpdateOneModel<Document>> decided = new ArrayList<>();
        for (Step step : batch.steps()) {
            RecordedEvent recorded = step.recorded();
            if (recorded.event() instanceof SuggestionsMade event) {
                event.suggestions()
                        .forEach(suggestion -> made.add(row(recorded, event, suggestion)
                                .append(Audience.FIELD, Audience.of(last.get(recorded.postmortemId())))));
            } else if (recorded.event() instanceof SuggestionTaken event) {
                decided.add(decided(
                        recorded,
                        event.suggestionId(),
                        State.TAKEN,
                        Updates.set("entryId", event.entryId()),
                        Updates.set("itemId", event.itemId())));
            } else if (recorded.event() instanceof SuggestionDismissed event) {
                decided.add(decided(recorded, event.suggestionId(), State.DISMISSED));
            }
        }
        GuardedWrites.insertMissing(collection, made);
        if (!decided.isEmpty()) {
            collection.bulkWrite(decided, new BulkWriteOptions().ordered(true));
        }
        AudienceChanges.write(collection, batch, MADE);
    }

    private static Document row(RecordedEvent recorded, SuggestionsMade event, Suggestion suggestion) {
        SuggestionRow row = new SuggestionRow(
                recorded.postmortemId(),
                suggestion.suggestionId(),
                suggestion.kind(),
                State.OPEN,
                suggestion.at() == null ? null : suggestion.at().toInstant(),
                suggestion.text(),
                suggestion.author(),
                suggestion.byBot(),
                suggestion.inReplyTo(),
                suggestion.evidence(),
                event.source(),
                event.channel(),
                null,
                null,
                null);
        return ViewJson.toBson(row)
                .append("_id", id(recorded, suggestion.suggestionId()))
                .append(VERSION, recorded.version())
                .append(MADE, recorded.version());
    }

    private static UpdateOneModel<Document> decided(
            RecordedEvent recorded, String suggestionId, State state, Bson... more) {
        List<Bson> updates = new ArrayList<>(List.of(more));
        updates.add(Updates.set("state", state.toString()));
        updates.add(Updates.set("decidedBy", recorded.person()));
        updates.add(Updates.set(VERSION, recorded.version()));
        return new UpdateOneModel<>(
                Filters.and(Filters.eq("_id", id(recorded, suggestionId)), Filters.lt(VERSION, recorded.version())),
                Updates.combine(updates));
    }

    private static String id(RecordedEvent recorded, String suggestionId) {
        return recorded.postmortemId() + "/" + suggestionId;
    }
}
