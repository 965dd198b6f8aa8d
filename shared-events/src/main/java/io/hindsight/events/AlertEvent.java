package io.hindsight.events;

import io.hindsight.words.Severity;
import java.time.OffsetDateTime;
import java.util.List;

/** What the alerting tells of the incident by itself. */
public sealed interface AlertEvent extends PostmortemEvent {

    /** The alerting told something new of the incident: all that it says of it now. The events of the same request are what was set
     * or corrected by it; what people had changed stayed as they had it.
     *
     * @param source {@code pagerduty}
     * @param alertId the incident's id there
     * @param heard how many different messages about it this rests on; 0 where an export brought it
     * @param severity null where its priority stands for none
     * @param resolvedAt null while it is not resolved
     * @param people who had to do with it there
     */
    @StoredAs("alert-followed")
    record AlertFollowed(
            String source,
            String alertId,
            int heard,
            String title,
            Severity severity,
            OffsetDateTime startedAt,
            OffsetDateTime resolvedAt,
            List<String> services,
            List<String> people)
            implements AlertEvent {
        public AlertFollowed {
            services = services == null ? List.of() : List.copyOf(services);
            people = people == null ? List.of() : List.copyOf(people);
        }
    }
}
