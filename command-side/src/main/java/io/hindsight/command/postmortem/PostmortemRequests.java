package io.hindsight.command.postmortem;

import io.hindsight.command.readiness.AskReadiness;
import io.hindsight.command.readiness.Readiness;
import org.springframework.stereotype.Component;

/** Sends requests to their postmortems. */
@Component
public class PostmortemRequests {
    private final CommandSender sender;

    PostmortemRequests(CommandSender sender) {
        this.sender = sender;
    }

    /**
     * Returns when the events are stored.
     *
     * @throws io.hindsight.command.decision.Refusal when it does not take effect
     * @throws org.axonframework.modelling.command.ConcurrencyException when other writers came first again and again
     */
    public Answer send(Request request) {
        return sender.send(request);
    }

    /**
     * How far the postmortem is from closed.
     *
     * @throws io.hindsight.command.decision.Refusal where there is no such postmortem for who asks
     */
    public Readiness ask(AskReadiness question) {
        return sender.send(question);
    }
}
