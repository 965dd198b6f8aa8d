package io.hindsight.query.fold;

import io.hindsight.events.ImpactEvent;
import io.hindsight.events.ImpactEvent.ImpactRecorded;
import io.hindsight.query.fold.PostmortemDocument.Impact;
import io.hindsight.words.ImpactFigures;

final class ImpactFold {
    private ImpactFold() {}

    static void fold(DocumentEdit edit, ImpactEvent event) {
        ImpactRecorded recorded = (ImpactRecorded) event;
        edit.impact = new Impact(
                recorded.figures() == null ? ImpactFigures.UNKNOWN : recorded.figures(),
                recorded.customFigures(),
                recorded.supportLinks());
    }
}
