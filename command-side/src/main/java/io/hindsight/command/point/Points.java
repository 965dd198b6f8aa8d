package io.hindsight.command.point;

import io.hindsight.command.decision.Part;
import io.hindsight.command.decision.Wording.Text;
import io.hindsight.events.PointEvent.WentBadlyAdded;
import io.hindsight.events.PointEvent.WentBadlyCorrected;
import io.hindsight.events.PointEvent.WentBadlyRetracted;
import io.hindsight.events.PointEvent.WentWellAdded;
import io.hindsight.events.PointEvent.WentWellCorrected;
import io.hindsight.events.PointEvent.WentWellRetracted;
import io.hindsight.events.PostmortemEvent;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What went well and what did not go so well, by the points' ids. */
public final class Points implements Part {
    private final Map<String, WentWellAdded> well = new LinkedHashMap<>();
    private final Map<String, WentBadlyAdded> badly = new LinkedHashMap<>();
    /** The ids of those that were retracted, too: what answers a point, or is said of it, stays with its id. */
    private final Set<String> used = new HashSet<>();

    @Override
    public void evolve(PostmortemEvent event, long version, Instant at) {
        if (event instanceof WentWellAdded e) {
            used.add(e.pointId());
            well.put(e.pointId(), e);
        } else if (event instanceof WentWellCorrected e) {
            well.put(e.pointId(), new WentWellAdded(e.pointId(), e.text()));
        } else if (event instanceof WentWellRetracted e) {
            well.remove(e.pointId());
        } else if (event instanceof WentBadlyAdded e) {
            used.add(e.pointId());
            badly.put(e.pointId(), e);
        } else if (event instanceof WentBadlyCorrected e) {
            badly.computeIfPresent(e.pointId(), (id, point) -> corrected(point, e));
        } else if (event instanceof WentBadlyRetracted e) {
            badly.remove(e.pointId());
        }
    }

    static WentBadlyAdded corrected(WentBadlyAdded point, WentBadlyCorrected correction) {
        return new WentBadlyAdded(
                point.pointId(),
                correction.text() == null ? point.text() : correction.text(),
                correction.answer() == null ? point.answer() : correction.answer());
    }

    /** The point, or null. */
    WentWellAdded wentWell(String pointId) {
        return well.get(pointId);
    }

    /** The point, or null. */
    WentBadlyAdded wentBadly(String pointId) {
        return badly.get(pointId);
    }

    /** Whether there never was such a point. */
    boolean isUnused(String pointId) {
        return !used.contains(pointId);
    }

    public boolean has(String pointId) {
        return well.containsKey(pointId) || badly.containsKey(pointId);
    }

    /** Those of them that are none of the points under what did not go so well. */
    public List<String> notAmongBadly(List<String> pointIds) {
        return pointIds.stream().filter(id -> !badly.containsKey(id)).toList();
    }

    /** All that the points and their answers say. */
    List<Text> texts() {
        return Stream.concat(
                        well.values().stream()
                                .map(point -> new Text("wentWell[" + point.pointId() + "].text", point.text())),
                        badly.values().stream()
                                .flatMap(point -> Stream.of(
                                        new Text("wentBadly[" + point.pointId() + "].text", point.text()),
                                        new Text("wentBadly[" + point.pointId() + "].answer", point.answer()))))
                .toList();
    }

    /** The points that no note answers; action items may. */
    public List<String> withoutNote() {
        return badly.values().stream()
                .filter(point -> point.answer() == null)
                .map(WentBadlyAdded::pointId)
                .toList();
    }
}
