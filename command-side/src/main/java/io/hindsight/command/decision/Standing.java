package io.hindsight.command.decision;

import io.hindsight.events.IncidentEvent.AffectedServicesCorrected;
import io.hindsight.events.IncidentEvent.IncidentReferenceCorrected;
import io.hindsight.events.IncidentEvent.IncidentTimesCorrected;
import io.hindsight.events.IncidentEvent.PostmortemRetagged;
import io.hindsight.events.IncidentEvent.PostmortemRetitled;
import io.hindsight.events.IncidentEvent.SeverityChanged;
import io.hindsight.events.LifecycleEvent.PostmortemClosed;
import io.hindsight.events.LifecycleEvent.PostmortemImported;
import io.hindsight.events.LifecycleEvent.PostmortemOpened;
import io.hindsight.events.LifecycleEvent.PostmortemReopened;
import io.hindsight.events.LifecycleEvent.PostmortemRestored;
import io.hindsight.events.LifecycleEvent.PostmortemReturnedToDraft;
import io.hindsight.events.LifecycleEvent.PostmortemSubmittedForReview;
import io.hindsight.events.LifecycleEvent.PostmortemWaived;
import io.hindsight.events.LifecycleEvent.ReviewFinished;
import io.hindsight.events.OwnershipEvent.OwnerAssigned;
import io.hindsight.events.OwnershipEvent.OwnerUnassigned;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.events.ResponderEvent.ResponderAdded;
import io.hindsight.events.ResponderEvent.ResponderRemoved;
import io.hindsight.events.RestrictionEvent.PostmortemRestricted;
import io.hindsight.events.RestrictionEvent.RestrictionLifted;
import io.hindsight.words.Incident;
import io.hindsight.words.ResponderRole;
import io.hindsight.words.Severity;
import io.hindsight.words.Status;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the postmortem stands: what decisions about every subject look at. */
public final class Standing implements Part {
    private String postmortemId;
    private long version;
    private String title;
    private Status status;
    private Severity severity;
    private boolean required;
    private Incident incident = Incident.UNKNOWN;
    private List<String> tags = List.of();
    private String owner;
    private Instant openedAt;
    private Instant unownedSince;
    private String importedHash;
    private Set<String> restrictedTo;
    private Instant submittedAt;
    private Instant reviewedAt;
    private final Map<ResponderRole, Set<String>> responders = new EnumMap<>(ResponderRole.class);

    @Override
    public void evolve(PostmortemEvent event, long version, Instant at) {
        this.version = version;
        if (event instanceof PostmortemOpened e) {
            postmortemId = e.postmortemId();
            title = e.title();
            status = Status.DRAFT;
            severity = e.severity();
            required = e.required();
            incident = e.incident();
            tags = e.tags();
            restrictedTo = e.restrictedTo() == null ? null : new LinkedHashSet<>(e.restrictedTo());
            openedAt = at;
            unownedSince = at;
        } else if (event instanceof PostmortemImported e) {
            importedHash = e.contentHash();
        } else if (event instanceof PostmortemRestored e) {
            importedHash = e.contentHash();
            status = e.status();
        } else if (event instanceof PostmortemWaived) {
            status = Status.WAIVED;
        } else if (event instanceof PostmortemSubmittedForReview) {
            status = Status.IN_REVIEW;
            submittedAt = at;
        } else if (event instanceof PostmortemReturnedToDraft || event instanceof PostmortemReopened) {
            status = Status.DRAFT;
        } else if (event instanceof ReviewFinished) {
            status = Status.REVIEWED;
            reviewedAt = at;
        } else if (event instanceof PostmortemClosed) {
            status = Status.CLOSED;
        } else if (event instanceof OwnerAssigned e) {
            owner = e.owner();
            unownedSince = null;
        } else if (event instanceof OwnerUnassigned) {
            owner = null;
            unownedSince = at;
        } else if (event instanceof SeverityChanged e) {
            severity = e.severity();
            required = e.required();
        } else if (event instanceof PostmortemRetitled e) {
            title = e.title();
        } else if (event instanceof PostmortemRetagged e) {
            tags = e.tags();
        } else if (event instanceof IncidentReferenceCorrected e) {
            incident = new Incident(
                    e.reference(),
                    incident.startedAt(),
                    incident.detectedAt(),
                    incident.resolvedAt(),
                    incident.services());
        } else if (event instanceof IncidentTimesCorrected e) {
            incident = new Incident(
                    incident.reference(), e.startedAt(), e.detectedAt(), e.resolvedAt(), incident.services());
        } else if (event instanceof AffectedServicesCorrected e) {
            incident = new Incident(
                    incident.reference(),
                    incident.startedAt(),
                    incident.detectedAt(),
                    incident.resolvedAt(),
                    e.services());
        } else if (event instanceof PostmortemRestricted e) {
            restrictedTo = new LinkedHashSet<>(e.people());
        } else if (event instanceof RestrictionLifted) {
            restrictedTo = null;
        } else if (event instanceof ResponderAdded e) {
            responders.computeIfAbsent(e.role(), role -> new LinkedHashSet<>()).add(e.person());
        } else if (event instanceof ResponderRemoved e) {
            responders.getOrDefault(e.role(), Set.of()).remove(e.person());
        }
    }

    /** Whether there is such a postmortem yet. */
    public boolean isOpened() {
        return status != null;
    }

    /** Whether its process still runs: neither closed nor waived. */
    public boolean isUnderWay() {
        return status != Status.CLOSED && status != Status.WAIVED;
    }

    /** Whether its content may change: what was agreed upon stands until the postmortem goes back to draft. */
    public boolean isEditable() {
        return status == Status.DRAFT || status == Status.IN_REVIEW;
    }

    /**
     * Whether the caller may know that there is this postmortem; to one who may not it is as if there was none. Who acts for
     * somebody else knows what both may know.
     */
    public boolean isKnownTo(Actor actor) {
        return (actor.is("administrator") || isKnownTo(actor.name()))
                && (actor.onBehalfOf() == null || isKnownTo(actor.onBehalfOf()));
    }

    /** Whether this person may know of it, whatever their roles. */
    public boolean isKnownTo(String person) {
        return restrictedTo == null || restrictedTo.contains(person);
    }

    /** The people who alone, beside administrators, may know of it; null where everybody may. */
    public Set<String> restrictedTo() {
        return restrictedTo;
    }

    public boolean isIncidentCommander(String person) {
        return had(person, ResponderRole.INCIDENT_COMMANDER);
    }

    public boolean isCustomerLiaison(String person) {
        return had(person, ResponderRole.CUSTOMER_LIAISON);
    }

    public boolean hasIncidentCommander() {
        return !responders
                .getOrDefault(ResponderRole.INCIDENT_COMMANDER, Set.of())
                .isEmpty();
    }

    private boolean had(String person, ResponderRole role) {
        return responders.getOrDefault(role, Set.of()).contains(person);
    }

    public String postmortemId() {
        return postmortemId;
    }

    /** The number of events so far. */
    public long version() {
        return version;
    }

    public String title() {
        return title;
    }

    public Status status() {
        return status;
    }

    /** Null where it is not known. */
    public Severity severity() {
        return severity;
    }

    public boolean required() {
        return required;
    }

    public Incident incident() {
        return incident;
    }

    public List<String> tags() {
        return tags;
    }

    /** Null while there is none. */
    public String owner() {
        return owner;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** Since when nobody owns it; null while somebody does. */
    public Instant unownedSince() {
        return unownedSince;
    }

    /** When it was submitted for review last; null where it never was here. */
    public Instant submittedAt() {
        return submittedAt;
    }

    /** When its review was finished last; null where it never was. */
    public Instant reviewedAt() {
        return reviewedAt;
    }

    /** The hash of the record it was imported from; null for one that was opened here. */
    public String importedHash() {
        return importedHash;
    }
}
