package io.hindsight.query.fold;

import io.hindsight.events.EventMetadata;
import io.hindsight.events.ImpactEvent;
import io.hindsight.events.ImpactEvent.ImpactRecorded;
import io.hindsight.query.fold.PostmortemDocument.Impact;
import io.hindsight.words.ImpactFigures;
import io.hindsight.words.IncidentCourse;
import io.hindsight.words.Severity;
import java.time.Duration;
import java.util.Objects;

final class ImpactFold {
    private ImpactFold() {}

    static void fold(DocumentEdit edit, ImpactEvent event, RecordedEvent recorded) {
        ImpactRecorded impact = (ImpactRecorded) event;
        ImpactFigures figures = impact.figures() == null ? ImpactFigures.UNKNOWN : impact.figures();
        Impact before = edit.impact;
        Impact now = new Impact(figures, impact.customFigures(), impact.supportLinks(), before.timeReason());
        // The reason is about the times where these change, and where nothing does: then it is given afterwards.
        boolean aboutTimes = now.equals(before) || !sameTimes(figures, before.figures());
        edit.impact = aboutTimes
                ? new Impact(
                        figures, impact.customFigures(), impact.supportLinks(), recorded.text(EventMetadata.REASON))
                : now;
    }

    private static boolean sameTimes(ImpactFigures one, ImpactFigures other) {
        return Objects.equals(one.timeInSev1(), other.timeInSev1())
                && Objects.equals(one.timeInSev2(), other.timeInSev2());
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
        boolean overrides = isOther(figures.timeInSev1(), course, Severity.SEV_1)
                || isOther(figures.timeInSev2(), course, Severity.SEV_2);
        return new Impact(
                figures, impact.customFigures(), impact.supportLinks(), overrides ? impact.timeReason() : null);
    }

    private static Duration or(Duration recorded, IncidentCourse course, Severity severity) {
        return recorded == null ? course.timeIn(severity) : recorded;
    }

    private static boolean isOther(Duration shown, IncidentCourse course, Severity severity) {
        Duration computed = course.timeIn(severity);
        return computed != null && !computed.equals(shown);
    }
}
