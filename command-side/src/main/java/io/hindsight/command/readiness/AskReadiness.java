package io.hindsight.command.readiness;

import io.hindsight.command.decision.Actor;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks how far a postmortem is from closed. It is answered by the postmortem itself, since the rules are there; nothing changes. */
public record AskReadiness(@TargetAggregateIdentifier String postmortemId, Actor actor) {}
