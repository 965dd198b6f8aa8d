package io.hindsight.command.postmortem;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.hindsight.command.actionitem.ActionItems;
import io.hindsight.command.alert.FollowAlert;
import io.hindsight.command.alert.FollowedAlert;
import io.hindsight.command.comment.Comments;
import io.hindsight.command.decision.Actor;
import io.hindsight.command.decision.Command;
import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.Origin;
import io.hindsight.command.decision.Part;
import io.hindsight.command.decision.Policies;
import io.hindsight.command.decision.Policies.InForce;
import io.hindsight.command.decision.Refusal;
import io.hindsight.command.decision.Refusal.Kind;
import io.hindsight.command.decision.RuleMessage;
import io.hindsight.command.decision.Standing;
import io.hindsight.command.externalmessage.ExternalMessage;
import io.hindsight.command.factor.Factors;
import io.hindsight.command.impact.Impact;
import io.hindsight.command.internalemail.InternalEmails;
import io.hindsight.command.lifecycle.LifecycleCommand;
import io.hindsight.command.meeting.Invitees;
import io.hindsight.command.meeting.Meeting;
import io.hindsight.command.obligation.Obligations;
import io.hindsight.command.point.Points;
import io.hindsight.command.postmortem.Answer.MadePart;
import io.hindsight.command.postmortem.AnsweredRequests.Answered;
import io.hindsight.command.readiness.AskReadiness;
import io.hindsight.command.readiness.Readiness;
import io.hindsight.command.responder.Responders;
import io.hindsight.command.review.Reviews;
import io.hindsight.command.section.Sections;
import io.hindsight.command.suggestion.Suggestions;
import io.hindsight.command.timeline.Timeline;
import io.hindsight.events.EventMetadata;
import io.hindsight.events.PostmortemEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * One postmortem: the root of its parts. It takes a whole request at a time, holds what spans all commands (who may, which
 * version, which repetition) and leaves each decision to the command and each subject to its part. The revision is that of
 * its snapshots: one of another revision is passed over and the events are read instead.
 */
@Revision("13")
@Aggregate(type = "Postmortem", cache = "postmortemCache", snapshotTriggerDefinition = "postmortemSnapshots")
public class Postmortem {
    @AggregateIdentifier
    private String id;

    private final Standing standing = new Standing();
    private final Timeline timeline = new Timeline();
    private final Sections sections = new Sections();
    private final Factors factors = new Factors();
    private final Impact impact = new Impact();
    private final Points points = new Points();
    private final ActionItems actionItems = new ActionItems();
    private final Responders responders = new Responders();
    private final Meeting meeting = new Meeting();
    private final Reviews reviews = new Reviews();
    private final Comments comments = new Comments();
    private final InternalEmails internalEmails = new InternalEmails();
    private final ExternalMessage externalMessage = new ExternalMessage();
    private final Suggestions suggestions = new Suggestions();
    private final FollowedAlert followedAlert = new FollowedAlert();
    private final Obligations obligations = new Obligations();
    private final Volume volume = new Volume();
    private final AnsweredRequests answeredRequests = new AnsweredRequests();
    /** The newest version of the policy that something was decided under. */
    private long policyVersion;

    /** For Axon, which folds the events into it. */
    protected Postmortem() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(Request request, Policies policies, Clock clock, Ids ids, StreamHead head) {
        long loaded = standing.version();
        try {
            Answer answer = decide(request, policies.atLeast(policyVersion), now(clock), ids);
            if (standing.version() == loaded) {
                requireFresh(request.postmortemId(), loaded, head);
            }
            return answer;
        } catch (Refusal refusal) {
            requireFresh(request.postmortemId(), loaded, head);
            throw refusal;
        }
    }

    /** Where there is none to load, this one says so: Axon would log it as a fault. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Readiness handle(AskReadiness question, Policies policies, Clock clock, StreamHead head) {
        if (!standing.isOpened() || !standing.isKnownTo(question.actor())) {
            throw Refusal.postmortemNotFound(question.postmortemId());
        }
        Decision decision = new Decision(
                id,
                parts(),
                question.actor(),
                null,
                false,
                now(clock),
                policies.atLeast(policyVersion).policy(),
                Postmortem::nothingIsMade,
                "",
                (event, warned, part, origin) -> {
                    throw new IllegalStateException("A question changes nothing");
                });
        Readiness readiness = Readiness.of(decision);
        requireFresh(id, standing.version(), head);
        return readiness;
    }

    /** The policy has changed: what is still owed follows, said by whoever changed the policy. */
    @CommandHandler
    void handle(SettleDeadlines settling, Policies policies, Clock clock, Ids ids, StreamHead head) {
        long loaded = standing.version();
        InForce inForce = policies.atLeast(Math.max(policyVersion, settling.policyVersion()));
        if (standing.isUnderWay()) {
            Actor actor = new Actor(inForce.changedBy(), Set.of(), inForce.onBehalfOf());
            Request request =
                    new Request(settling.postmortemId(), List.of(), actor, null, null, null, settling.correlationId());
            String reason = "The policy is at version " + inForce.version()
                    + (inForce.reason() == null ? "" : ": " + inForce.reason());
            Instruction settle = new Instruction(SettleDeadlines.NAME, null, reason);
            Decision decision = new Decision(
                    id,
                    parts(),
                    actor,
                    reason,
                    false,
                    now(clock),
                    inForce.policy(),
                    ids::next,
                    "",
                    (event, warned, part, origin) ->
                            apply(event, metadata(request, settle, inForce, warned, part, origin)));
            ActionItems.retag(decision);
            Obligations.settle(decision);
        }
        if (standing.version() == loaded) {
            requireFresh(settling.postmortemId(), loaded, head);
        }
    }

    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String nothingIsMade() {
        throw new IllegalStateException("A question makes nothing");
    }

    /**
     * What was decided on an old copy may be wrong. Where events are appended the store finds out; where none are, this does.
     */
    private static void requireFresh(String postmortemId, long loaded, StreamHead head) {
        if (head.version(postmortemId) != loaded) {
            throw new StaleCopyException(postmortemId);
        }
    }

    /** Before anything else is said of the postmortem, such as its version: whether there is one for this caller. */
    private void requireKnown(Request request) {
        Command first = request.instructions().get(0).command();
        boolean beginning = first instanceof LifecycleCommand.Beginning;
        // An alert that is followed goes on telling of its incident, whoever else may know of the postmortem since.
        boolean known =
                standing.isKnownTo(request.actor()) || first instanceof FollowAlert && followedAlert.hasSpoken();
        if (beginning && !known) {
            throw Refusal.idInUse();
        }
        if (!beginning && !(known && standing.isOpened())) {
            throw Refusal.postmortemNotFound(request.postmortemId());
        }
    }

    private Answer decide(Request request, InForce inForce, Instant now, Ids ids) {
        requireKnown(request);
        Answered before = answeredRequests.answered(request.actor(), request.idempotencyKey());
        if (before != null) {
            if (!before.requestHash().equals(request.requestHash())) {
                throw new Refusal(Kind.IDEMPOTENCY_KEY_REUSED, "This idempotency key came with another request before");
            }
            return new Answer(id, before.version(), before.warnings(), before.made());
        }
        if (request.ifMatch() != null && !request.ifMatch().contains(standing.version())) {
            throw Refusal.versionStale("postmortem", standing.version(), request.ifMatch());
        }
        long written = volume.characters();
        List<RuleMessage> warnings = new ArrayList<>();
        List<MadePart> made = new ArrayList<>();
        Set<Consumer<Decision>> atLast = new LinkedHashSet<>();
        Decision last = null;
        for (Instruction instruction : request.instructions()) {
            Decision decision = new Decision(
                    request.postmortemId(),
                    parts(),
                    request.actor(),
                    instruction.reason(),
                    request.ifMatch() != null,
                    now,
                    inForce.policy(),
                    ids::next,
                    request.placeOf(instruction),
                    (event, warned, part, origin) -> {
                        warnings.addAll(warned);
                        if (part != null) {
                            made.add(new MadePart(instruction.name(), part.name(), part.id()));
                        }
                        apply(event, metadata(request, instruction, inForce, warned, part, origin));
                    });
            if (!decision.allows(instruction.command().permission())) {
                throw Refusal.notAllowed(
                        instruction.name(), instruction.command().permission());
            }
            boolean wasUnderWay = standing.isUnderWay();
            instruction.command().decide(decision);
            if (!instruction.command().tellsAll()) {
                follow(decision, wasUnderWay);
            }
            warnings.addAll(decision.end());
            atLast.addAll(decision.last());
            last = decision;
        }
        for (Consumer<Decision> check : atLast) {
            check.accept(last);
        }
        if (last != null) {
            warnings.addAll(last.end());
        }
        if (volume.characters() > Math.max(written, Volume.MOST)) {
            throw new Refusal(
                    Kind.TOO_LARGE,
                    "The postmortem would hold more than " + Volume.MOST
                            + " characters; keep long material elsewhere and link it as evidence");
        }
        return new Answer(id, standing.version(), List.copyOf(warnings), List.copyOf(made));
    }

    /**
     * What follows from any command: stale reviews, tags, whom the meeting needs, and deadlines. Of one that is past, nothing
     * is computed anew: the policy may have changed since, and a command that works on one action item decides that one.
     */
    private void follow(Decision decision, boolean wasUnderWay) {
        Reviews.staleAfterEdit(decision);
        if (wasUnderWay || standing.isUnderWay()) {
            ActionItems.retag(decision);
            Invitees.settle(decision);
            Obligations.settle(decision);
        }
    }

    private static MetaData metadata(
            Request request,
            Instruction instruction,
            InForce inForce,
            List<RuleMessage> warnings,
            Decision.Made made,
            Origin origin) {
        Map<String, Object> metadata = new HashMap<>();
        metadata.put(EventMetadata.POLICY_VERSION, String.valueOf(inForce.version()));
        metadata.put(EventMetadata.ACTOR, request.actor().name());
        metadata.put(EventMetadata.COMMAND, instruction.name());
        metadata.put(EventMetadata.CORRELATION_ID, request.correlationId());
        putIfThere(metadata, EventMetadata.ON_BEHALF_OF, request.actor().onBehalfOf());
        putIfThere(metadata, EventMetadata.REASON, origin.reason() == null ? instruction.reason() : origin.reason());
        putIfThere(metadata, EventMetadata.ORIGINAL_AT, origin.at() == null ? null : "" + origin.at());
        putIfThere(metadata, EventMetadata.ORIGINAL_ACTOR, origin.person());
        putIfThere(metadata, EventMetadata.IDEMPOTENCY_KEY, request.idempotencyKey());
        putIfThere(metadata, EventMetadata.REQUEST_HASH, request.requestHash());
        RecordedAnswer.record(metadata, warnings, made);
        return MetaData.from(metadata);
    }

    private static void putIfThere(Map<String, Object> metadata, String key, String value) {
        if (value != null) {
            metadata.put(key, value);
        }
    }

    @EventSourcingHandler
    void evolve(PostmortemEvent event, MetaData metadata, @SequenceNumber long sequence, @Timestamp Instant at) {
        long version = sequence + 1;
        Object original = metadata.get(EventMetadata.ORIGINAL_AT);
        Instant happened = original == null ? at : Instant.parse((String) original);
        String person = person(metadata);
        parts().forEach(part -> {
            part.evolve(event, version, happened);
            part.account(event, person);
        });
        id = standing.postmortemId();
        answeredRequests.evolve(metadata, version);
        Object decidedUnder = metadata.get(EventMetadata.POLICY_VERSION);
        if (decidedUnder != null) {
            policyVersion = Math.max(policyVersion, Long.parseLong((String) decidedUnder));
        }
    }

    /** Whose deed it was: who an export says did it, for whom an integration acted, else who acted. */
    private static String person(MetaData metadata) {
        return Stream.of(EventMetadata.ORIGINAL_ACTOR, EventMetadata.ON_BEHALF_OF, EventMetadata.ACTOR)
                .map(key -> (String) metadata.get(key))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private List<Part> parts() {
        return List.of(
                standing,
                timeline,
                sections,
                factors,
                impact,
                points,
                actionItems,
                responders,
                meeting,
                reviews,
                comments,
                externalMessage,
                internalEmails,
                suggestions,
                followedAlert,
                volume,
                obligations);
    }
}
