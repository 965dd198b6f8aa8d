package io.hindsight.command.impact;

import io.hindsight.command.decision.Part;
import io.hindsight.events.ImpactEvent.ImpactRecorded;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.words.CustomFigure;
import io.hindsight.words.ImpactFigures;
import io.hindsight.words.TimeReasons;
import java.time.Instant;
import java.util.List;

/** The impact as it is known. */
public final class Impact implements Part {
    private ImpactFigures figures = ImpactFigures.UNKNOWN;
    private List<CustomFigure> customFigures = List.of();
    private List<String> supportLinks = List.of();
    private TimeReasons timeReasons = TimeReasons.NONE;

    @Override
    public void evolve(PostmortemEvent event, long version, Instant at) {
        if (event instanceof ImpactRecorded e) {
            figures = e.figures();
            customFigures = e.customFigures();
            supportLinks = e.supportLinks();
            timeReasons = e.timeReasons();
        }
    }

    ImpactFigures figures() {
        return figures;
    }

    /** Why times among the {@link #figures} are not the timeline's. */
    TimeReasons timeReasons() {
        return timeReasons;
    }

    List<CustomFigure> customFigures() {
        return customFigures;
    }

    List<String> supportLinks() {
        return supportLinks;
    }

    /** Whether any figure is known. */
    public boolean isRecorded() {
        return !figures.equals(ImpactFigures.UNKNOWN) || !customFigures.isEmpty();
    }
}
