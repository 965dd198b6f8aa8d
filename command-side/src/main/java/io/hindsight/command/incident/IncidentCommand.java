package io.hindsight.command.incident;

import io.hindsight.command.decision.Command;
import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.Limits;
import io.hindsight.command.decision.Permission;
import io.hindsight.command.decision.Rule;
import io.hindsight.command.decision.Standing;
import io.hindsight.command.decision.Wording.Text;
import io.hindsight.command.timeline.Times;
import io.hindsight.events.IncidentEvent.AffectedServicesCorrected;
import io.hindsight.events.IncidentEvent.IncidentReferenceCorrected;
import io.hindsight.events.IncidentEvent.IncidentTimesCorrected;
import io.hindsight.events.IncidentEvent.PostmortemRetagged;
import io.hindsight.events.IncidentEvent.PostmortemRetitled;
import io.hindsight.events.IncidentEvent.SeverityChanged;
import io.hindsight.words.Incident;
import io.hindsight.words.Severity;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** What is known of the incident. */
public sealed interface IncidentCommand extends Command {

    /** The incident is another severity than was thought; every deadline follows (rule {@code severity.change}). */
    record ChangeSeverity(@NotNull Severity severity) implements IncidentCommand {

        @Override
        public Permission permission() {
            return Permission.LEAD;
        }

        @Override
        public void decide(Decision decision) {
            Standing standing = decision.standing();
            if (severity == standing.severity()) {
                return;
            }
            decision.requireEditable();
            if (standing.required() && !decision.policy().requires(severity)) {
                decision.warn(
                        Rule.POSTMORTEM_REQUIRED,
                        "A downgrade does not lift the need for this postmortem: go on with it, or waive it (waive, with a reason)");
            }
            decision.emit(new SeverityChanged(
                    severity, standing.required() || decision.policy().requires(severity)));
        }
    }

    /**
     * What was said of the incident was wrong: what is given replaces it; null takes a reference or a time away.
     *
     * @param services all that were affected
     * @param tags all of them
     */
    record CorrectIncident(
            @Pattern(regexp = Limits.NOT_BLANK_LINE, message = Limits.NOT_BLANK_LINE_MESSAGE) @Size(max = Limits.LINE)
                    String title,
            Optional<
                            @Pattern(regexp = Limits.NOT_BLANK_LINE, message = Limits.NOT_BLANK_LINE_MESSAGE)
                            @Size(max = Limits.LINE) String>
                    reference,
            Optional<OffsetDateTime> startedAt,
            Optional<OffsetDateTime> detectedAt,
            Optional<OffsetDateTime> resolvedAt,
            @Size(max = Limits.LIST) List<@NotBlank @Size(max = Limits.NAME) String> services,
            @Size(max = Limits.LIST) List<@NotBlank @Size(max = Limits.NAME) String> tags)
            implements IncidentCommand {

        @Override
        public Permission permission() {
            return Permission.EDIT;
        }

        @Override
        @SuppressWarnings("NullableOptional") // null is "left out", empty is "none": what JSON tells apart
        public void decide(Decision decision) {
            Standing standing = decision.standing();
            Incident before = standing.incident();
            Incident after = new Incident(
                    reference == null ? before.reference() : reference.orElse(null),
                    startedAt == null ? before.startedAt() : startedAt.orElse(null),
                    detectedAt == null ? before.detectedAt() : detectedAt.orElse(null),
                    resolvedAt == null ? before.resolvedAt() : resolvedAt.orElse(null),
                    services == null ? before.services() : services);
            boolean retitled = title != null && !title.equals(standing.title());
            boolean retagged = tags != null && !tags.equals(standing.tags());
            if (after.equals(before) && !retitled && !retagged) {
                return;
            }
            decision.requireEditable();
            requireTimesInOrder(decision, after);
            Times.require(decision, before, after);
            decision.requireBlameless(new Text("title", title));
            if (retitled) {
                decision.emit(new PostmortemRetitled(title));
            }
            if (reference != null && !reference.equals(Optional.ofNullable(before.reference()))) {
                decision.emit(new IncidentReferenceCorrected(after.reference()));
            }
            IncidentTimesCorrected times =
                    new IncidentTimesCorrected(after.startedAt(), after.detectedAt(), after.resolvedAt());
            if (!times.equals(
                    new IncidentTimesCorrected(before.startedAt(), before.detectedAt(), before.resolvedAt()))) {
                decision.emit(times);
            }
            if (!after.services().equals(before.services())) {
                decision.emit(new AffectedServicesCorrected(after.services()));
            }
            if (retagged) {
                decision.emit(new PostmortemRetagged(tags));
            }
        }
    }

    /** An incident ends, and is detected, no earlier than it starts (rule {@code timeline.marks}). */
    static void requireTimesInOrder(Decision decision, Incident incident) {
        requireNotBefore(decision, incident.startedAt(), incident.resolvedAt(), "resolved");
        requireNotBefore(decision, incident.startedAt(), incident.detectedAt(), "detected");
    }

    private static void requireNotBefore(Decision decision, OffsetDateTime start, OffsetDateTime later, String what) {
        decision.require(
                start == null || later == null || !later.isBefore(start),
                Rule.TIMELINE_MARKS,
                "The incident cannot be " + what + " before it started");
    }
}
