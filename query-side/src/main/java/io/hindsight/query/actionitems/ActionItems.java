package io.hindsight.query.actionitems;

import com.mongodb.client.model.Filters;
import io.hindsight.query.lists.Listing;
import io.hindsight.query.lists.Order;
import io.hindsight.query.lists.Page;
import io.hindsight.query.projection.ViewJson;
import io.hindsight.query.visibility.View;
import java.time.Instant;
import java.util.Date;
import org.bson.conversions.Bson;

/** What is asked of the action items. */
public final class ActionItems {
    public static final String NAME = "action-items";
    /** Of the shape of its documents: see {@code Projection.revision}. */
    static final int REVISION = 6;
    /** When it is due, or a time that never comes: MongoDB sorts a missing field first. */
    static final String DUE = "sort.dueAt";

    static final Date NEVER = Date.from(Instant.parse("9999-12-31T00:00:00Z"));

    private static final Order DUE_FIRST = new Order(DUE, false);

    private ActionItems() {}

    /** Action items, what is due first on top. */
    public static Page<ActionItemRow> page(View view, Listing listing, Instant now, int size, String cursor) {
        return listing.page(view, DUE_FIRST, size, cursor, row -> ViewJson.fromBson(row, ActionItemRow.class)
                .asOf(now));
    }

    /** Those that are open and whose time is up, or all others. */
    static Bson overdue(boolean wanted, Instant now) {
        Bson late = Filters.lte(DUE, Date.from(now));
        return wanted
                ? Filters.and(Filters.eq("open", true), late)
                : Filters.or(Filters.eq("open", false), Filters.gt(DUE, Date.from(now)));
    }
}
