package io.hindsight.command.alert;

import io.hindsight.command.decision.Part;
import io.hindsight.events.AlertEvent.AlertFollowed;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.events.TimelineEvent.TimelineEntryAdded;
import io.hindsight.events.TimelineEvent.TimelineEntryCorrected;
import io.hindsight.events.TimelineEvent.TimelineEntryRetracted;
import io.hindsight.words.EntryKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the alerting said last, and which of its timeline entries stand as it told them. */
public final class FollowedAlert implements Part {
    private AlertFollowed last;
    private final Map<String, TimelineEntryAdded> untouched = new HashMap<>();
    /** The ids of all that ever were added. */
    private final Set<String> known = new HashSet<>();

    @Override
    public void evolve(PostmortemEvent event, long version, Instant at) {
        if (event instanceof AlertFollowed e) {
            last = e;
        } else if (event instanceof TimelineEntryAdded e && e.entryId().startsWith(AlertAccount.ENTRY)) {
            untouched.put(e.entryId(), e);
            known.add(e.entryId());
        } else if (event instanceof TimelineEntryCorrected e) {
            untouched.remove(e.entryId());
        } else if (event instanceof TimelineEntryRetracted e) {
            untouched.remove(e.entryId());
        }
    }

    /** What it said last; null where it never said anything. */
    AlertFollowed last() {
        return last;
    }

    /** Whether the alerting has told of this incident before. */
    public boolean hasSpoken() {
        return last != null;
    }

    /** Whether there never was such an entry. */
    boolean isNew(String entryId) {
        return !known.contains(entryId);
    }

    /** The ends of the incident that it told and that stand. */
    List<TimelineEntryAdded> ends() {
        return untouched.values().stream()
                .filter(entry -> entry.kind() == EntryKind.INCIDENT_RESOLVED)
                .toList();
    }

    /** The entry as it was told and stands; null where there is none, or where somebody has changed it. */
    TimelineEntryAdded untouched(String entryId) {
        return untouched.get(entryId);
    }
}
