package io.hindsight.events;

import io.hindsight.words.EntryKind;
import io.hindsight.words.Evidence;
import io.hindsight.words.Severity;
import java.time.OffsetDateTime;
import java.util.List;

/** The account of what happened when (rules {@code timeline.*}). */
public sealed interface TimelineEvent extends PostmortemEvent {

    /** Something happened at a time.
     *
     * @param at the time with the offset it was given in; null where it is not known
     * @param atText what the source says of the time where that says more than {@code at}, or null
     * @param text null where an imported record says only when
     * @param severity the severity from then on, for an entry that marks its change; null otherwise
     */
    @StoredAs("timeline-entry-added")
    record TimelineEntryAdded(
            String entryId,
            OffsetDateTime at,
            String atText,
            EntryKind kind,
            String text,
            Severity severity,
            List<Evidence> evidence)
            implements TimelineEvent {
        public TimelineEntryAdded {
            evidence = evidence == null ? List.of() : List.copyOf(evidence);
        }
    }

    /** An entry was wrong; what is null was right. The reason says why.
     *
     * @param minor an edit that leaves earlier reviews standing (rule {@code review.stale})
     * @param severityRemoved the entry marks no severity after all
     */
    @StoredAs(value = "timeline-entry-corrected", revision = 3)
    record TimelineEntryCorrected(
            String entryId,
            OffsetDateTime at,
            EntryKind kind,
            String text,
            Severity severity,
            List<Evidence> evidence,
            boolean minor,
            boolean severityRemoved)
            implements TimelineEvent {
        public TimelineEntryCorrected {
            evidence = evidence == null ? null : List.copyOf(evidence);
        }

        /** The severity that an entry marks which marked this one before; null for none. */
        public Severity severityAfter(Severity before) {
            return severityRemoved || severity != null ? severity : before;
        }
    }

    /** An entry does not belong to the timeline; the reason says why. */
    @StoredAs("timeline-entry-retracted")
    record TimelineEntryRetracted(String entryId) implements TimelineEvent {}
}
