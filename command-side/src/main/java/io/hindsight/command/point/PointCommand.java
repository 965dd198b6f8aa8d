package io.hindsight.command.point;

import io.hindsight.command.decision.Command;
import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.Limits;
import io.hindsight.command.decision.Permission;
import io.hindsight.command.decision.Wording.Text;
import io.hindsight.events.PointEvent.WentBadlyAdded;
import io.hindsight.events.PointEvent.WentBadlyCorrected;
import io.hindsight.events.PointEvent.WentBadlyRetracted;
import io.hindsight.events.PointEvent.WentWellAdded;
import io.hindsight.events.PointEvent.WentWellCorrected;
import io.hindsight.events.PointEvent.WentWellRetracted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What went well, and what did not go so well (rule {@code improvement.followed-up}). */
public sealed interface PointCommand extends Command {

    @Override
    default Permission permission() {
        return Permission.EDIT;
    }

    /** Something went well. */
    record AddWentWell(
            @Pattern(regexp = Limits.ID, message = Limits.ID_MESSAGE) String pointId,
            @NotBlank @Size(max = Limits.TEXT) String text)
            implements PointCommand {

        @Override
        public void decide(Decision decision) {
            String id = decision.idOf("pointId", pointId);
            decision.requireNewPart(decision.the(Points.class).isUnused(id), "pointId", id);
            decision.requireEditable();
            decision.requireBlameless(new Text("text", text));
            decision.emit(new WentWellAdded(id, text));
        }
    }

    /**
     * A point was put wrongly.
     *
     * @param minor leaves earlier reviews standing (rule {@code review.stale}); a reason has to go with it
     */
    record CorrectWentWell(@NotBlank String pointId, @NotBlank @Size(max = Limits.TEXT) String text, Boolean minor)
            implements PointCommand {

        @Override
        public boolean needsReason() {
            return Boolean.TRUE.equals(minor);
        }

        @Override
        public void decide(Decision decision) {
            WentWellAdded point = decision.the(Points.class).wentWell(pointId);
            decision.requirePart(point != null, "pointId", pointId);
            if (point.text().equals(text)) {
                return;
            }
            decision.requireEditable();
            decision.requireBlameless(new Text("text", text));
            decision.emit(new WentWellCorrected(pointId, text, Boolean.TRUE.equals(minor)));
        }
    }

    /** A point does not belong there. */
    record RetractWentWell(@NotBlank String pointId) implements PointCommand {

        @Override
        public void decide(Decision decision) {
            decision.requirePart(decision.the(Points.class).wentWell(pointId) != null, "pointId", pointId);
            decision.requireEditable();
            decision.emit(new WentWellRetracted(pointId));
        }
    }

    /**
     * Something did not go so well.
     *
     * @param answer why nothing follows from it; an action item can answer it instead
     */
    record AddWentBadly(
            @Pattern(regexp = Limits.ID, message = Limits.ID_MESSAGE) String pointId,
            @NotBlank @Size(max = Limits.TEXT) String text,
            @Pattern(regexp = Limits.NOT_BLANK, message = Limits.NOT_BLANK_MESSAGE) @Size(max = Limits.TEXT)
                    String answer)
            implements PointCommand {

        @Override
        public void decide(Decision decision) {
            String id = decision.idOf("pointId", pointId);
            decision.requireNewPart(decision.the(Points.class).isUnused(id), "pointId", id);
            decision.requireEditable();
            decision.requireBlameless(new Text("text", text), new Text("answer", answer));
            decision.emit(new WentBadlyAdded(id, text, answer));
        }
    }

    /**
     * A point was put wrongly, or is answered now: what is given replaces what it said.
     *
     * @param minor leaves earlier reviews standing (rule {@code review.stale}); a reason has to go with it
     */
    record CorrectWentBadly(
            @NotBlank String pointId,
            @Pattern(regexp = Limits.NOT_BLANK, message = Limits.NOT_BLANK_MESSAGE) @Size(max = Limits.TEXT)
                    String text,
            @Pattern(regexp = Limits.NOT_BLANK, message = Limits.NOT_BLANK_MESSAGE) @Size(max = Limits.TEXT)
                    String answer,
            Boolean minor)
            implements PointCommand {

        @Override
        public boolean needsReason() {
            return Boolean.TRUE.equals(minor);
        }

        @Override
        public void decide(Decision decision) {
            WentBadlyAdded point = decision.the(Points.class).wentBadly(pointId);
            decision.requirePart(point != null, "pointId", pointId);
            WentBadlyCorrected correction = new WentBadlyCorrected(pointId, text, answer, Boolean.TRUE.equals(minor));
            if (Points.corrected(point, correction).equals(point)) {
                return;
            }
            decision.requireEditable();
            decision.requireTypoSize(
                    correction.minor(), answer == null || point.answer() != null, "Answering a point first");
            decision.requireBlameless(new Text("text", text), new Text("answer", answer));
            decision.emit(correction);
        }
    }

    /** A point does not belong there. */
    record RetractWentBadly(@NotBlank String pointId) implements PointCommand {

        @Override
        public void decide(Decision decision) {
            decision.requirePart(decision.the(Points.class).wentBadly(pointId) != null, "pointId", pointId);
            decision.requireEditable();
            decision.emit(new WentBadlyRetracted(pointId));
        }
    }

    /** What the rules find in the points as they stand. */
    static void assess(Decision decision) {
        decision.requireBlameless(decision.the(Points.class).texts().toArray(Text[]::new));
    }
}
