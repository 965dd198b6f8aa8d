package io.hindsight.command.importing.pagerduty;

import io.hindsight.command.alert.AlertAccount;
import io.hindsight.command.decision.Limits;
import io.hindsight.events.TimelineEvent.TimelineEntryAdded;
import io.hindsight.words.EntryKind;
import io.hindsight.words.Evidence;
import io.hindsight.words.Severity;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was heard of an incident, as timeline entries: one each, which says nothing but what was heard then. Only which
 * resolution holds depends on the others: one before a reopening was a mitigation.
 *
 * @param heard in the order in which it happened
 * @param resolution the one that holds; null where none does
 */
record EntryMapping(List<Webhook> heard, PagerDutySettings settings, Webhook resolution) {

    List<TimelineEntryAdded> entries() {
        return heard.stream().map(this::entry).toList();
    }

    private TimelineEntryAdded entry(Webhook webhook) {
        Severity severity = settings.severityOf(webhook.priority());
        return switch (webhook.eventType()) {
            case "incident.triggered" ->
                entry(
                        webhook,
                        EntryKind.DETECTED,
                        "Triggered: " + said(webhook.data().title()),
                        severity);
            case "incident.acknowledged" -> entry(webhook, EntryKind.ACTION, by(webhook, "Acknowledged"), null);
            case "incident.unacknowledged" -> entry(webhook, EntryKind.OBSERVATION, "Not acknowledged any more", null);
            case "incident.escalated" -> entry(webhook, EntryKind.PAGED, "Escalated" + to(webhook), null);
            case "incident.reassigned", "incident.delegated" ->
                entry(webhook, EntryKind.ACTION, by(webhook, "Reassigned" + to(webhook)), null);
            case "incident.priority_updated" ->
                entry(
                        webhook,
                        severity == null ? EntryKind.OBSERVATION : EntryKind.SEVERITY_CHANGED,
                        by(
                                webhook,
                                webhook.priority() == null
                                        ? "Priority removed"
                                        : "Priority set to " + webhook.priority()),
                        severity);
            case "incident.annotated" ->
                entry(webhook, EntryKind.OBSERVATION, said(webhook.data().content()), null);
            case "incident.status_update_published" ->
                entry(
                        webhook,
                        EntryKind.STATUS_PAGE_UPDATED,
                        said(webhook.data().message()),
                        null);
            case "incident.resolved" ->
                webhook.isMerge()
                        ? merge(webhook)
                        : entry(
                                webhook,
                                webhook.equals(resolution) ? EntryKind.INCIDENT_RESOLVED : EntryKind.MITIGATED,
                                by(webhook, "Resolved"),
                                null);
            case "incident.reopened" -> entry(webhook, EntryKind.OBSERVATION, by(webhook, "Reopened"), null);
            default -> throw new IllegalStateException("No entry for " + webhook.eventType());
        };
    }

    private TimelineEntryAdded merge(Webhook webhook) {
        String into = webhook.data().resolveReason().at("/incident/summary").asString("");
        String deed = "Merged \"%s\" into \"%s\"".formatted(said(webhook.data().title()), said(into));
        return entry(webhook, EntryKind.OBSERVATION, by(webhook, deed), null);
    }

    private TimelineEntryAdded entry(Webhook webhook, EntryKind kind, String text, Severity severity) {
        String url = webhook.isOfIncident()
                ? webhook.data().htmlUrl()
                : webhook.data().incident().htmlUrl();
        boolean page = url != null && url.length() <= Limits.URL && url.matches(Limits.WEB_URL);
        String label = webhook.agent() == null ? "PagerDuty" : "PagerDuty, " + person(webhook);
        return new TimelineEntryAdded(
                AlertAccount.ENTRY + webhook.id(),
                webhook.at(),
                null,
                kind,
                Limits.cut(text, Limits.TEXT),
                severity,
                List.of(new Evidence(page ? url : null, label, null)));
    }

    private String by(Webhook webhook, String deed) {
        return webhook.agent() == null ? deed : deed + " by " + person(webhook);
    }

    private String to(Webhook webhook) {
        return webhook.assignees().isEmpty()
                ? ""
                : webhook.assignees().stream()
                        .map(one -> IncidentMapping.person(one, settings))
                        .collect(Collectors.joining(", ", " to ", ""));
    }

    private String person(Webhook webhook) {
        return IncidentMapping.person(webhook.agent(), settings);
    }

    private static String said(String text) {
        return text == null || text.isBlank() ? "(no text)" : text.strip();
    }
}
