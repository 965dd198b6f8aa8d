package io.hindsight.query.lists;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.hindsight.query.visibility.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/** One page of a read model: filters, an order, a size and a cursor. */
public final class Listing {
    private static final int MOST = 200;
    private final List<Bson> filters = new ArrayList<>();

    /** Adds a filter. */
    public Listing where(Bson filter) {
        filters.add(filter);
        return this;
    }

    /** Rows whose field is one of these; every row where none is given. */
    public Listing oneOf(String field, Collection<?> values) {
        if (values != null && !values.isEmpty()) {
            filters.add(Filters.in(field, values.stream().map(Listing::stored).toList()));
        }
        return this;
    }

    /** The page, without the fields that are only searched. */
    public <T> Page<T> page(
            View view, Order order, int size, String cursor, Function<Document, T> item, String... searchedOnly) {
        BadParameter.checkRange("size", size, 1, MOST);
        List<Bson> all = new ArrayList<>(filters);
        if (cursor != null) {
            all.add(Cursor.filter(cursor, order));
        }
        List<Document> rows = view.find(all.isEmpty() ? Filters.empty() : Filters.and(all))
                .projection(Projections.exclude(searchedOnly))
                .sort(order.sort())
                .limit(size + 1)
                .into(new ArrayList<>());
        boolean more = rows.size() > size;
        List<Document> shown = more ? rows.subList(0, size) : rows;
        String next = more ? Cursor.after(shown.get(size - 1), order) : null;
        return new Page<>(shown.stream().map(item).toList(), next);
    }

    private static Object stored(Object value) {
        return value instanceof Enum<?> ? value.toString() : value;
    }
}
