package io.hindsight.events;

import io.hindsight.words.CustomFigure;
import io.hindsight.words.ImpactFigures;
import io.hindsight.words.TimeReasons;
import java.util.List;

/** What the incident did to customers (rule {@code impact.figures}). */
public sealed interface ImpactEvent extends PostmortemEvent {

    /** The impact as it is known now: all figures and all links to support requests.
     *
     * @param customFigures those that the policy adds and that are known
     * @param timeReasons why the times in severity among the figures are not the timeline's, as far as somebody said so
     */
    @StoredAs(value = "impact-recorded", revision = 3)
    record ImpactRecorded(
            ImpactFigures figures, List<CustomFigure> customFigures, List<String> supportLinks, TimeReasons timeReasons)
            implements ImpactEvent {
        public ImpactRecorded {
            customFigures = customFigures == null ? List.of() : List.copyOf(customFigures);
            supportLinks = supportLinks == null ? List.of() : List.copyOf(supportLinks);
            timeReasons = timeReasons == null ? TimeReasons.NONE : timeReasons;
        }
    }
}
