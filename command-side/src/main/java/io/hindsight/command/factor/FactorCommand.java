package io.hindsight.command.factor;

import io.hindsight.command.decision.Command;
import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.Limits;
import io.hindsight.command.decision.Permission;
import io.hindsight.command.decision.Rule;
import io.hindsight.command.decision.Wording.Text;
import io.hindsight.command.responder.Responders;
import io.hindsight.events.FactorEvent.ContributingFactorAdded;
import io.hindsight.events.FactorEvent.ContributingFactorCorrected;
import io.hindsight.events.FactorEvent.ContributingFactorMoved;
import io.hindsight.events.FactorEvent.ContributingFactorRetracted;
import io.hindsight.words.GentlerPhrase;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What can be done to the contributing factors (rule {@code factors.many}). */
public sealed interface FactorCommand extends Command {

    @Override
    default Permission permission() {
        return Permission.EDIT;
    }

    /**
     * Something contributed to the incident.
     *
     * @param madeWorse an action of the response that made it worse
     */
    record AddContributingFactor(
            @Pattern(regexp = Limits.ID, message = Limits.ID_MESSAGE) String factorId,
            @NotBlank @Size(max = Limits.TEXT) String text,
            Boolean madeWorse)
            implements FactorCommand {

        @Override
        public void decide(Decision decision) {
            String id = decision.idOf("factorId", factorId);
            decision.requireNewPart(decision.the(Factors.class).isUnused(id), "factorId", id);
            decision.requireEditable();
            requireBlameless(decision, new Text("text", text));
            decision.emit(new ContributingFactorAdded(id, text, Boolean.TRUE.equals(madeWorse)));
        }
    }

    /**
     * A factor was put wrongly: what is given replaces what it said.
     *
     * @param minor leaves earlier reviews standing (rule {@code review.stale}); a reason has to go with it
     */
    record CorrectContributingFactor(
            @NotBlank String factorId,
            @Pattern(regexp = Limits.NOT_BLANK, message = Limits.NOT_BLANK_MESSAGE) @Size(max = Limits.TEXT)
                    String text,
            Boolean madeWorse,
            Boolean minor)
            implements FactorCommand {

        @Override
        public boolean needsReason() {
            return Boolean.TRUE.equals(minor);
        }

        @Override
        public void decide(Decision decision) {
            ContributingFactorAdded factor = decision.the(Factors.class).factor(factorId);
            decision.requirePart(factor != null, "factorId", factorId);
            ContributingFactorCorrected correction =
                    new ContributingFactorCorrected(factorId, text, madeWorse, Boolean.TRUE.equals(minor));
            ContributingFactorAdded corrected = Factors.corrected(factor, correction);
            if (corrected.equals(factor)) {
                return;
            }
            decision.requireEditable();
            decision.requireTypoSize(
                    correction.minor(), corrected.madeWorse() == factor.madeWorse(), "Whether an action made it worse");
            requireBlameless(decision, new Text("text", text));
            decision.emit(correction);
        }
    }

    /**
     * The factors stand in an order; this one comes before another from now on. Where several people move different ones at
     * once, each is moved.
     *
     * @param before the factor that it comes before; it is the last where none is given
     * @param minor leaves earlier reviews standing (rule {@code review.stale}); a reason has to go with it
     */
    record MoveContributingFactor(@NotBlank String factorId, String before, Boolean minor) implements FactorCommand {

        @Override
        public boolean needsReason() {
            return Boolean.TRUE.equals(minor);
        }

        @Override
        public void decide(Decision decision) {
            Factors factors = decision.the(Factors.class);
            decision.requirePart(factors.has(factorId), "factorId", factorId);
            decision.requirePart(before == null || factors.has(before), "factorId", before);
            ContributingFactorMoved move = new ContributingFactorMoved(factorId, before, Boolean.TRUE.equals(minor));
            if (factors.moved(move).equals(factors.all())) {
                return;
            }
            decision.requireEditable();
            decision.emit(move);
        }
    }

    /** It did not contribute after all. */
    record RetractContributingFactor(@NotBlank String factorId) implements FactorCommand {

        @Override
        public void decide(Decision decision) {
            decision.requirePart(decision.the(Factors.class).factor(factorId) != null, "factorId", factorId);
            decision.requireEditable();
            decision.emit(new ContributingFactorRetracted(factorId));
        }
    }

    /** No person is a cause; a name in a contributing factor reads as one. */
    private static void requireBlameless(Decision decision, Text written) {
        decision.requireBlameless(written);
        decision.requireWithout(
                decision.the(Responders.class).people().stream()
                        .map(person -> new GentlerPhrase(person, "the role they had"))
                        .toList(),
                Rule.WORDING_BLAMELESS,
                "A person is no cause; say what made it possible, without naming ",
                written);
    }

    /** What the rules find in the factors as they stand. */
    static void assess(Decision decision) {
        for (ContributingFactorAdded factor : decision.the(Factors.class).all()) {
            requireBlameless(decision, new Text("contributingFactors[" + factor.factorId() + "].text", factor.text()));
        }
    }
}
