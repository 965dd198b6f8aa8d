package io.hindsight.query.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.visibility.Audience;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;

/**
 * Who may see the rows that a read model makes from single events, and does not make anew with each change of their
 * postmortem: that changes for all of them at once, when it is restricted or its restriction lifted.
 */
public final class AudienceChanges {
    /** The version of the postmortem with which a row's audience changed last; not there where it never did. */
    private static final String AUDIENCE_OF = "audienceOf";

    private AudienceChanges() {}

    /**
     * Makes the rows up to the event that changed it seen by those who may see them at the end of the batch. A row that a
     * later change has reached stays: whoever comes late with an older one changes nothing.
     *
     * @param made the field of a row that has the version of the postmortem with which it was made; {@code postmortemId} has
     *     whose it is
     */
    public static void write(MongoCollection<Document> collection, Batch batch, String made) {
        Map<String, Long> changed = new LinkedHashMap<>();
        batch.steps().stream()
                .filter(Step::changesAudience)
                .forEach(step -> changed.put(step.after().id(), step.after().version()));
        Map<String, PostmortemDocument> last = batch.byId();
        changed.forEach((id, version) -> collection.updateMany(
                Filters.and(
                        Filters.eq("postmortemId", id),
                        Filters.lte(made, version),
                        Filters.not(Filters.gte(AUDIENCE_OF, version))),
                Updates.combine(
                        Updates.set(Audience.FIELD, Audience.of(last.get(id))), Updates.set(AUDIENCE_OF, version))));
    }
}
