package io.hindsight.command.policy;

import io.hindsight.command.decision.Policies;
import io.hindsight.command.postmortem.CommandSender;
import io.hindsight.command.postmortem.Ids;
import io.hindsight.command.postmortem.SettleDeadlines;
import io.hindsight.events.EventMetadata;
import io.hindsight.events.PolicyEvent;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.eventstore.PostmortemIds;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets what is still owed follow the policy. It reads every event: after a change of the policy each postmortem under way is
 * settled, and so is one that something was decided on under an older policy than the one in force, which another command
 * side may do for a moment. Its position is kept in the event store's database, so a crash costs nothing but doing the last
 * few again, and settling twice changes nothing. Of several command sides one does it.
 */
@Component
class PolicyFollower implements SmartLifecycle, EventHandlerInvoker {
    private static final String NAME = "policy-follower";
    private static final int BATCH = 100;

    private final Policies policies;
    private final CommandSender sender;
    private final PostmortemIds postmortems;
    private final Ids ids;
    private final EventStore events;
    private final TokenStore tokens;
    private final TransactionManager transactions;
    private TrackingEventProcessor processor;

    PolicyFollower(
            Policies policies,
            CommandSender sender,
            PostmortemIds postmortems,
            Ids ids,
            EventStore events,
            TokenStore tokens,
            TransactionManager transactions) {
        this.policies = policies;
        this.sender = sender;
        this.postmortems = postmortems;
        this.ids = ids;
        this.events = events;
        this.tokens = tokens;
        this.transactions = transactions;
    }

    @Override
    public synchronized void start() {
        // Here and not by the processor, some time later: what comes after the start is followed.
        transactions.executeInTransaction(this::beginAtTheEnd);
        processor = TrackingEventProcessor.builder()
                .name(NAME)
                .messageSource(events)
                .tokenStore(tokens)
                // None is open while postmortems are settled: it would hold the position's row, so that its claim could
                // not be renewed, and for longer than the store lets a transaction live.
                .transactionManager(NoTransactionManager.INSTANCE)
                .eventHandlerInvoker(this)
                .errorHandler(PropagatingErrorHandler.INSTANCE)
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andBatchSize(BATCH)
                        .andInitialTrackingToken(StreamableMessageSource::createHeadToken)
                        .andTokenClaimInterval(1, TimeUnit.SECONDS)
                        .andEventAvailabilityTimeout(1, TimeUnit.SECONDS))
                .build();
        processor.start();
    }

    private void beginAtTheEnd() {
        if (tokens.fetchSegments(NAME).length == 0) {
            tokens.initializeTokenSegments(NAME, 1, events.createHeadToken());
        }
    }

    @Override
    public synchronized void stop() {
        processor.shutDown();
        processor = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return processor != null;
    }

    /**
     * How far it is, in the event store.
     *
     * @param error what keeps it from going on; null where nothing does
     */
    record Place(long position, Throwable error) {}

    /** Where it is; empty where another command side does it. */
    synchronized Optional<Place> place() {
        return Optional.ofNullable(processor)
                .flatMap(running -> running.processingStatus().values().stream().findFirst())
                .map(status -> new Place(
                        status.getTrackingToken() == null
                                ? 0
                                : status.getTrackingToken().position().orElse(0),
                        status.isErrorState() ? status.getError() : null));
    }

    /**
     * After Axon has registered who handles commands ({@code DEFAULT_PHASE - 3072}): what is waiting to be followed takes them.
     * Before the policy is seeded and the web takes requests: the first change of all is followed too.
     */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 2_500;
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return PolicyEvent.class.isAssignableFrom(event.getPayloadType())
                || PostmortemEvent.class.isAssignableFrom(event.getPayloadType());
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) {
        DomainEventMessage<?> recorded = (DomainEventMessage<?>) event;
        if (PolicyEvent.class.isAssignableFrom(event.getPayloadType())) {
            long version = recorded.getSequenceNumber() + 1;
            // Where it has changed again since, the event of that change is on its way here.
            if (policies.atLeast(version).version() == version) {
                apart(() -> settleAll(version, segment));
            }
        } else {
            long decidedUnder =
                    Long.parseLong((String) event.getMetaData().getOrDefault(EventMetadata.POLICY_VERSION, "0"));
            long version = policies.atLeast(0).version();
            if (decidedUnder < version) {
                apart(() -> settle(recorded.getAggregateIdentifier(), version));
            }
        }
    }

    private void settleAll(long version, Segment segment) {
        int settled = 0;
        for (String id : postmortems.underWay()) {
            settle(id, version);
            if (++settled % BATCH == 0) {
                tokens.extendClaim(NAME, segment.getSegmentId());
            }
        }
    }

    private void settle(String id, long version) {
        sender.send(new SettleDeadlines(id, version, ids.next()));
    }

    /** Outside the processor's unit of work, which would take in those of the commands. */
    private static void apart(Runnable work) {
        try {
            CompletableFuture.runAsync(work).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
