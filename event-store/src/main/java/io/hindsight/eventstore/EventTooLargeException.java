package io.hindsight.eventstore;

/** What somebody wants to record is longer, as JSON, than any event store keeps in one event. Nothing was stored. */
public final class EventTooLargeException extends RuntimeException {

    EventTooLargeException(int characters, int most) {
        super("One event would have %,d characters as it is stored; at most %,d are kept".formatted(characters, most));
    }
}
