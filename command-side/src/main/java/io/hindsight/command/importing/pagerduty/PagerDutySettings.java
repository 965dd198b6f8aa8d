package io.hindsight.command.importing.pagerduty;

import io.hindsight.words.Severity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Settings {@code hindsight.pagerduty.*}.
 *
 * @param secret the secrets that webhooks are signed with ({@code HINDSIGHT_PAGERDUTY_SECRET}), several during a rotation; none: no
 *     webhook is taken
 * @param severities which severity a priority stands for, by the priority's name in any case: P1 is SEV-1, and so on to P5; what is
 *     given here is added to that, or replaces it
 * @param people the caller's name here of a person there, by their PagerDuty id; others are called as they are there
 */
record PagerDutySettings(List<String> secret, Map<String, Severity> severities, Map<String, String> people) {
    static final PagerDutySettings DEFAULT = new PagerDutySettings(null, null, null);

    PagerDutySettings {
        secret = secret == null
                ? List.of()
                : secret.stream()
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .toList();
        Map<String, Severity> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Severity severity : Severity.values()) {
            all.put("P" + (severity.ordinal() + 1), severity);
        }
        all.putAll(Objects.requireNonNullElse(severities, Map.of()));
        severities = all;
        Map<String, String> byId = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byId.putAll(Objects.requireNonNullElse(people, Map.of()));
        people = byId;
    }

    /** The severity that the priority stands for; null where it stands for none. */
    Severity severityOf(String priority) {
        return priority == null ? null : severities.get(priority.strip());
    }

    /** Secrets are not for logs. */
    @Override
    public String toString() {
        return "PagerDutySettings[" + secret.size() + " secrets, " + severities + ", " + people + "]";
    }
}
