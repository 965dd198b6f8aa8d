package io.hindsight.command.importing;

import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.Permission;
import io.hindsight.command.decision.Refusal;
import io.hindsight.command.lifecycle.LifecycleCommand;
import io.hindsight.words.Status;

/**
 * Opens a postmortem as an export tells it, in whatever state it was: no rule of the process refuses it, and nothing is computed
 * anew. Each event says when and by whom it was done there, and the history who imported it here. To import what only several
 * people together could have done, reviews for one, takes whoever leads: the export is believed on their word.
 */
record RestorePostmortem(ExportedPostmortem said, String hash) implements LifecycleCommand.Beginning {

    @Override
    public Permission permission() {
        return Permission.EDIT;
    }

    @Override
    public boolean tellsAll() {
        return true;
    }

    @Override
    public void decide(Decision decision) {
        if (decision.standing().isOpened()) {
            ImportPostmortem.requireSameRecord(decision.standing(), hash);
            return;
        }
        if (saysWhatOthersDid(decision) && !decision.allows(Permission.LEAD)) {
            throw Refusal.notAllowed(
                    "import an owner, a status, a restriction or what others reviewed", Permission.LEAD);
        }
        decision.idOf(ImportPostmortem.MADE, decision.postmortemId());
        new Restoring(decision, said).restore(hash);
    }

    private boolean saysWhatOthersDid(Decision decision) {
        return said.status() != Status.DRAFT
                || said.owner() != null && !said.owner().equals(decision.actor().person())
                || said.restrictedTo() != null
                || said.externalMessage() != null && said.externalMessage().approved() != null
                || !Restoring.list(said.reviews()).isEmpty();
    }
}
