package io.hindsight.command.importing;

import io.hindsight.command.actionitem.ActionItems;
import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.Permission;
import io.hindsight.command.decision.Refusal;
import io.hindsight.command.decision.Refusal.Kind;
import io.hindsight.command.decision.Standing;
import io.hindsight.command.lifecycle.LifecycleCommand;
import io.hindsight.command.restriction.RestrictionCommand;
import io.hindsight.events.ActionItemEvent.ActionItemAdded;
import io.hindsight.events.LifecycleEvent.PostmortemClosed;
import io.hindsight.events.LifecycleEvent.PostmortemImported;
import io.hindsight.events.LifecycleEvent.PostmortemOpened;
import io.hindsight.events.OwnershipEvent.OwnerAssigned;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.words.Incident;
import io.hindsight.words.Severity;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * Opens a postmortem as a record from elsewhere tells it. The rules of content do not refuse it: what happened elsewhere
 * happened, and what the process still needs shows in the readiness. The same record again changes nothing.
 *
 * @param severity null where the record names none that is understood
 * @param owner null where the record names none
 * @param restrictedTo the people who alone may know of it, with the owner and whoever imports it; null: everybody may
 * @param content what the record says of the document, in the order it is to be told; tags of action items are computed here
 * @param closedBefore the day before which an incident was over whose postmortem comes in closed; null for none
 */
record ImportPostmortem(
        String title,
        Severity severity,
        Incident incident,
        String owner,
        List<String> restrictedTo,
        PostmortemImported imported,
        List<PostmortemEvent> content,
        LocalDate closedBefore)
        implements LifecycleCommand.Beginning {

    /** The name under which the history knows it. */
    static final String NAME = "import";

    /** How the postmortem's id is called among what the command made; an import that changed nothing made nothing. */
    static final String MADE = "id";

    /** The same, closed where its incident was over before this day in the policy's zone: only action items with a day stay owed. */
    ImportPostmortem closedBefore(LocalDate day) {
        return new ImportPostmortem(title, severity, incident, owner, restrictedTo, imported, content, day);
    }

    @Override
    public Permission permission() {
        return Permission.EDIT;
    }

    @Override
    public void decide(Decision decision) {
        if (decision.standing().isOpened()) {
            requireSameRecord(decision.standing(), imported.contentHash());
            return;
        }
        if (owner != null && !owner.equals(decision.actor().person()) && !decision.allows(Permission.LEAD)) {
            throw Refusal.notAllowed("name somebody else the owner", Permission.LEAD);
        }
        boolean closed = isOverBefore(decision.policy().zone());
        if (closed && !decision.allows(Permission.LEAD)) {
            throw Refusal.notAllowed("import it as closed", Permission.LEAD);
        }
        boolean required = severity != null && decision.policy().requires(severity);
        decision.idOf(MADE, decision.postmortemId());
        decision.emit(new PostmortemOpened(
                decision.postmortemId(),
                title,
                severity,
                required,
                incident,
                List.of(),
                restrictedTo == null
                        ? null
                        : List.copyOf(RestrictionCommand.withThoseConcerned(restrictedTo, owner, decision.actor()))));
        decision.emit(imported);
        if (owner != null) {
            decision.emit(new OwnerAssigned(owner));
        }
        List<String> tags = ActionItems.tags(severity, incident.startedAt(), decision.policy());
        for (PostmortemEvent event : content) {
            decision.emit(event instanceof ActionItemAdded item ? tagged(item, tags) : event);
        }
        if (closed) {
            decision.emit(new PostmortemClosed());
        }
    }

    /** One without times may be of today. */
    private boolean isOverBefore(ZoneId zone) {
        OffsetDateTime over = incident.resolvedAt() == null ? incident.startedAt() : incident.resolvedAt();
        return closedBefore != null
                && over != null
                && over.toInstant().isBefore(closedBefore.atStartOfDay(zone).toInstant());
    }

    static void requireSameRecord(Standing standing, String hash) {
        if (standing.importedHash() == null) {
            throw Refusal.idInUse();
        }
        if (!standing.importedHash().equals(hash)) {
            throw new Refusal(
                    Kind.IMPORT_DIFFERS,
                    "This record was imported before and said something else then; change the postmortem by commands");
        }
    }

    private static ActionItemAdded tagged(ActionItemAdded item, List<String> tags) {
        return new ActionItemAdded(
                item.itemId(),
                item.title(),
                item.kind(),
                item.priority(),
                item.owner(),
                item.dueOn(),
                item.ticket(),
                tags,
                item.answers());
    }
}
