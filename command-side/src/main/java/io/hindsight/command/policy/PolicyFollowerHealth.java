package io.hindsight.command.policy;

import io.hindsight.command.policy.PolicyFollower.Place;
import io.hindsight.eventstore.EventPositions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Whether what is owed follows the policy. Its states beside {@code UP} are not among those that Spring Boot adds up: commands
 * work without it, and an application that is taken out of service for it could not be repaired by another one, which meets
 * the same event.
 */
@Component("policyFollowerHealthIndicator")
class PolicyFollowerHealth extends AbstractHealthIndicator {
    /** It cannot go on with an event; it tries again, ever more slowly. */
    static final Status FAILING = new Status("FAILING");
    /** It has not moved for a while, though there is something to follow: stuck, or settling a great many. */
    static final Status BEHIND = new Status("BEHIND");

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Supplier<Optional<Place>> follower;
    private final LongSupplier head;
    private final Clock clock;
    /** Where it was first seen with something yet to follow; null while there is nothing. */
    private Seen last;

    private record Seen(long position, Instant since) {}

    @Autowired
    PolicyFollowerHealth(PolicyFollower follower, EventPositions events, Clock clock) {
        this(follower::place, () -> events.head().index(), clock);
    }

    PolicyFollowerHealth(Supplier<Optional<Place>> follower, LongSupplier head, Clock clock) {
        this.follower = follower;
        this.head = head;
        this.clock = clock;
    }

    @Override
    protected synchronized void doHealthCheck(Health.Builder health) {
        long end = head.getAsLong();
        Optional<Place> place = follower.get();
        if (place.isEmpty()) {
            health.up().withDetail("followedBy", "another command side");
            return;
        }
        Place here = place.get();
        Instant now = clock.instant();
        if (here.position() >= end) {
            last = null;
        } else if (last == null || last.position() != here.position()) {
            last = new Seen(here.position(), now);
        }
        health.withDetail("followedBy", "this command side")
                .withDetail("position", here.position())
                .withDetail("head", end);
        if (here.error() != null) {
            health.status(FAILING).withDetail("error", here.error().toString());
        } else if (last != null && !now.isBefore(last.since().plus(PATIENCE))) {
            health.status(BEHIND).withDetail("unmovedSince", last.since().toString());
        } else {
            health.up();
        }
    }
}
