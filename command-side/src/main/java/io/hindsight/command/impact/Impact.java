package io.hindsight.command.impact;

import io.hindsight.command.decision.Part;
import io.hindsight.events.ImpactEvent.ImpactRecorded;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.words.CustomFigure;
import io.hindsight.words.ImpactFigures;
import java.time.Instant;
import java.util.List;

/** The impact as it is known. */
public final class Impact implements Part {
    private ImpactFigures figures = ImpactFigures.UNKNOWN;
    /** The figures as they stood when somebody last said why. */
    private ImpactFigures explained = ImpactFigures.UNKNOWN;

    private List<CustomFigure> customFigures = List.of();
    private List<String> supportLinks = List.of();

    @Override
    public void evolve(PostmortemEvent event, long version, Instant at) {
        if (event instanceof ImpactRecorded e) {
            figures = e.figures();
            customFigures = e.customFigures();
            supportLinks = e.supportLinks();
        }
    }

    @Override
    public void account(PostmortemEvent event, String person, String reason) {
        if (event instanceof ImpactRecorded && reason != null) {
            explained = figures;
        }
    }

    ImpactFigures figures() {
        return figures;
    }

    /** Those of {@link #figures} that a reason was given with; other ones may be there too. */
    ImpactFigures explained() {
        return explained;
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
