package io.hindsight.query.fold;

import io.hindsight.words.EntryKind;
import io.hindsight.words.IncidentCourse;
import io.hindsight.words.IncidentCourse.Moment;
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

    /** The course of the incident as the document tells it. */
    static IncidentCourse course(PostmortemDocument document) {
        return new IncidentCourse(
                document.incident().startedAt(),
                document.incident().resolvedAt(),
                document.severity(),
                document.timeline().stream()
                        .map(entry -> new Moment(entry.at(), entry.kind(), entry.severity()))
                        .toList());
    }

    /**
     * Null where none is known.
     *
     * @param detectedAt as is known of the incident
     */
    static Durations of(IncidentCourse course, Instant detectedAt) {
        Instant start = course.start();
        Instant detected = or(first(course, EntryKind.DETECTED), detectedAt);
        Instant alarmed = or(first(course, EntryKind.PAGED), detected);
        Durations durations = new Durations(
                between(start, detected),
                between(alarmed, firstFrom(course, EntryKind.ACTION, alarmed)),
                between(start, first(course, EntryKind.MITIGATED)),
                between(start, course.end()));
        return durations.equals(UNKNOWN) ? null : durations;
    }

    private static Instant first(IncidentCourse course, EntryKind kind) {
        return firstTime(times(course, kind), at -> true);
    }

    private static Instant firstFrom(IncidentCourse course, EntryKind kind, Instant from) {
        return from == null ? null : firstTime(times(course, kind), at -> !at.isBefore(from));
    }

    private static Stream<Instant> times(IncidentCourse course, EntryKind kind) {
        return course.moments().stream().filter(moment -> moment.kind() == kind).map(Moment::at);
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
