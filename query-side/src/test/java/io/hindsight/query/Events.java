package io.hindsight.query;

import io.hindsight.events.ActionItemEvent.ActionItemAdded;
import io.hindsight.events.EventMetadata;
import io.hindsight.events.LifecycleEvent.PostmortemOpened;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.events.TimelineEvent.TimelineEntryAdded;
import io.hindsight.query.fold.DocumentFold;
import io.hindsight.query.fold.PostmortemDocument;
import io.hindsight.query.fold.RecordedEvent;
import io.hindsight.words.ActionItemKind;
import io.hindsight.words.Deadline;
import io.hindsight.words.EntryKind;
import io.hindsight.words.Incident;
import io.hindsight.words.ObligationKind;
import io.hindsight.words.Priority;
import io.hindsight.words.Severity;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/** Events for tests, with good defaults. */
public final class Events {
    /** When the first event of a list is recorded; each one after it a minute later. */
    public static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    private Events() {}

    public static PostmortemOpened opened(String title, Severity severity) {
        return new PostmortemOpened("pm-1", title, severity, true, Incident.UNKNOWN, List.of());
    }

    public static PostmortemOpened opened() {
        return opened("Search was slow", Severity.SEV_1);
    }

    public static TimelineEntryAdded entry(String id, String at, EntryKind kind) {
        return new TimelineEntryAdded(id, OffsetDateTime.parse(at), null, kind, "Text", null, List.of());
    }

    public static TimelineEntryAdded entry(String id, String at, String text) {
        return new TimelineEntryAdded(
                id, at == null ? null : OffsetDateTime.parse(at), null, EntryKind.OBSERVATION, text, null, List.of());
    }

    public static ActionItemAdded item(String id, String owner) {
        return new ActionItemAdded(
                id,
                "Watch the queue",
                ActionItemKind.PREVENTION,
                Priority.P0,
                owner,
                null,
                null,
                List.of("sev1"),
                List.of());
    }

    public static Deadline due(ObligationKind kind, String subject, String at) {
        return new Deadline(kind, subject, at == null ? null : Instant.parse(at), null, "owner.single");
    }

    /** The events as the first ones of a postmortem, recorded by {@code ana}. */
    public static List<RecordedEvent> recorded(String id, PostmortemEvent... events) {
        List<RecordedEvent> recorded = new ArrayList<>();
        for (PostmortemEvent event : events) {
            recorded.add(new RecordedEvent(
                    id, recorded.size() + 1L, START.plusSeconds(60L * recorded.size()), event, metadata()));
        }
        return recorded;
    }

    public static PostmortemDocument folded(PostmortemEvent... events) {
        PostmortemDocument document = null;
        for (RecordedEvent event : recorded("pm-1", events)) {
            document = DocumentFold.fold(document, event);
        }
        return document;
    }

    public static Map<String, String> metadata() {
        return Map.of(EventMetadata.ACTOR, "ana", EventMetadata.COMMAND, "a-command");
    }

    /** Appends events to a postmortem's in an event store, in one transaction. */
    public static void append(EventStore store, TransactionManager transactions, String id, PostmortemEvent... events) {
        transactions.executeInTransaction(() -> {
            long next = store.lastSequenceNumberFor(id).orElse(-1L) + 1;
            List<GenericDomainEventMessage<?>> messages = new ArrayList<>();
            for (PostmortemEvent event : events) {
                messages.add(new GenericDomainEventMessage<>("Postmortem", id, next++, event, metadata()));
            }
            DefaultUnitOfWork.startAndGet(null).execute(() -> store.publish(messages));
        });
    }
}
