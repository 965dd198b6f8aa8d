package io.hindsight.events;

import io.hindsight.words.CustomFigure;
import io.hindsight.words.ImpactFigures;
import java.util.List;

/** What the incident did to customers (rule {@code impact.figures}). */
public sealed interface ImpactEvent extends PostmortemEvent {

    /** The impact as it is known now: all figures and all links to support requests.
     *
     * @param customFigures those that the policy adds and that are known
     */
    @StoredAs(value = "impact-recorded", revision = 2)
    record ImpactRecorded(ImpactFigures figures, List<CustomFigure> customFigures, List<String> supportLinks)
            implements ImpactEvent {
        public ImpactRecorded {
            customFigures = customFigures == null ? List.of() : List.copyOf(customFigures);
            supportLinks = supportLinks == null ? List.of() : List.copyOf(supportLinks);
        }
    }
}
