package io.hindsight.command.postmortem;

import org.axonframework.modelling.command.ConcurrencyException;

/** The cached copy of a postmortem is older than its events: another command side has added some. Try again with a fresh one. */
final class StaleCopyException extends ConcurrencyException {
    StaleCopyException(String postmortemId) {
        super("Postmortem " + postmortemId + " has moved on elsewhere");
    }
}
