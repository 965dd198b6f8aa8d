package io.hindsight.words;

import java.time.Duration;

/**
 * The figures of the impact (rule {@code impact.figures}); null is unknown, which is not zero.
 *
 * @param timeInSev1 how long the incident was a SEV-1
 * @param timeInSev2 how long the incident was a SEV-2
 */
public record ImpactFigures(
        Duration timeInSev1,
        Duration timeInSev2,
        Long notificationsOutOfSla,
        Long eventsDropped,
        Long accountsAffected,
        Long usersAffected,
        Long supportRequests) {

    public static final ImpactFigures UNKNOWN = new ImpactFigures(null, null, null, null, null, null, null);
}
