package io.hindsight.command.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.command.decision.Command;
import org.junit.jupiter.api.Test;

class CommandRegistryTest {

    @Test
    void it_holds_the_commands_of_the_contract_and_no_others() {
        assertThat(CommandRegistry.all().keySet())
                .containsExactlyInAnyOrder(
                        "open",
                        "waive",
                        "assign-owner",
                        "unassign-owner",
                        "change-severity",
                        "correct-incident",
                        "schedule-meeting",
                        "cancel-meeting",
                        "record-meeting-held",
                        "add-responder",
                        "remove-responder",
                        "add-timeline-entry",
                        "correct-timeline-entry",
                        "retract-timeline-entry",
                        "write-section",
                        "add-contributing-factor",
                        "correct-contributing-factor",
                        "move-contributing-factor",
                        "retract-contributing-factor",
                        "record-impact",
                        "add-went-well",
                        "correct-went-well",
                        "retract-went-well",
                        "add-went-badly",
                        "correct-went-badly",
                        "retract-went-badly",
                        "add-action-item",
                        "change-action-item",
                        "link-ticket",
                        "complete-action-item",
                        "decline-action-item",
                        "reopen-action-item",
                        "share-for-review",
                        "submit-for-review",
                        "return-to-draft",
                        "mark-reviewed",
                        "request-changes",
                        "withdraw-review",
                        "finish-review",
                        "answer-requested-changes",
                        "add-comment",
                        "resolve-comment",
                        "record-internal-email",
                        "draft-external-message",
                        "approve-external-message",
                        "record-external-message-posted",
                        "decline-external-message",
                        "close",
                        "reopen",
                        "restrict",
                        "lift-restriction",
                        "take-as-timeline-entry",
                        "take-as-action-item",
                        "dismiss-suggestion");
    }

    @Test
    void these_commands_need_a_reason() {
        assertThat(Samples.ofEveryCommand().stream()
                        .filter(Command::needsReason)
                        .map(Scenario::nameOf))
                .containsExactlyInAnyOrder(
                        "waive",
                        "return-to-draft",
                        "reopen",
                        "correct-timeline-entry",
                        "retract-timeline-entry",
                        "decline-action-item",
                        "reopen-action-item",
                        "decline-external-message",
                        "answer-requested-changes",
                        "lift-restriction");
    }
}
