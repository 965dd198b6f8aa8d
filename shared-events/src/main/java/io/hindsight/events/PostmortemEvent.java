package io.hindsight.events;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A fact in the life of one postmortem. Its id, its number in the postmortem's history and the time at which it was
 * recorded stand with the event, not in it; who did it and why stand in its metadata ({@link EventMetadata}). What a rule
 * decided (a deadline, a quorum, tags) is in the event, so that a later change of policy rewrites no history.
 */
public sealed interface PostmortemEvent
        permits LifecycleEvent,
                OwnershipEvent,
                IncidentEvent,
                MeetingEvent,
                ResponderEvent,
                TimelineEvent,
                SectionEvent,
                FactorEvent,
                ImpactEvent,
                PointEvent,
                ActionItemEvent,
                ReviewEvent,
                CommentEvent,
                ExternalMessageEvent,
                InternalEmailEvent,
                DeadlineEvent,
                RestrictionEvent,
                SuggestionEvent,
                AlertEvent {

    /** Whether it is an edit so small that earlier reviews stand (rule {@code review.stale}). */
    default boolean minor() {
        return false;
    }

    /** The records of every event there is, in the order of their names. */
    static List<Class<? extends PostmortemEvent>> types() {
        return records(PostmortemEvent.class)
                .sorted((a, b) -> a.getSimpleName().compareTo(b.getSimpleName()))
                .toList();
    }

    private static Stream<Class<? extends PostmortemEvent>> records(Class<? extends PostmortemEvent> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(subtype -> records(subtype.asSubclass(PostmortemEvent.class)));
    }
}
