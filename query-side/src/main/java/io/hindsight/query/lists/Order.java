package io.hindsight.query.lists;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The order of a list: by one field that every row has, then by {@code _id}, so that each row has a place of its own and
 * the next page can begin after a row instead of at a number.
 *
 * @param field the path of the field
 */
public record Order(String field, boolean descending) {

    Bson sort() {
        return descending
                ? Sorts.orderBy(Sorts.descending(field), Sorts.descending("_id"))
                : Sorts.orderBy(Sorts.ascending(field), Sorts.ascending("_id"));
    }

    /** The rows that come after the one with these values. */
    Bson after(Object value, Object id) {
        List<Bson> either = new ArrayList<>();
        either.add(descending ? Filters.lt(field, value) : Filters.gt(field, value));
        either.add(Filters.and(Filters.eq(field, value), descending ? Filters.lt("_id", id) : Filters.gt("_id", id)));
        return Filters.or(either);
    }

    Object valueIn(Document row) {
        Object value = row;
        for (String step : field.split("\\.")) {
            value = ((Document) value).get(step);
        }
        return value;
    }

    /** How a cursor names it, so that one of another order is noticed. */
    String mark() {
        return (descending ? "-" : "+") + field;
    }
}
