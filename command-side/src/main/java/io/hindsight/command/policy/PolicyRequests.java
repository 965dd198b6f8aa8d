package io.hindsight.command.policy;

import io.hindsight.command.postmortem.CommandSender;
import org.springframework.stereotype.Component;

/** Changes the policy. */
@Component
public class PolicyRequests {
    private final CommandSender sender;
    private final PolicyInForce inForce;

    PolicyRequests(CommandSender sender, PolicyInForce inForce) {
        this.sender = sender;
        this.inForce = inForce;
    }

    /**
     * Returns the policy's version when the change is stored and in force here.
     *
     * @throws io.hindsight.command.decision.Refusal when the policy is at another version than was asked for
     */
    public long send(ChangePolicy request) {
        long version = sender.<Long>send(request);
        inForce.atLeast(version);
        return version;
    }
}
