package io.hindsight.command.timeline;

import io.hindsight.command.decision.Command;
import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.Limits;
import io.hindsight.command.decision.Permission;
import io.hindsight.command.decision.Rule;
import io.hindsight.command.decision.Wording.Text;
import io.hindsight.events.TimelineEvent.TimelineEntryAdded;
import io.hindsight.events.TimelineEvent.TimelineEntryCorrected;
import io.hindsight.events.TimelineEvent.TimelineEntryRetracted;
import io.hindsight.words.EntryKind;
import io.hindsight.words.Evidence;
import io.hindsight.words.Severity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What can be done to the timeline (rules {@code timeline.*}). */
public sealed interface TimelineCommand extends Command {

    /** That the marks as they stand are in order. */
    Consumer<Decision> MARKS_IN_ORDER = decision -> {
        Timeline timeline = decision.the(Timeline.class);
        requireInOrder(decision, timeline.start().orElse(null), timeline.end().orElse(null));
    };

    @Override
    default Permission permission() {
        return Permission.EDIT;
    }

    /**
     * Where the data of an entry comes from; one of the three at least.
     *
     * @param query the query or command that was used
     */
    record EvidenceGiven(
            @Pattern(regexp = Limits.WEB_URL, message = Limits.WEB_URL_MESSAGE) @Size(max = Limits.URL) String url,
            @Pattern(regexp = Limits.ONE_LINE, message = Limits.ONE_LINE_MESSAGE) @Size(max = Limits.LINE) String label,
            @Size(max = Limits.TEXT) String query) {

        /** Evidence that says nothing would pass for evidence (rule {@code timeline.evidence}). */
        @AssertTrue(message = "must have a url, a label or a query")
        boolean isFollowable() {
            return Stream.of(url, label, query).anyMatch(said -> said != null && !said.isBlank());
        }

        static List<Evidence> all(List<EvidenceGiven> given) {
            return given == null
                    ? null
                    : given.stream()
                            .map(one -> new Evidence(one.url, one.label, one.query))
                            .toList();
        }
    }

    /**
     * Something happened at a time.
     *
     * @param at ISO-8601 with any offset; it is kept as given and as UTC
     * @param kind {@code observation} where none is given
     * @param severity the severity from then on, for an entry that marks its change
     */
    record AddTimelineEntry(
            @Pattern(regexp = Limits.ENTRY_ID, message = Limits.ENTRY_ID_MESSAGE) String entryId,
            @NotNull OffsetDateTime at,
            EntryKind kind,
            @NotBlank @Size(max = Limits.TEXT) String text,
            Severity severity,
            @Size(max = Limits.LIST) List<@NotNull @Valid EvidenceGiven> evidence)
            implements TimelineCommand {

        @Override
        public void decide(Decision decision) {
            Timeline timeline = decision.the(Timeline.class);
            String id = decision.idOf("entryId", entryId);
            TimelineEntryAdded added = new TimelineEntryAdded(
                    id,
                    at,
                    null,
                    kind == null ? EntryKind.OBSERVATION : kind,
                    text,
                    severity,
                    EvidenceGiven.all(evidence));
            decision.requireNewPart(timeline.isUnused(id), "entryId", id);
            decision.requireEditable();
            requireMarksInOrder(decision, timeline, added);
            Times.require(decision, added);
            requireEvidence(decision, added);
            decision.requireBlameless(new Text("text", text));
            decision.emit(added);
        }
    }

    /**
     * An entry was wrong: what is given replaces what it said; its first values stay with it.
     *
     * @param severity null takes it away
     * @param minor leaves earlier reviews standing (rule {@code review.stale}): only the text or the evidence is put better
     */
    record CorrectTimelineEntry(
            @NotBlank String entryId,
            OffsetDateTime at,
            EntryKind kind,
            @Pattern(regexp = Limits.NOT_BLANK, message = Limits.NOT_BLANK_MESSAGE) @Size(max = Limits.TEXT)
                    String text,
            Optional<Severity> severity,
            @Size(max = Limits.LIST) List<@NotNull @Valid EvidenceGiven> evidence,
            Boolean minor)
            implements TimelineCommand {

        @Override
        public boolean needsReason() {
            return true;
        }

        @Override
        @SuppressWarnings("NullableOptional") // null is "left out", empty is "none": what JSON tells apart
        public void decide(Decision decision) {
            Timeline timeline = decision.the(Timeline.class);
            TimelineEntryAdded entry = timeline.entry(entryId);
            decision.requirePart(entry != null, "entryId", entryId);
            TimelineEntryCorrected correction = new TimelineEntryCorrected(
                    entryId,
                    at,
                    kind,
                    text,
                    severity == null ? null : severity.orElse(null),
                    EvidenceGiven.all(evidence),
                    Boolean.TRUE.equals(minor),
                    severity != null && severity.isEmpty());
            TimelineEntryAdded corrected = Timeline.corrected(entry, correction);
            if (corrected.equals(entry)) {
                return;
            }
            decision.requireEditable();
            decision.requireTypoSize(
                    correction.minor(),
                    Objects.equals(corrected.at(), entry.at())
                            && corrected.kind() == entry.kind()
                            && corrected.severity() == entry.severity(),
                    "Another time, kind or severity");
            requireMarksInOrder(decision, timeline, corrected);
            if (!Objects.equals(corrected.at(), entry.at()) || corrected.kind() != entry.kind()) {
                Times.require(decision, corrected);
            }
            requireEvidence(decision, corrected);
            decision.requireBlameless(new Text("text", text));
            decision.emit(correction);
        }
    }

    /** An entry does not belong to the timeline. */
    record RetractTimelineEntry(@NotBlank String entryId) implements TimelineCommand {

        @Override
        public boolean needsReason() {
            return true;
        }

        @Override
        public void decide(Decision decision) {
            decision.requirePart(decision.the(Timeline.class).entry(entryId) != null, "entryId", entryId);
            decision.requireEditable();
            decision.emit(new TimelineEntryRetracted(entryId));
        }
    }

    /** One start and one end at most, in that order; one whose time is not known is a mark all the same. */
    private static void requireMarksInOrder(Decision decision, Timeline timeline, TimelineEntryAdded entry) {
        Optional<TimelineEntryAdded> start = timeline.mark(EntryKind.INCIDENT_STARTED, entry.entryId());
        Optional<TimelineEntryAdded> end = timeline.mark(EntryKind.INCIDENT_RESOLVED, entry.entryId());
        if (entry.kind() == EntryKind.INCIDENT_STARTED) {
            start.ifPresent(mark -> refuseSecond(decision, "start", mark));
            end.ifPresent(mark -> requireInOrderAtLast(decision, entry.at(), mark.at()));
        } else if (entry.kind() == EntryKind.INCIDENT_RESOLVED) {
            end.ifPresent(mark -> refuseSecond(decision, "resolution", mark));
            start.ifPresent(mark -> requireInOrderAtLast(decision, mark.at(), entry.at()));
        }
    }

    private static void refuseSecond(Decision decision, String what, TimelineEntryAdded mark) {
        decision.require(
                false,
                Rule.TIMELINE_MARKS,
                "The timeline has its one " + what + " already: correct or retract the entry " + mark.entryId());
    }

    /** Among several commands a later one may move the other mark. */
    private static void requireInOrderAtLast(Decision decision, OffsetDateTime start, OffsetDateTime end) {
        if (decision.isAmongSeveral()) {
            decision.requireAtLast(MARKS_IN_ORDER);
        } else {
            requireInOrder(decision, start, end);
        }
    }

    private static void requireInOrder(Decision decision, OffsetDateTime start, OffsetDateTime end) {
        decision.require(
                start == null || end == null || !end.isBefore(start),
                Rule.TIMELINE_MARKS,
                "The incident starts no later than it is resolved; the marks say from " + start + " to " + end);
    }

    private static void requireEvidence(Decision decision, TimelineEntryAdded entry) {
        decision.require(
                !entry.evidence().isEmpty(),
                Rule.TIMELINE_EVIDENCE,
                "Name where the data of this entry" + decision.amongSeveral()
                        + " comes from: a graph, a search, a log, a post, or the query");
    }

    /** What the rules find in the entries as they stand. */
    static void assess(Decision decision) {
        List<TimelineEntryAdded> entries = decision.the(Timeline.class).entries();
        List<String> bare = entries.stream()
                .filter(entry -> entry.evidence().isEmpty())
                .map(TimelineEntryAdded::entryId)
                .toList();
        decision.require(
                bare.isEmpty(),
                Rule.TIMELINE_EVIDENCE,
                "Name where the data of these entries comes from (correct-timeline-entry): " + String.join(", ", bare));
        Times.assess(decision);
        decision.requireBlameless(entries.stream()
                .map(entry -> new Text("timeline[" + entry.entryId() + "].text", entry.text()))
                .toArray(Text[]::new));
    }
}
