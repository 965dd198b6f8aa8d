package io.hindsight.events;

import io.hindsight.words.ImpactFigures;
import java.util.List;

/** What the incident did to customers (rule {@code impact.figures}). */
public sealed interface ImpactEvent extends PostmortemEvent {

    /** The impact as it is known now: all figures and all links to support requests. */
    @StoredAs("impact-recorded")
    record ImpactRecorded(ImpactFigures figures, List<String> supportLinks) implements ImpactEvent {
        public ImpactRecorded {
            supportLinks = supportLinks == null ? List.of() : List.copyOf(supportLinks);
        }
    }
}
