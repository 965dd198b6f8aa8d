package io.hindsight.command.alert;

import io.hindsight.events.AlertEvent.AlertFollowed;
import io.hindsight.events.TimelineEvent.TimelineEntryAdded;
import io.hindsight.words.Severity;
import java.util.List;
import java.util.Set;

/**
 * All that the alerting tells of one incident, put in order: the same whatever order it was heard in.
 *
 * @param now what it says of the incident now
 * @param reference what the incident is called there
 * @param severities every severity that it ever had there
 * @param entries what happened when, in order; the ids begin with {@link #ENTRY}
 */
public record AlertAccount(
        AlertFollowed now, String reference, Set<Severity> severities, List<TimelineEntryAdded> entries) {

    /** How the ids of timeline entries begin that the alerting tells of. */
    public static final String ENTRY = "alert-";

    public AlertAccount {
        severities = Set.copyOf(severities);
        entries = List.copyOf(entries);
    }
}
