package io.hindsight.command.factor;

import io.hindsight.command.decision.Part;
import io.hindsight.events.FactorEvent.ContributingFactorAdded;
import io.hindsight.events.FactorEvent.ContributingFactorCorrected;
import io.hindsight.events.FactorEvent.ContributingFactorMoved;
import io.hindsight.events.FactorEvent.ContributingFactorRetracted;
import io.hindsight.events.PostmortemEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The contributing factors as they stand, by their ids, in their order. */
public final class Factors implements Part {
    private final Map<String, ContributingFactorAdded> factors = new LinkedHashMap<>();
    /** The ids of those that were retracted, too: what is said of a factor stays with its id. */
    private final Set<String> used = new HashSet<>();

    @Override
    public void evolve(PostmortemEvent event, long version, Instant at) {
        if (event instanceof ContributingFactorAdded e) {
            used.add(e.factorId());
            factors.put(e.factorId(), e);
        } else if (event instanceof ContributingFactorCorrected e) {
            factors.computeIfPresent(e.factorId(), (id, factor) -> corrected(factor, e));
        } else if (event instanceof ContributingFactorMoved e) {
            List<ContributingFactorAdded> moved = moved(e);
            factors.clear();
            moved.forEach(factor -> factors.put(factor.factorId(), factor));
        } else if (event instanceof ContributingFactorRetracted e) {
            factors.remove(e.factorId());
        }
    }

    static ContributingFactorAdded corrected(ContributingFactorAdded factor, ContributingFactorCorrected correction) {
        return new ContributingFactorAdded(
                factor.factorId(),
                correction.text() == null ? factor.text() : correction.text(),
                correction.madeWorse() == null ? factor.madeWorse() : correction.madeWorse());
    }

    /** All of them in the order in which they stand after that. */
    List<ContributingFactorAdded> moved(ContributingFactorMoved move) {
        List<ContributingFactorAdded> order = new ArrayList<>(factors.values());
        ContributingFactorAdded factor = factors.get(move.factorId());
        if (factor != null && !move.factorId().equals(move.before())) {
            order.remove(factor);
            int place = order.indexOf(factors.get(move.before()));
            order.add(place < 0 ? order.size() : place, factor);
        }
        return order;
    }

    /** Whether there never was such a factor. */
    boolean isUnused(String factorId) {
        return !used.contains(factorId);
    }

    public boolean has(String factorId) {
        return factors.containsKey(factorId);
    }

    /** The factor, or null. */
    ContributingFactorAdded factor(String factorId) {
        return factors.get(factorId);
    }

    List<ContributingFactorAdded> all() {
        return List.copyOf(factors.values());
    }

    public boolean isEmpty() {
        return factors.isEmpty();
    }
}
