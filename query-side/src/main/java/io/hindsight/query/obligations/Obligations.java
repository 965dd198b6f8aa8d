package io.hindsight.query.obligations;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.hindsight.query.lists.Listing;
import io.hindsight.query.lists.Order;
import io.hindsight.query.lists.Page;
import io.hindsight.query.projection.ViewJson;
import io.hindsight.query.visibility.View;
import io.hindsight.words.ObligationKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What is asked of the obligations that are open: who owes what by when, and what is overdue. */
public final class Obligations {
    public static final String NAME = "obligations";
    /** Of the shape of its documents: see {@code Projection.revision}. */
    static final int REVISION = 4;

    private static final Order MOST_OVERDUE_FIRST = new Order("dueAt", false);

    private Obligations() {}

    /** Open obligations, the most overdue first. */
    public static Page<ObligationRow> open(View view, Listing listing, Instant now, int size, String cursor) {
        return listing.where(Filters.eq("open", true))
                .page(view, MOST_OVERDUE_FIRST, size, cursor, row -> row(row).asOf(now));
    }

    /** Those whose time is up, if they are open. */
    public static Bson overdue(Instant now) {
        return Filters.lte("dueAt", Date.from(now));
    }

    /** Open obligations that are due from one instant to before another, in the order in which they are due. */
    public static List<ObligationRow> dueBetween(View view, Instant from, Instant before) {
        return view.find(Filters.and(
                        Filters.eq("open", true),
                        Filters.gte("dueAt", Date.from(from)),
                        Filters.lt("dueAt", Date.from(before))))
                .sort(Sorts.ascending("dueAt", "_id"))
                .map(Obligations::row)
                .into(new ArrayList<>());
    }

    /** One obligation, done or not. */
    public static Optional<ObligationRow> find(View view, String postmortemId, ObligationKind kind, String subject) {
        return view.get(ObligationRow.id(postmortemId, kind, subject)).map(Obligations::row);
    }

    private static ObligationRow row(Document stored) {
        return ViewJson.fromBson(stored, ObligationRow.class);
    }

    /** How many are overdue, by kind; only the overdue ones are read. */
    public static Map<String, Long> overdueByKind(View view, Instant now) {
        Map<String, Long> counts = new TreeMap<>();
        view.aggregate(
                        Filters.and(Filters.eq("open", true), overdue(now)),
                        Aggregates.group("$kind", Accumulators.sum("count", 1L)))
                .forEach(group -> counts.put(
                        group.getString("_id"), group.get("count", Number.class).longValue()));
        return counts;
    }
}
