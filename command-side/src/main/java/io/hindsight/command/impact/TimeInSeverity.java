package io.hindsight.command.impact;

import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.Rule;
import io.hindsight.command.impact.ImpactCommand.FigureChanges;
import io.hindsight.command.timeline.Timeline;
import io.hindsight.words.ImpactFigures;
import io.hindsight.words.Severity;
import io.hindsight.words.TimeReasons;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The time in severity, which follows from the timeline. Whoever records another figure says why (rule {@code
 * impact.time-in-severity}); where the timeline does not tell all of the time, there is nothing to compare.
 */
final class TimeInSeverity {
    private static final List<Severity> MEASURED = List.of(Severity.SEV_1, Severity.SEV_2);

    private TimeInSeverity() {}

    /** What is about to be recorded anew is what the timeline gives, or a reason goes with it. */
    static void requireReason(Decision decision, ImpactFigures recorded) {
        ImpactFigures before = decision.the(Impact.class).figures();
        for (Severity severity : MEASURED) {
            Duration figure = of(recorded, severity);
            boolean asBefore = figure == null || figure.equals(of(before, severity));
            decision.require(
                    decision.isReasoned() || asBefore || !overrides(decision, figure, severity),
                    Rule.IMPACT_TIME_IN_SEVERITY,
                    given(decision, severity) + ": say why it was otherwise (reason), or leave the figure out");
        }
    }

    /**
     * A time that the command names and that stands already is still to be explained; what was said once is not refused when it
     * is said again.
     */
    static void warnOfNamed(Decision decision, FigureChanges changes, ImpactFigures recorded, TimeReasons reasons) {
        ImpactFigures before = decision.the(Impact.class).figures();
        for (Severity severity : MEASURED) {
            Duration figure = of(recorded, severity);
            if (decision.standing().isUnderWay()
                    && isNamed(changes, severity)
                    && figure != null
                    && figure.equals(of(before, severity))
                    && of(reasons, severity) == null
                    && overrides(decision, figure, severity)) {
                decision.warn(Rule.IMPACT_TIME_IN_SEVERITY, contradicted(decision, figure, severity));
            }
        }
    }

    /**
     * Why the times are not the timeline's: the command's reason for those that it names, for each other one the reason that
     * stands, while the time does.
     *
     * @param changes null where the command names no figure
     */
    static TimeReasons reasons(Decision decision, FigureChanges changes, ImpactFigures recorded) {
        return new TimeReasons(
                reason(decision, isNamed(changes, Severity.SEV_1), recorded, Severity.SEV_1),
                reason(decision, isNamed(changes, Severity.SEV_2), recorded, Severity.SEV_2));
    }

    private static boolean isNamed(FigureChanges changes, Severity severity) {
        return changes != null && (severity == Severity.SEV_1 ? changes.timeInSev1() : changes.timeInSev2()) != null;
    }

    private static String reason(Decision decision, boolean named, ImpactFigures recorded, Severity severity) {
        Duration figure = of(recorded, severity);
        if (figure == null) {
            return null;
        }
        if (named && decision.isReasoned() && !figure.equals(computed(decision, severity))) {
            return decision.reason();
        }
        Impact before = decision.the(Impact.class);
        return figure.equals(of(before.figures(), severity)) ? of(before.timeReasons(), severity) : null;
    }

    /** What the rule finds in the figures as they stand; the timeline may have changed since they were recorded. */
    static void assess(Decision decision) {
        Impact impact = decision.the(Impact.class);
        for (Severity severity : MEASURED) {
            Duration figure = of(impact.figures(), severity);
            decision.require(
                    of(impact.timeReasons(), severity) != null || !overrides(decision, figure, severity),
                    Rule.IMPACT_TIME_IN_SEVERITY,
                    contradicted(decision, figure, severity));
        }
    }

    private static boolean overrides(Decision decision, Duration figure, Severity severity) {
        Duration computed = computed(decision, severity);
        return figure != null && computed != null && !figure.equals(computed);
    }

    private static Duration computed(Decision decision, Severity severity) {
        return decision.the(Timeline.class).course(decision.standing()).timeIn(severity);
    }

    private static String contradicted(Decision decision, Duration figure, Severity severity) {
        return given(decision, severity) + ", and " + figure
                + " is recorded: say why (record-impact with the same figure and a"
                + " reason), or set it to null and the timeline tells it";
    }

    private static String given(Decision decision, Severity severity) {
        return "The timeline gives " + computed(decision, severity) + " in "
                + severity.toString().toUpperCase(Locale.ROOT);
    }

    private static Duration of(ImpactFigures figures, Severity severity) {
        return severity == Severity.SEV_1 ? figures.timeInSev1() : figures.timeInSev2();
    }

    private static String of(TimeReasons reasons, Severity severity) {
        return severity == Severity.SEV_1 ? reasons.timeInSev1() : reasons.timeInSev2();
    }
}
