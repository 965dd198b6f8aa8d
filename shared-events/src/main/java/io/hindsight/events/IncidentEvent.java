package io.hindsight.events;

import io.hindsight.words.Severity;
import java.time.OffsetDateTime;
import java.util.List;

/** What is known of the incident. */
public sealed interface IncidentEvent extends PostmortemEvent {

    /** The incident is another severity than was thought; deadlines follow in a {@link DeadlineEvent} (rule {@code severity.change}).
     *
     * @param required whether the process demands the postmortem from now on; a downgrade does not lift it
     */
    @StoredAs("severity-changed")
    record SeverityChanged(Severity severity, boolean required) implements IncidentEvent {}

    /** The postmortem got another title. */
    @StoredAs("postmortem-retitled")
    record PostmortemRetitled(String title) implements IncidentEvent {}

    /** The incident is called otherwise elsewhere; null: it has no reference. */
    @StoredAs("incident-reference-corrected")
    record IncidentReferenceCorrected(String reference) implements IncidentEvent {}

    /** The times of the incident as they are known now, all three; null: not known. */
    @StoredAs("incident-times-corrected")
    record IncidentTimesCorrected(OffsetDateTime startedAt, OffsetDateTime detectedAt, OffsetDateTime resolvedAt)
            implements IncidentEvent {}

    /** These services were affected, and no others. */
    @StoredAs("affected-services-corrected")
    record AffectedServicesCorrected(List<String> services) implements IncidentEvent {
        public AffectedServicesCorrected {
            services = services == null ? List.of() : List.copyOf(services);
        }
    }

    /** The postmortem has these tags, and no others. */
    @StoredAs("postmortem-retagged")
    record PostmortemRetagged(List<String> tags) implements IncidentEvent {
        public PostmortemRetagged {
            tags = tags == null ? List.of() : List.copyOf(tags);
        }
    }
}
