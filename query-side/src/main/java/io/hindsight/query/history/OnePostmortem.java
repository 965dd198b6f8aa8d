package io.hindsight.query.history;

import com.mongodb.client.model.Filters;
import io.hindsight.query.lists.Page;
import io.hindsight.query.projection.ViewJson;
import io.hindsight.query.visibility.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;

/**
 * The history of one postmortem, newest first. Its entries are asked for by their ids, which follow from the versions: the
 * embedded stand-in finds nothing else without reading the whole collection.
 */
final class OnePostmortem {
    private static final int ASKED_AT_ONCE = 200;

    private final View view;
    private final String id;

    OnePostmortem(View view, String id) {
        this.view = view;
        this.id = id;
    }

    /** The wanted entries up to and including this version; the cursor of the page is the version to go on from. */
    Page<HistoryEntry> page(HistoryFilter wanted, long newest, int size) {
        List<HistoryEntry> found = new ArrayList<>();
        for (long last = newest; last > 0 && found.size() <= size; last -= ASKED_AT_ONCE) {
            found.addAll(entries(wanted, Math.max(1, last - ASKED_AT_ONCE + 1), last));
        }
        if (found.size() <= size) {
            return new Page<>(found, null);
        }
        return new Page<>(
                List.copyOf(found.subList(0, size)), "" + found.get(size).version());
    }

    private List<HistoryEntry> entries(HistoryFilter wanted, long first, long last) {
        List<String> ids = HistoryProjection.ids(id, first, last);
        List<Document> rows = wanted.isAll()
                ? view.get(ids)
                : view.find(Filters.and(Filters.in("_id", ids), wanted.bson())).into(new ArrayList<>());
        return rows.stream()
                .map(row -> ViewJson.fromBson(row, HistoryEntry.class))
                .sorted(Comparator.comparing(HistoryEntry::version).reversed())
                .toList();
    }
}
