package io.hindsight.query.projection;

import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.visibility.Audience;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.bson.Document;

/**
 * The rows of a read model that has several for one postmortem. A row is stored with the version of the event that changed
 * it last, which follows from the events alone and not from how they were cut into batches: so a late writer never puts an
 * older row in the place of a newer one. A row that is no more stays as a mark, for the same reason. Each row says who may see
 * it: when that changes, all rows of the postmortem do.
 */
public final class Rows {
    /** Set in the mark of a row that is no more. */
    public static final String GONE = "gone";

    private Rows() {}

    /**
     * What the batch changes.
     *
     * @param rows the rows of a postmortem by {@code _id}; they are compared by {@code equals}
     */
    public static <R extends Record> Collection<Document> changed(
            Batch batch, Function<PostmortemDocument, Map<String, R>> rows) {
        Map<String, Map<String, R>> current = new HashMap<>();
        Map<String, PostmortemDocument> changedBy = new LinkedHashMap<>();
        Map<String, R> latest = new HashMap<>();
        for (Step step : batch.steps()) {
            Map<String, R> before = current.computeIfAbsent(
                    step.after().id(), id -> step.before() == null ? Map.of() : rows.apply(step.before()));
            Map<String, R> after = rows.apply(step.after());
            current.put(step.after().id(), after);
            note(before, after, step, changedBy, latest);
        }
        return changedBy.entrySet().stream()
                .map(row -> stored(row.getKey(), row.getValue(), latest.get(row.getKey())))
                .toList();
    }

    private static <R> void note(
            Map<String, R> before,
            Map<String, R> after,
            Step step,
            Map<String, PostmortemDocument> changedBy,
            Map<String, R> latest) {
        boolean seenByOthers = step.changesAudience();
        after.forEach((id, row) -> {
            if (seenByOthers || !Objects.equals(before.get(id), row)) {
                changedBy.put(id, step.after());
                latest.put(id, row);
            }
        });
        before.keySet().stream().filter(id -> !after.containsKey(id)).forEach(id -> {
            changedBy.put(id, step.after());
            latest.remove(id);
        });
    }

    private static Document stored(String id, PostmortemDocument changedBy, Record row) {
        Document document = row == null ? new Document(GONE, true) : ViewJson.toBson(row);
        return document.append("_id", id)
                .append("version", changedBy.version())
                .append(Audience.FIELD, Audience.of(changedBy));
    }
}
