package io.hindsight.query.fold;

import io.hindsight.events.FactorEvent;
import io.hindsight.events.FactorEvent.ContributingFactorAdded;
import io.hindsight.events.FactorEvent.ContributingFactorCorrected;
import io.hindsight.events.FactorEvent.ContributingFactorMoved;
import io.hindsight.events.FactorEvent.ContributingFactorRetracted;
import io.hindsight.query.fold.PostmortemDocument.Factor;
import java.util.ArrayList;
import java.util.List;

final class FactorFold {
    private FactorFold() {}

    static void fold(DocumentEdit edit, FactorEvent event) {
        if (event instanceof ContributingFactorAdded added) {
            edit.contributingFactors =
                    Parts.with(edit.contributingFactors, new Factor(added.factorId(), added.text(), added.madeWorse()));
        } else if (event instanceof ContributingFactorCorrected corrected) {
            edit.contributingFactors = Parts.changed(
                    edit.contributingFactors,
                    factor -> factor.factorId().equals(corrected.factorId()),
                    before -> new Factor(
                            before.factorId(),
                            Parts.orBefore(corrected.text(), before.text()),
                            Parts.orBefore(corrected.madeWorse(), before.madeWorse())));
        } else if (event instanceof ContributingFactorMoved moved) {
            edit.contributingFactors = moved(edit.contributingFactors, moved);
        } else if (event instanceof ContributingFactorRetracted retracted) {
            edit.contributingFactors = Parts.without(
                    edit.contributingFactors, factor -> factor.factorId().equals(retracted.factorId()));
        } else {
            throw new IllegalStateException("No fold for " + event.getClass());
        }
    }

    private static List<Factor> moved(List<Factor> factors, ContributingFactorMoved move) {
        int from = place(factors, move.factorId());
        if (from < 0) {
            return factors;
        }
        List<Factor> order = new ArrayList<>(factors);
        Factor factor = order.remove(from);
        int before = place(order, move.before());
        order.add(before < 0 ? order.size() : before, factor);
        return List.copyOf(order);
    }

    private static int place(List<Factor> factors, String factorId) {
        return factors.stream().map(Factor::factorId).toList().indexOf(factorId);
    }
}
