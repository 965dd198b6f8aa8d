package io.hindsight.query.fold;

import io.hindsight.events.IncidentEvent;
import io.hindsight.events.IncidentEvent.AffectedServicesCorrected;
import io.hindsight.events.IncidentEvent.IncidentReferenceCorrected;
import io.hindsight.events.IncidentEvent.IncidentTimesCorrected;
import io.hindsight.events.IncidentEvent.PostmortemRetagged;
import io.hindsight.events.IncidentEvent.PostmortemRetitled;
import io.hindsight.events.IncidentEvent.SeverityChanged;
import io.hindsight.query.fold.PostmortemDocument.Incident;

final class IncidentFold {
    private IncidentFold() {}

    static void fold(DocumentEdit edit, IncidentEvent event) {
        Incident before = edit.incident;
        if (event instanceof SeverityChanged changed) {
            edit.severity = changed.severity();
            edit.required = changed.required();
        } else if (event instanceof PostmortemRetitled retitled) {
            edit.title = retitled.title();
        } else if (event instanceof IncidentReferenceCorrected corrected) {
            edit.incident = new Incident(
                    corrected.reference(),
                    before.startedAt(),
                    before.detectedAt(),
                    before.resolvedAt(),
                    before.services());
        } else if (event instanceof IncidentTimesCorrected corrected) {
            edit.incident = new Incident(
                    before.reference(),
                    Utc.of(corrected.startedAt()),
                    Utc.of(corrected.detectedAt()),
                    Utc.of(corrected.resolvedAt()),
                    before.services());
        } else if (event instanceof AffectedServicesCorrected corrected) {
            edit.incident = new Incident(
                    before.reference(),
                    before.startedAt(),
                    before.detectedAt(),
                    before.resolvedAt(),
                    corrected.services());
        } else if (event instanceof PostmortemRetagged retagged) {
            edit.tags = retagged.tags();
        } else {
            throw new IllegalStateException("No fold for " + event.getClass());
        }
    }

    static Incident inUtc(io.hindsight.words.Incident incident) {
        return new Incident(
                incident.reference(),
                Utc.of(incident.startedAt()),
                Utc.of(incident.detectedAt()),
                Utc.of(incident.resolvedAt()),
                incident.services());
    }
}
