package io.hindsight.query.history;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.conversions.Bson;

/** Which entries of the history are wanted; null or empty: all. */
record HistoryFilter(List<String> actor, List<String> action, String path, Instant from, Instant to) {

    boolean isAll() {
        return isEmpty(actor) && isEmpty(action) && path == null && from == null && to == null;
    }

    private static boolean isEmpty(List<String> names) {
        return names == null || names.isEmpty();
    }

    Bson bson() {
        List<Bson> all = new ArrayList<>();
        if (!isEmpty(actor)) {
            all.add(Filters.or(Filters.in("actor", actor), Filters.in("onBehalfOf", actor)));
        }
        if (!isEmpty(action)) {
            all.add(Filters.in("action", action));
        }
        if (path != null) {
            all.add(Filters.eq(HistoryProjection.PATHS, path));
        }
        if (from != null) {
            all.add(Filters.gte("at", Date.from(from)));
        }
        if (to != null) {
            all.add(Filters.lt("at", Date.from(to)));
        }
        return all.isEmpty() ? Filters.empty() : Filters.and(all);
    }
}
