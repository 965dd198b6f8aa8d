package io.hindsight.command.decision;

import java.time.Instant;

/** Knows the policy in force, without reading the event store each time it is asked. */
@FunctionalInterface
public interface Policies {

    /**
     * The policy in force; not an older one than this version of it, which somebody has decided under already.
     *
     * @throws IllegalStateException where there is no such version
     */
    InForce atLeast(long version);

    /**
     * A policy and the change that made it so.
     *
     * @param version the number of changes so far; 0 for the policy that nobody has changed
     * @param changedAt when the last change was recorded; null for version 0
     * @param changedBy who made it; null for version 0
     * @param onBehalfOf for whom they did, where that was somebody else; or null
     * @param reason why, in their words; may be null
     */
    record InForce(Policy policy, long version, Instant changedAt, String changedBy, String onBehalfOf, String reason) {
        /** What it all begins with. */
        public static final InForce DEFAULT = new InForce(Policy.DEFAULT, 0, null, null, null, null);
    }
}
