package io.hindsight.command.alert;

import io.hindsight.command.decision.Decision;
import io.hindsight.command.timeline.Timeline;
import io.hindsight.events.TimelineEvent.TimelineEntryAdded;
import io.hindsight.events.TimelineEvent.TimelineEntryRetracted;
import io.hindsight.words.EntryKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The timeline entries that the alerting tells of. One that is told otherwise now is retracted and told again: nobody was wrong
 * who could say why, and the timeline is the same as if all had been heard in order. What people have changed is theirs.
 */
final class AlertEntries {
    private AlertEntries() {}

    static void tell(Decision decision, List<TimelineEntryAdded> account) {
        FollowedAlert followed = decision.the(FollowedAlert.class);
        List<TimelineEntryAdded> telling = new ArrayList<>();
        Set<Instant> told = new HashSet<>();
        for (TimelineEntryAdded said : withEndsOfBefore(followed, account)) {
            TimelineEntryAdded entry = beside(decision, said);
            TimelineEntryAdded standing = followed.untouched(entry.entryId());
            Instant at = entry.at().toInstant();
            boolean changed = followed.isNew(entry.entryId()) || standing != null && !standing.equals(entry);
            // Entries of one time stand in the order they are told in: what comes after a new one is told again.
            if (changed || standing != null && told.contains(at)) {
                telling.add(entry);
                told.add(at);
            }
        }
        telling.stream()
                .map(TimelineEntryAdded::entryId)
                .filter(id -> followed.untouched(id) != null)
                .toList()
                .forEach(id -> decision.emit(new TimelineEntryRetracted(id)));
        telling.forEach(decision::emit);
    }

    /** What an export brought was heard elsewhere, so that the account does not tell it: an end among it came before those of here. */
    private static List<TimelineEntryAdded> withEndsOfBefore(FollowedAlert followed, List<TimelineEntryAdded> account) {
        Set<String> ids = account.stream().map(TimelineEntryAdded::entryId).collect(Collectors.toSet());
        return Stream.concat(
                        followed.ends().stream()
                                .filter(end -> !ids.contains(end.entryId()))
                                .map(end -> as(EntryKind.MITIGATED, end)),
                        account.stream())
                .toList();
    }

    private static TimelineEntryAdded as(EntryKind kind, TimelineEntryAdded entry) {
        return new TimelineEntryAdded(
                entry.entryId(), entry.at(), entry.atText(), kind, entry.text(), entry.severity(), entry.evidence());
    }

    /** The end of the incident is marked once and after its start (rule {@code timeline.marks}); the marks of people stand. */
    private static TimelineEntryAdded beside(Decision decision, TimelineEntryAdded entry) {
        if (entry.kind() != EntryKind.INCIDENT_RESOLVED) {
            return entry;
        }
        Timeline timeline = decision.the(Timeline.class);
        boolean marked = timeline.isMarkedBy(
                EntryKind.INCIDENT_RESOLVED,
                id -> decision.the(FollowedAlert.class).untouched(id) == null);
        boolean tooEarly =
                timeline.start().filter(start -> entry.at().isBefore(start)).isPresent();
        return marked || tooEarly ? as(EntryKind.OBSERVATION, entry) : entry;
    }
}
