package io.hindsight.query.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Changed copies of the lists of a document. */
final class Parts {
    private Parts() {}

    static <T> List<T> with(List<T> parts, T part) {
        return Stream.concat(parts.stream(), Stream.of(part)).toList();
    }

    static <T> List<T> without(List<T> parts, Predicate<T> which) {
        return parts.stream().filter(which.negate()).toList();
    }

    /** The very same list where nothing in it changes. */
    static <T> List<T> changed(List<T> parts, Predicate<T> which, UnaryOperator<T> change) {
        List<T> copy = new ArrayList<>(parts);
        boolean same = true;
        for (int place = 0; place < copy.size(); place++) {
            T part = copy.get(place);
            if (which.test(part)) {
                T changed = change.apply(part);
                same &= changed == part;
                copy.set(place, changed);
            }
        }
        return same ? parts : List.copyOf(copy);
    }

    /** The new value, or the one before where the event says nothing of it. */
    static <T> T orBefore(T value, T before) {
        return value == null ? before : value;
    }
}
