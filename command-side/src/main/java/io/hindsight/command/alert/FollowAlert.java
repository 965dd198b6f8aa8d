package io.hindsight.command.alert;

import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.Permission;
import io.hindsight.command.decision.Refusal;
import io.hindsight.command.decision.Refusal.Kind;
import io.hindsight.command.decision.Rule;
import io.hindsight.command.decision.RuleMessage;
import io.hindsight.command.decision.Standing;
import io.hindsight.command.incident.IncidentCommand.ChangeSeverity;
import io.hindsight.command.lifecycle.LifecycleCommand;
import io.hindsight.command.responder.Responders;
import io.hindsight.events.AlertEvent.AlertFollowed;
import io.hindsight.events.IncidentEvent.AffectedServicesCorrected;
import io.hindsight.events.IncidentEvent.IncidentTimesCorrected;
import io.hindsight.events.IncidentEvent.PostmortemRetitled;
import io.hindsight.events.LifecycleEvent.PostmortemOpened;
import io.hindsight.events.ResponderEvent.ResponderAdded;
import io.hindsight.words.Incident;
import io.hindsight.words.ResponderRole;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Opens the postmortem of an incident that the alerting tells of, or corrects it as it tells more. It corrects only what it has
 * set itself: where people have said otherwise, they know better. An import gives it; it is no command of the API.
 */
public record FollowAlert(AlertAccount account) implements LifecycleCommand.Beginning {

    /** How the postmortem's id is called among what the command made. */
    public static final String MADE = "id";

    private static final AlertFollowed NOTHING = new AlertFollowed(null, null, 0, null, null, null, null, null, null);

    @Override
    public Permission permission() {
        return Permission.EDIT;
    }

    @Override
    public void decide(Decision decision) {
        if (!decision.standing().isOpened()) {
            open(decision);
            return;
        }
        AlertFollowed before = decision.the(FollowedAlert.class).last();
        if (before == null || before.heard() < account.now().heard()) {
            // What comes after the content was agreed upon waits until it may change again.
            decision.requireEditable();
            follow(decision, before == null ? NOTHING : before);
        }
    }

    private void open(Decision decision) {
        AlertFollowed now = account.now();
        if (account.severities().stream().noneMatch(decision.policy()::requires)) {
            String message = "The incident never had a priority that stands for a severity that needs a postmortem";
            throw new Refusal(
                    Kind.RULES_NOT_MET,
                    message,
                    List.of(new RuleMessage(Rule.POSTMORTEM_REQUIRED.id(), message)),
                    Map.of());
        }
        decision.idOf(MADE, decision.postmortemId());
        // A downgrade before it was opened does not lift the need either (rule postmortem.required).
        decision.emit(new PostmortemOpened(
                decision.postmortemId(),
                now.title(),
                now.severity(),
                true,
                new Incident(account.reference(), now.startedAt(), null, resolvedAfterStart(now), now.services()),
                List.of()));
        decision.emit(now);
        name(decision, NOTHING);
        AlertEntries.tell(decision, account.entries());
    }

    private void follow(Decision decision, AlertFollowed before) {
        AlertFollowed now = account.now();
        Standing standing = decision.standing();
        decision.emit(now);
        if (isOurs(standing.title(), before.title()) && !now.title().equals(standing.title())) {
            decision.emit(new PostmortemRetitled(now.title()));
        }
        if (isOurs(standing.severity(), before.severity()) && now.severity() != null) {
            new ChangeSeverity(now.severity()).decide(decision);
        }
        correctTimes(decision, before);
        List<String> services = standing.incident().services();
        if (isOurs(services, before.services()) && !now.services().equals(services)) {
            decision.emit(new AffectedServicesCorrected(now.services()));
        }
        name(decision, before);
        AlertEntries.tell(decision, account.entries());
    }

    /** Whether what stands is what the alerting set, or nothing where it said nothing. */
    private static boolean isOurs(Object standing, Object said) {
        return Objects.equals(standing, said);
    }

    private void correctTimes(Decision decision, AlertFollowed before) {
        AlertFollowed now = account.now();
        Incident incident = decision.standing().incident();
        OffsetDateTime startedAt =
                isOurs(incident.startedAt(), before.startedAt()) ? now.startedAt() : incident.startedAt();
        OffsetDateTime resolvedAt =
                isOurs(incident.resolvedAt(), resolvedAfterStart(before)) ? now.resolvedAt() : incident.resolvedAt();
        boolean corrects =
                !Objects.equals(startedAt, incident.startedAt()) || !Objects.equals(resolvedAt, incident.resolvedAt());
        if (isInOrder(startedAt, resolvedAt) && corrects) {
            decision.emit(new IncidentTimesCorrected(startedAt, incident.detectedAt(), resolvedAt));
        }
    }

    /** One that it told to be before its start was left out. */
    private static OffsetDateTime resolvedAfterStart(AlertFollowed said) {
        return isInOrder(said.startedAt(), said.resolvedAt()) ? said.resolvedAt() : null;
    }

    private static boolean isInOrder(OffsetDateTime startedAt, OffsetDateTime resolvedAt) {
        return startedAt == null || resolvedAt == null || !resolvedAt.isBefore(startedAt);
    }

    /** Each person once: whoever is named with some role is there, and whoever was removed stays so. */
    private void name(Decision decision, AlertFollowed before) {
        for (String person : account.now().people()) {
            if (!before.people().contains(person)
                    && !decision.the(Responders.class).people().contains(person)) {
                decision.emit(new ResponderAdded(person, ResponderRole.RESPONDER));
            }
        }
    }
}
