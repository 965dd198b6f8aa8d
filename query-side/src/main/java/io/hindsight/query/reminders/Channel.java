package io.hindsight.query.reminders;

import java.time.Instant;
import java.util.List;

/** A way by which reminders leave: e-mail, or one webhook endpoint. Each has a queue of its own. */
public interface Channel {

    /** The name of its queue. */
    String name();

    /** Whether anything may leave now. */
    default boolean isOpen(Instant now) {
        return true;
    }

    /** The deliveries that are to be made now, as far as facts tell; those made before are among them. */
    List<Delivery> due(Instant now);

    /**
     * Sends it.
     *
     * @return false when nothing is left to remind of
     * @throws Unsent when it was not taken, or may not have been
     */
    boolean send(Delivery delivery) throws Unsent;
}
