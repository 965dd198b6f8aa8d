package io.hindsight.query.projection;

import io.hindsight.query.fold.PostmortemDocument;
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
 * older row in the place of a newer one. A row that is no more stays as a mark, for the same reason.
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
        Map<String, Long> versions = new LinkedHashMap<>();
        Map<String, R> latest = new HashMap<>();
        for (Step step : batch.steps()) {
            Map<String, R> before = current.computeIfAbsent(
                    step.after().id(), id -> step.before() == null ? Map.of() : rows.apply(step.before()));
            Map<String, R> after = rows.apply(step.after());
            current.put(step.after().id(), after);
            note(before, after, step.after().version(), versions, latest);
        }
        return versions.keySet().stream()
                .map(id -> stored(id, versions.get(id), latest.get(id)))
                .toList();
    }

    private static <R> void note(
            Map<String, R> before,
            Map<String, R> after,
            long version,
            Map<String, Long> versions,
            Map<String, R> latest) {
        after.forEach((id, row) -> {
            if (!Objects.equals(before.get(id), row)) {
                versions.put(id, version);
                latest.put(id, row);
            }
        });
        before.keySet().stream().filter(id -> !after.containsKey(id)).forEach(id -> {
            versions.put(id, version);
            latest.remove(id);
        });
    }

    private static Document stored(String id, long version, Record row) {
        Document document = row == null ? new Document(GONE, true) : ViewJson.toBson(row);
        return document.append("_id", id).append("version", version);
    }
}
