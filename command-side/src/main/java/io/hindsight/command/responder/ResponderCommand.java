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

    /**
     * Somebody had this role. The incident commander leads this postmortem, so naming one takes the right to lead; the owner may
     * name the first, somebody else than themselves.
     */
    record AddResponder(@NotBlank @Size(max = Limits.NAME) String person, @NotNull ResponderRole role)
            implements ResponderCommand {

        @Override
        public void decide(Decision decision) {
            if (decision.the(Responders.class).had(person, role)) {
                return;
            }
            if (role == ResponderRole.INCIDENT_COMMANDER && !mayName(decision)) {
                throw Refusal.notAllowed("name the incident commander", Permission.LEAD);
            }
            decision.requireEditable();
            decision.requireNamed(person);
            decision.emit(new ResponderAdded(person, role));
        }

        private boolean mayName(Decision decision) {
            return decision.allows(Permission.LEAD)
                    || decision.allows(Permission.RUN)
                            && !decision.standing().hasIncidentCommander()
                            && !person.equals(decision.actor().name());
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
            if (role == ResponderRole.INCIDENT_COMMANDER && !decision.allows(Permission.LEAD)) {
                throw Refusal.notAllowed("remove the incident commander", Permission.LEAD);
            }
            decision.requireEditable();
            decision.emit(new ResponderRemoved(person, role));
        }
    }
}
