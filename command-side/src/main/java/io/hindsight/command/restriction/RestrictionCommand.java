package io.hindsight.command.restriction;

import io.hindsight.command.actionitem.ActionItems;
import io.hindsight.command.decision.Actor;
import io.hindsight.command.decision.Command;
import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.Limits;
import io.hindsight.command.decision.Permission;
import io.hindsight.command.decision.Rule;
import io.hindsight.command.decision.Standing;
import io.hindsight.command.responder.Responders;
import io.hindsight.events.ActionItemEvent.ActionItemAdded;
import io.hindsight.events.RestrictionEvent.PostmortemRestricted;
import io.hindsight.events.RestrictionEvent.RestrictionLifted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Who may know of the postmortem (rule {@code restriction.named}). */
public sealed interface RestrictionCommand extends Command {

    @Override
    default Permission permission() {
        return Permission.RESTRICT;
    }

    /**
     * Only these people, and administrators, know of the postmortem from now on. The owner and whoever restricts it are always
     * among them, so that nobody shuts out themselves or the one who is accountable without noticing.
     *
     * @param people all of them, in place of those before, if any
     */
    record Restrict(@NotNull @Size(max = Limits.LIST) List<@NotBlank @Size(max = Limits.NAME) String> people)
            implements RestrictionCommand {

        @Override
        public void decide(Decision decision) {
            Standing standing = decision.standing();
            Set<String> named = withThoseConcerned(people, standing.owner(), decision.actor());
            if (named.equals(standing.restrictedTo())) {
                return;
            }
            warnOfUnnamed(decision, named);
            decision.emit(new PostmortemRestricted(List.copyOf(named)));
        }

        private static void warnOfUnnamed(Decision decision, Set<String> named) {
            List<String> unnamed = Stream.concat(
                            decision.the(ActionItems.class).open().stream().map(ActionItemAdded::owner),
                            decision.the(Responders.class).people().stream())
                    .filter(owner -> owner != null && !named.contains(owner))
                    .distinct()
                    .toList();
            if (!unnamed.isEmpty()) {
                decision.warn(
                        Rule.RESTRICTION_NAMED,
                        "These people own action items or are responders and will not see the postmortem any more; name them too "
                                + "(restrict), or give their items to others (change-action-item): "
                                + String.join(", ", unnamed));
            }
        }
    }

    /** These people, and those who are not to be shut out unawares: the owner, if any, and whoever restricts it. */
    static Set<String> withThoseConcerned(List<String> people, String owner, Actor actor) {
        Set<String> named = new LinkedHashSet<>(people);
        if (!actor.is("administrator")) {
            named.add(actor.name());
        }
        if (actor.onBehalfOf() != null) {
            named.add(actor.onBehalfOf());
        }
        if (owner != null) {
            named.add(owner);
        }
        return named;
    }

    /** Everybody may know of the postmortem again; the reason says why. */
    record LiftRestriction() implements RestrictionCommand {

        @Override
        public boolean needsReason() {
            return true;
        }

        @Override
        public void decide(Decision decision) {
            if (decision.standing().restrictedTo() != null) {
                decision.emit(new RestrictionLifted());
            }
        }
    }
}
