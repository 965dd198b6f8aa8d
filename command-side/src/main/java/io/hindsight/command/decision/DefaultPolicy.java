package io.hindsight.command.decision;

import io.hindsight.command.decision.Policy.Days;
import io.hindsight.events.PolicyEvent.FactorsLabelChanged;
import io.hindsight.words.DayKind;
import io.hindsight.words.GentlerPhrase;
import io.hindsight.words.Priority;
import io.hindsight.words.Severity;
import io.hindsight.words.Weekday;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The policy as long as nobody has changed it: docs/process.md says where each value comes from. */
final class DefaultPolicy {
    private static final List<GentlerPhrase> BLAMING_WORDS = List.of(
            new GentlerPhrase("should have", "what would have made it easy to"),
            new GentlerPhrase("should've", "what would have made it easy to"),
            new GentlerPhrase("shouldn't have", "what made it look right to"),
            new GentlerPhrase("should not have", "what made it look right to"),
            new GentlerPhrase("could have known", "what was known at the time"),
            new GentlerPhrase("human error", "what made the slip possible"),
            new GentlerPhrase("human errors", "what made the slips possible"),
            new GentlerPhrase("user error", "what the interface led users to do"),
            new GentlerPhrase("operator error", "what the tools led the operator to do"),
            new GentlerPhrase("careless", "without a check that would have caught it"),
            new GentlerPhrase("carelessly", "without a check that would have caught it"),
            new GentlerPhrase("negligent", "without a reminder or a check"),
            new GentlerPhrase("negligence", "a missing reminder or check"),
            new GentlerPhrase("incompetent", "not yet trained for it"),
            new GentlerPhrase("to blame", "among what contributed"),
            new GentlerPhrase("stupid", "surprising in hindsight"),
            new GentlerPhrase("stupidly", "for reasons that made sense then"));

    private static final List<GentlerPhrase> OUTAGE_WORDS = List.of(
            new GentlerPhrase("outage", "incident or service degradation"),
            new GentlerPhrase("outages", "incidents or service degradations"));

    private DefaultPolicy() {}

    static Policy values() {
        return new Policy(
                ZoneId.of("UTC"),
                Collections.unmodifiableSet(EnumSet.range(Weekday.MONDAY, Weekday.FRIDAY)),
                List.of(),
                Set.of(),
                Collections.unmodifiableSet(EnumSet.of(Severity.SEV_1, Severity.SEV_2)),
                Duration.ofHours(1),
                Map.of(Severity.SEV_1, new Days(3, DayKind.CALENDAR)),
                new Days(5, DayKind.BUSINESS),
                1,
                Duration.ofHours(1),
                Duration.ofHours(24),
                3,
                Map.of(Priority.P0, 15, Priority.P1, 30),
                10,
                1,
                BLAMING_WORDS,
                OUTAGE_WORDS,
                FactorsLabelChanged.DEFAULT,
                List.of(),
                Prompts.byDefault(),
                Map.of());
    }
}
