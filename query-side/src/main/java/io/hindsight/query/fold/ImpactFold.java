package io.hindsight.query.fold;

import io.hindsight.events.ImpactEvent;
import io.hindsight.events.ImpactEvent.ImpactRecorded;
import io.hindsight.query.fold.PostmortemDocument.Impact;
import io.hindsight.words.ImpactFigures;
import io.hindsight.words.IncidentCourse;
import io.hindsight.words.Severity;
import io.hindsight.words.TimeReasons;
import java.time.Duration;

final class ImpactFold {
    private ImpactFold() {}

    static void fold(DocumentEdit edit, ImpactEvent event) {
        ImpactRecorded impact = (ImpactRecorded) event;
        edit.impact = new Impact(
                impact.figures() == null ? ImpactFigures.UNKNOWN : impact.figures(),
                impact.customFigures(),
                impact.supportLinks(),
                impact.timeReasons());
    }

    /** The impact with the times in severity that nobody recorded, where the timeline tells all of the time. */
    static Impact completed(Impact impact, IncidentCourse course) {
        ImpactFigures recorded = impact.figures();
        ImpactFigures figures = new ImpactFigures(
                or(recorded.timeInSev1(), course, Severity.SEV_1),
                or(recorded.timeInSev2(), course, Severity.SEV_2),
                recorded.notificationsOutOfSla(),
                recorded.eventsDropped(),
                recorded.accountsAffected(),
                recorded.usersAffected(),
                recorded.supportRequests());
        TimeReasons reasons = new TimeReasons(
                isOther(figures.timeInSev1(), course, Severity.SEV_1)
                        ? impact.timeReasons().timeInSev1()
                        : null,
                isOther(figures.timeInSev2(), course, Severity.SEV_2)
                        ? impact.timeReasons().timeInSev2()
                        : null);
        return new Impact(figures, impact.customFigures(), impact.supportLinks(), reasons);
    }

    private static Duration or(Duration recorded, IncidentCourse course, Severity severity) {
        return recorded == null ? course.timeIn(severity) : recorded;
    }

    private static boolean isOther(Duration shown, IncidentCourse course, Severity severity) {
        return shown != null && !shown.equals(course.timeIn(severity));
    }
}
