package io.hindsight.query.reminders;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;

/** A clock that stands still until it is moved. */
public final class MovingClock extends Clock {
    private volatile Instant now;

    public MovingClock(String now) {
        moveTo(now);
    }

    /** Takes the place of the application's clock. */
    public static final class Instead {
        @Bean
        MovingClock clock() {
            return new MovingClock("2026-11-24T10:00:00Z");
        }
    }

    public void moveTo(String then) {
        now = Instant.parse(then);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
