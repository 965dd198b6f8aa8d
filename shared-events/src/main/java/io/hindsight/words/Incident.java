package io.hindsight.words;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * What happened, as far as it is known; each part may be null but the services, which may be empty.
 *
 * @param reference what the incident is called elsewhere, such as its number in the alerting tool
 * @param startedAt when the incident began, with the offset it was given in
 * @param services the services that were affected
 */
public record Incident(
        String reference,
        OffsetDateTime startedAt,
        OffsetDateTime detectedAt,
        OffsetDateTime resolvedAt,
        List<String> services) {

    public static final Incident UNKNOWN = new Incident(null, null, null, null, List.of());

    public Incident {
        services = services == null ? List.of() : List.copyOf(services);
    }
}
