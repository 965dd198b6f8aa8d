package io.hindsight.query.projection;

import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What fills the read models. Settings {@code hindsight.projections.*}; what is not given has the default named here.
 *
 * @param claimTimeout a process that does not say for this long that it lives loses its claims to another, 3 seconds at least:
 *     10 seconds
 * @param grace how long documents that no pointer names any more are kept, much longer than a process takes to see a new
 *     pointer: 5 seconds
 */
@ConfigurationProperties("hindsight.projections")
record ProjectionSettings(Duration claimTimeout, Duration grace) {
    /** A process says each second that it lives; one that is only slow must not lose what it works on. */
    private static final Duration SHORTEST_CLAIM = Duration.ofSeconds(3);
    /** A process looks at the pointers several times in a second. */
    private static final Duration SHORTEST_GRACE = Duration.ofSeconds(1);

    ProjectionSettings {
        claimTimeout = Objects.requireNonNullElse(claimTimeout, Duration.ofSeconds(10));
        grace = Objects.requireNonNullElse(grace, Duration.ofSeconds(5));
        check("claim-timeout", claimTimeout, SHORTEST_CLAIM);
        check("grace", grace, SHORTEST_GRACE);
    }

    private static void check(String name, Duration given, Duration shortest) {
        if (given.compareTo(shortest) < 0) {
            throw new IllegalArgumentException("hindsight.projections.%s is %s or more".formatted(name, shortest));
        }
    }
}
