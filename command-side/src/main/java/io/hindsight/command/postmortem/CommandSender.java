package io.hindsight.command.postmortem;

import java.time.Duration;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

/**
 * Sends to an aggregate. Where two writers met, the one that came second tries again on the aggregate as it is now; a request
 * that named a version is refused then, as any other stale one.
 */
@Component
public class CommandSender {
    private static final RetryPolicy WHEN_WRITERS_MEET = RetryPolicy.builder()
            .includes(ConcurrencyException.class, AggregateStreamCreationException.class)
            .maxRetries(30)
            .delay(Duration.ofMillis(2))
            .jitter(Duration.ofMillis(2))
            .multiplier(1.5)
            .maxDelay(Duration.ofMillis(100))
            .build();

    private final RetryTemplate retries = new RetryTemplate(WHEN_WRITERS_MEET);
    private final CommandGateway commands;

    CommandSender(CommandGateway commands) {
        this.commands = commands;
    }

    /**
     * Returns when the events are stored.
     *
     * @throws io.hindsight.command.decision.Refusal when it does not take effect
     * @throws ConcurrencyException when other writers came first again and again
     */
    public <R> R send(Object request) {
        return retries.invoke(() -> commands.sendAndWait(request));
    }
}
