package io.hindsight.command.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.hindsight.command.decision.Policies;
import io.hindsight.command.policy.PolicyHistory.PolicyChange;
import io.hindsight.events.PolicyEvent;
import io.hindsight.eventstore.EventPositions;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Holds the policy in force. A change made here is known at once; one made by another command side a second later at the
 * most, since its number is asked for once a second, and its events are read only when that has grown. What is decided under
 * the old policy meanwhile says so, and {@link PolicyFollower} puts it right.
 */
@Component
public class PolicyInForce implements Policies {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final String LOOKED = "looked";

    private final PolicyHistory history;
    private final EventPositions positions;
    private final Cache<String, InForce> recent;
    private volatile InForce last = InForce.DEFAULT;

    @Autowired
    PolicyInForce(PolicyHistory history, EventPositions positions) {
        this(history, positions, Ticker.systemTicker());
    }

    PolicyInForce(PolicyHistory history, EventPositions positions, Ticker ticker) {
        this.history = history;
        this.positions = positions;
        this.recent = Caffeine.newBuilder()
                .expireAfterWrite(LOOK_EVERY)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    @Override
    public InForce atLeast(long version) {
        InForce known = recent.get(LOOKED, key -> look());
        if (known.version() < version) {
            known = look();
            recent.put(LOOKED, known);
        }
        if (known.version() < version) {
            throw new IllegalStateException("The policy has no version " + version);
        }
        return known;
    }

    private InForce look() {
        InForce known = last;
        if (positions.version(PolicyEvent.POLICY_ID) == known.version()) {
            return known;
        }
        List<PolicyChange> changes = history.changes();
        InForce read = changes.get(changes.size() - 1).inForce();
        last = read;
        return read;
    }
}
