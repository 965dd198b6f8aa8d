package io.hindsight.command.postmortem;

import io.hindsight.command.decision.Actor;
import java.util.List;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * What a client asks of one postmortem at once: all of its commands take effect, in order, or none does.
 *
 * @param ifMatch the versions of which the postmortem has to have one; null for any
 * @param idempotencyKey makes a repetition harmless; null for none
 * @param requestHash SHA-256 (hex) of what was asked; there with the key
 * @param correlationId names all events of this request
 */
public record Request(
        @TargetAggregateIdentifier String postmortemId,
        List<Instruction> instructions,
        Actor actor,
        Set<Long> ifMatch,
        String idempotencyKey,
        String requestHash,
        String correlationId) {

    /** Where the command stands among several, before the names of its fields: {@code [2].}; empty for one that came alone. */
    String placeOf(Instruction instruction) {
        int place = 0;
        // The very one: another may say the same.
        while (instructions.get(place) != instruction) {
            place++;
        }
        return instructions.size() == 1 ? "" : "[" + place + "].";
    }
}
