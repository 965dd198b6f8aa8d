package io.hindsight.query.fold;

import io.hindsight.events.PointEvent;
import io.hindsight.events.PointEvent.WentBadlyAdded;
import io.hindsight.events.PointEvent.WentBadlyCorrected;
import io.hindsight.events.PointEvent.WentBadlyRetracted;
import io.hindsight.events.PointEvent.WentWellAdded;
import io.hindsight.events.PointEvent.WentWellCorrected;
import io.hindsight.events.PointEvent.WentWellRetracted;
import io.hindsight.query.fold.PostmortemDocument.Point;
import java.util.List;

final class PointFold {
    private PointFold() {}

    static void fold(DocumentEdit edit, PointEvent event) {
        if (event instanceof WentWellAdded added) {
            edit.wentWell = Parts.with(edit.wentWell, new Point(added.pointId(), added.text(), null));
        } else if (event instanceof WentWellCorrected corrected) {
            edit.wentWell = corrected(edit.wentWell, corrected.pointId(), corrected.text(), null);
        } else if (event instanceof WentWellRetracted retracted) {
            edit.wentWell = without(edit.wentWell, retracted.pointId());
        } else if (event instanceof WentBadlyAdded added) {
            edit.wentBadly = Parts.with(edit.wentBadly, new Point(added.pointId(), added.text(), added.answer()));
        } else if (event instanceof WentBadlyCorrected corrected) {
            edit.wentBadly = corrected(edit.wentBadly, corrected.pointId(), corrected.text(), corrected.answer());
        } else if (event instanceof WentBadlyRetracted retracted) {
            edit.wentBadly = without(edit.wentBadly, retracted.pointId());
        } else {
            throw new IllegalStateException("No fold for " + event.getClass());
        }
    }

    private static List<Point> corrected(List<Point> points, String pointId, String text, String answer) {
        return Parts.changed(
                points,
                point -> point.pointId().equals(pointId),
                before -> new Point(
                        pointId, Parts.orBefore(text, before.text()), Parts.orBefore(answer, before.answer())));
    }

    private static List<Point> without(List<Point> points, String pointId) {
        return Parts.without(points, point -> point.pointId().equals(pointId));
    }
}
