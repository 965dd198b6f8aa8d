package io.hindsight.eventstore;

import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;

/**
 * A point in the history of all postmortems: right after the event with this index. Written as an opaque text wherever it
 * leaves the application ({@link #toString()}), so that no client counts on what is in it.
 *
 * @param index the event's place in the event store, from 1; 0 is the point before every event
 */
public record EventPosition(long index) {

    private static final int RADIX = 36;

    public EventPosition {
        if (index < 0) {
            throw new IllegalArgumentException("A position is not negative: " + index);
        }
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException when it is no position
     */
    public static EventPosition parse(String text) {
        if (text == null || !text.matches("[0-9a-z]{1,13}")) {
            throw new IllegalArgumentException("This is no event position");
        }
        return new EventPosition(Long.parseLong(text, RADIX));
    }

    /**
     * Whether a reader with this token has had the event at this position: it is past it, and the event is not among those
     * it passed over because they were not committed yet.
     *
     * @param token null for a reader that has not read anything
     */
    public boolean coveredBy(TrackingToken token) {
        if (index == 0) {
            return true;
        }
        return WrappedToken.unwrap(token, GapAwareTrackingToken.class)
                .filter(read -> index <= read.getIndex() && !read.getGaps().contains(index))
                .isPresent();
    }

    @Override
    public String toString() {
        return Long.toString(index, RADIX);
    }
}
