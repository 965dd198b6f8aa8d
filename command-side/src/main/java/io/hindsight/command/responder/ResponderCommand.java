package io.hindsight.command.responder;

import io.hindsight.command.decision.Command;
import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.Limits;
import io.hindsight.command.decision.Permission;
import io.hindsight.command.decision.Refusal;
import io.hindsight.events.ResponderEvent.ResponderAdded;
import io.hindsight.events.ResponderEvent.ResponderRemoved;
import io.hindsight.words.ResponderRole;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Who had which role in the incident. */
public sealed interface ResponderCommand extends Command {

    @Override
    default Permission permission() {
        return Permission.EDIT;
    }

    /** Somebody had this role. */
    record AddResponder(@NotBlank @Size(max = Limits.NAME) String person, @NotNull ResponderRole role)
            implements ResponderCommand {

        @Override
        public void decide(Decision decision) {
            if (decision.the(Responders.class).had(person, role)) {
                return;
            }
            requireMayName(decision, role);
            decision.requireEditable();
            decision.emit(new ResponderAdded(person, role));
        }
    }

    /** Somebody did not have this role after all. */
    record RemoveResponder(@NotBlank @Size(max = Limits.NAME) String person, @NotNull ResponderRole role)
            implements ResponderCommand {

        @Override
        public void decide(Decision decision) {
            if (!decision.the(Responders.class).had(person, role)) {
                return;
            }
            requireMayName(decision, role);
            decision.requireEditable();
            decision.emit(new ResponderRemoved(person, role));
        }
    }

    /** The incident commander may lead this postmortem, so not everybody who may write may name one. */
    private static void requireMayName(Decision decision, ResponderRole role) {
        if (role == ResponderRole.INCIDENT_COMMANDER && !decision.allows(Permission.RUN)) {
            throw Refusal.notAllowed("name or remove the incident commander", Permission.RUN);
        }
    }
}
