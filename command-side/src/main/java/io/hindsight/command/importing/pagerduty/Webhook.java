package io.hindsight.command.importing.pagerduty;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What one webhook tells, as PagerDuty's documentation of the V3 payload has it; all that is not needed is passed over.
 *
 * @param id the same whenever it is delivered again
 * @param eventType {@code incident.resolved}
 * @param agent who did it; null where nobody did
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
record Webhook(String id, String eventType, OffsetDateTime occurredAt, Reference agent, Data data) {
    /** One that cannot be called by anything is nobody. */
    Webhook {
        if (agent != null && agent.called() == null) {
            agent = null;
        }
    }

    /** The ids of incidents and events. */
    static final String ID = "[A-Za-z0-9_-]{1,50}";

    /** The order in which it happened, whatever order it is heard in. */
    static final Comparator<Webhook> AS_IT_HAPPENED =
            Comparator.comparing(Webhook::at).thenComparing(Webhook::id);

    /** Something by its id, and what it is called. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Reference(String id, String type, String summary, String htmlUrl) {
        String called() {
            return summary == null || summary.isBlank() ? id : summary.strip();
        }
    }

    /**
     * The incident as it was then, or a note or status update.
     *
     * @param resolveReason of a resolution that was a merge into another incident, which goes on; null of any other
     * @param incident of a note or status update the incident; null where the data is the incident
     * @param content of a note
     * @param message of a status update
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Data(
            String id,
            Integer number,
            String htmlUrl,
            String title,
            OffsetDateTime createdAt,
            Reference service,
            List<Reference> assignees,
            Reference priority,
            JsonNode resolveReason,
            Reference incident,
            String content,
            String message) {}

    /** In UTC, cut to the millisecond, which is what every store keeps. */
    OffsetDateTime at() {
        return utc(occurredAt);
    }

    static OffsetDateTime utc(OffsetDateTime time) {
        return time == null ? null : time.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
    }

    String incidentId() {
        return data.incident() == null ? data.id() : data.incident().id();
    }

    /** Whether the data is the incident itself. */
    boolean isOfIncident() {
        return data.incident() == null;
    }

    /** Whether the incident was resolved only by being merged into another one. */
    boolean isMerge() {
        return eventType.equals("incident.resolved")
                && data.resolveReason() != null
                && data.resolveReason().path("type").asString("").equals("merge_resolve_reason");
    }

    /** The id of the incident that this one was merged into; null where it was not, or where that is not told. */
    String mergedInto() {
        String into = isMerge() ? data.resolveReason().at("/incident/id").asString("") : "";
        return into.matches(ID) ? into : null;
    }

    String priority() {
        return data.priority() == null ? null : data.priority().called();
    }

    /** Those of them that can be called by something. */
    List<Reference> assignees() {
        return data.assignees() == null
                ? List.of()
                : data.assignees().stream()
                        .filter(one -> one != null && one.called() != null)
                        .toList();
    }
}
