package io.hindsight.command.importing;

import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.Permission;
import io.hindsight.command.lifecycle.LifecycleCommand;

/**
 * Opens a postmortem as an export tells it, in whatever state it was: no rule of the process refuses it, and nothing is computed
 * anew. Each event says when and by whom it was done there, and the history who imported it here. It is believed in all of that on
 * the word of whoever imports it, so that it takes somebody who leads: who could edit an export before importing it would else
 * make themselves the incident commander, and others the authors of what they never wrote.
 */
record RestorePostmortem(ExportedPostmortem said, String hash) implements LifecycleCommand.Beginning {

    @Override
    public Permission permission() {
        return Permission.LEAD;
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
        decision.idOf(ImportPostmortem.MADE, decision.postmortemId());
        new Restoring(decision, said).restore(hash);
    }
}
