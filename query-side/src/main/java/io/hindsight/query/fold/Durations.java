package io.hindsight.query.fold;

import io.hindsight.query.fold.PostmortemDocument.TimelineEntry;
import io.hindsight.words.EntryKind;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How long the response took, computed from the marks of the timeline (rule {@code timeline.marks}); null is not known. A mark
 * that the timeline lacks is taken from what is known of the incident. Marks that contradict each other give no duration.
 *
 * @param toDetect from the start of the incident to its detection
 * @param toAcknowledge from the first page, else the detection, to the first action from then on
 * @param toMitigate from the start to the first mitigation
 * @param toResolve from the start to the resolution
 */
public record Durations(Duration toDetect, Duration toAcknowledge, Duration toMitigate, Duration toResolve) {
    private static final Durations UNKNOWN = new Durations(null, null, null, null);

    /** Null where none is known. */
    static Durations of(PostmortemDocument document) {
        Instant start = start(document);
        Instant detected =
                or(first(document, EntryKind.DETECTED), document.incident().detectedAt());
        Instant alarmed = or(first(document, EntryKind.PAGED), detected);
        Durations durations = new Durations(
                between(start, detected),
                between(alarmed, firstFrom(document, EntryKind.ACTION, alarmed)),
                between(start, first(document, EntryKind.MITIGATED)),
                between(start, end(document)));
        return durations.equals(UNKNOWN) ? null : durations;
    }

    /** When the incident began; its cause may have begun long before. */
    static Instant start(PostmortemDocument document) {
        return or(
                first(document, EntryKind.INCIDENT_STARTED), document.incident().startedAt());
    }

    /** When it was resolved; null while it goes on. */
    static Instant end(PostmortemDocument document) {
        return or(
                first(document, EntryKind.INCIDENT_RESOLVED),
                document.incident().resolvedAt());
    }

    private static Instant first(PostmortemDocument document, EntryKind kind) {
        return firstTime(times(document, kind), at -> true);
    }

    private static Instant firstFrom(PostmortemDocument document, EntryKind kind, Instant from) {
        return from == null ? null : firstTime(times(document, kind), at -> !at.isBefore(from));
    }

    private static Stream<Instant> times(PostmortemDocument document, EntryKind kind) {
        return document.timeline().stream()
                .filter(entry -> entry.kind() == kind && entry.at() != null)
                .map(TimelineEntry::at);
    }

    private static Instant firstTime(Stream<Instant> times, Predicate<Instant> which) {
        return times.filter(which).findFirst().orElse(null);
    }

    private static Instant or(Instant marked, Instant known) {
        return marked == null ? known : marked;
    }

    private static Duration between(Instant from, Instant to) {
        return from == null || to == null || to.isBefore(from) ? null : Duration.between(from, to);
    }
}
