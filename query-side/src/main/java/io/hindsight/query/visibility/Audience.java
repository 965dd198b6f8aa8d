package io.hindsight.query.visibility;

import com.mongodb.client.model.Filters;
import io.hindsight.http.Caller;
import io.hindsight.http.Roles;
import io.hindsight.query.fold.PostmortemDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Who may see a row. Every row of every read model says so itself, in the field {@link #FIELD}, and is written in one piece
 * with what it shows: so there is no moment at which it is seen by somebody who may not know what is in it. A row without
 * the field is seen by nobody.
 */
public final class Audience {
    /** The field of a row: a list of audiences, each one text. */
    public static final String FIELD = "visibleTo";
    /** Whoever may read at all. */
    public static final String EVERYBODY = "everybody";

    /** Administrators alone; they see whatever anybody sees. */
    public static final String ADMINISTRATORS = "administrators";

    private static final List<String> OPEN = List.of(EVERYBODY);

    /** Of each of these, one has to be among those that a row is visible to. */
    private final List<List<String>> oneOfEach = new ArrayList<>();

    /**
     * The audiences that the caller belongs to. Who acts for somebody else sees what both may see: an integration is named
     * itself, and so is the person it acts for.
     */
    Audience(Caller caller) {
        oneOfEach.add(List.of(EVERYBODY, caller.is(Roles.ADMINISTRATOR) ? ADMINISTRATORS : person(caller.name())));
        caller.onBehalfOf().ifPresent(other -> oneOfEach.add(List.of(EVERYBODY, person(other))));
    }

    /** Who may see what is said of this postmortem. */
    public static List<String> of(PostmortemDocument document) {
        return document.restrictedTo() == null
                ? OPEN
                : Stream.concat(
                                Stream.of(ADMINISTRATORS),
                                document.restrictedTo().stream().map(Audience::person))
                        .toList();
    }

    /** The rows that the caller may see. */
    Bson filter() {
        return Filters.and(
                oneOfEach.stream().map(these -> Filters.in(FIELD, these)).toList());
    }

    /** Whether the caller may see the row. */
    boolean sees(Document row) {
        List<String> visibleTo = row.getList(FIELD, String.class, List.of());
        return oneOfEach.stream().allMatch(these -> these.stream().anyMatch(visibleTo::contains));
    }

    /** Begins with what no other audience begins with, whatever people are called. */
    private static String person(String name) {
        return "@" + name;
    }
}
