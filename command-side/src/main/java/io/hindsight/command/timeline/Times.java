package io.hindsight.command.timeline;

import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.Rule;
import io.hindsight.events.TimelineEvent.TimelineEntryAdded;
import io.hindsight.words.EntryKind;
import io.hindsight.words.Handling;
import io.hindsight.words.Incident;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;

/** What the times of the incident and of its timeline have to be (rules {@code timeline.times}, {@code timeline.marks}). */
public final class Times {
    /** Clocks differ, and who writes a time down to the minute does not contradict who has it to the second. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    /** The marks of the times that the incident has too. */
    private static final List<EntryKind> OF_THE_INCIDENT =
            List.of(EntryKind.INCIDENT_STARTED, EntryKind.DETECTED, EntryKind.INCIDENT_RESOLVED);

    private Times() {}

    /** Those times of the incident that it did not have before: they have come, and the timeline marks no others. */
    public static void require(Decision decision, Incident before, Incident now) {
        for (EntryKind kind : OF_THE_INCIDENT) {
            OffsetDateTime at = of(now, kind);
            if (at != null && !at.equals(of(before, kind))) {
                requireNotToCome(decision, "The time at which the incident " + verb(kind), at);
                requireAgreement(decision, kind, decision.the(Timeline.class).first(kind, null), at);
            }
        }
    }

    /** The time of an entry that is about to be written: it has come, and the incident has no other where the entry marks one. */
    static void require(Decision decision, TimelineEntryAdded entry) {
        requireNotToCome(decision, "The time of the entry", entry.at());
        if (OF_THE_INCIDENT.contains(entry.kind())) {
            requireAgreement(
                    decision,
                    entry.kind(),
                    decision.the(Timeline.class).first(entry.kind(), entry),
                    of(decision.standing().incident(), entry.kind()));
        }
    }

    /** What the rules find in the times as they stand. */
    static void assess(Decision decision) {
        Timeline timeline = decision.the(Timeline.class);
        timeline.entries()
                .forEach(entry -> requireNotToCome(decision, "The time of the entry " + entry.entryId(), entry.at()));
        Incident incident = decision.standing().incident();
        for (EntryKind kind : OF_THE_INCIDENT) {
            OffsetDateTime at = of(incident, kind);
            requireNotToCome(decision, "The time at which the incident " + verb(kind), at);
            requireSame(decision, kind, timeline.first(kind, null), at);
        }
    }

    private static void requireNotToCome(Decision decision, String what, OffsetDateTime at) {
        decision.require(
                at == null || !at.toInstant().isAfter(decision.now().plus(TOLERANCE)),
                Rule.TIMELINE_TIMES,
                what + ", " + at + ", is yet to come; what is told has happened (it is now " + decision.now() + ")");
    }

    /** Who refuses contradictions lets a request that corrects both sides pass: each of its commands would make one. */
    private static void requireAgreement(
            Decision decision, EntryKind kind, OffsetDateTime marked, OffsetDateTime known) {
        if (decision.policy().handlingOf(Rule.TIMELINE_MARKS_AGREE) == Handling.REFUSE) {
            decision.requireAtLast(new Agreement(kind));
        } else {
            requireSame(decision, kind, marked, known);
        }
    }

    /** That the timeline marks no other time than the incident has, as both stand when it is looked at. */
    private record Agreement(EntryKind kind) implements Consumer<Decision> {

        @Override
        public void accept(Decision decision) {
            requireSame(
                    decision,
                    kind,
                    decision.the(Timeline.class).first(kind, null),
                    of(decision.standing().incident(), kind));
        }
    }

    private static void requireSame(Decision decision, EntryKind kind, OffsetDateTime marked, OffsetDateTime known) {
        decision.require(
                marked == null
                        || known == null
                        || Duration.between(marked, known).abs().compareTo(TOLERANCE) < 0,
                Rule.TIMELINE_MARKS_AGREE,
                "The incident " + verb(kind) + " at " + known + ", the timeline marks " + marked
                        + ": correct what is wrong (correct-incident, correct-timeline-entry), in one request where both are");
    }

    private static OffsetDateTime of(Incident incident, EntryKind kind) {
        return switch (kind) {
            case INCIDENT_STARTED -> incident.startedAt();
            case DETECTED -> incident.detectedAt();
            default -> incident.resolvedAt();
        };
    }

    private static String verb(EntryKind kind) {
        return switch (kind) {
            case INCIDENT_STARTED -> "started";
            case DETECTED -> "was detected";
            default -> "was resolved";
        };
    }
}
