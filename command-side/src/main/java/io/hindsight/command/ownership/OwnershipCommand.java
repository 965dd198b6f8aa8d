package io.hindsight.command.ownership;

import io.hindsight.command.decision.Command;
import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.Limits;
import io.hindsight.command.decision.Permission;
import io.hindsight.command.decision.Rule;
import io.hindsight.events.OwnershipEvent.OwnerAssigned;
import io.hindsight.events.OwnershipEvent.OwnerUnassigned;
import io.hindsight.words.Status;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Who is accountable for the postmortem (rule {@code owner.single}). */
public sealed interface OwnershipCommand extends Command {

    /** Makes somebody the one owner, in place of the one before, if any. */
    record AssignOwner(@NotBlank @Size(max = Limits.NAME) String owner) implements OwnershipCommand {

        @Override
        public Permission permission() {
            return Permission.LEAD;
        }

        @Override
        public void decide(Decision decision) {
            if (owner.equals(decision.standing().owner())) {
                return;
            }
            requireUnderWay(decision);
            decision.requireNamed(owner);
            decision.emit(new OwnerAssigned(owner));
        }
    }

    /** Takes the ownership away; an owner may do that too. */
    record UnassignOwner() implements OwnershipCommand {

        @Override
        public Permission permission() {
            return Permission.RUN;
        }

        @Override
        public void decide(Decision decision) {
            if (decision.standing().owner() == null) {
                return;
            }
            requireUnderWay(decision);
            decision.emit(new OwnerUnassigned());
        }
    }

    private static void requireUnderWay(Decision decision) {
        decision.requireStatus("change its owner", Status.DRAFT, Status.IN_REVIEW, Status.REVIEWED);
    }

    /** What the rules find in who owns it. */
    static void assess(Decision decision) {
        decision.require(
                decision.standing().owner() != null || !decision.standing().isUnderWay(),
                Rule.OWNER_SINGLE,
                "Nobody owns it: designate one owner (assign-owner)");
    }
}
