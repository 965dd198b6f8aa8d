package io.hindsight.command.importing.pagerduty;

import io.hindsight.command.importing.pagerduty.Webhook.Reference;
import io.hindsight.http.Problem;
import io.hindsight.http.Violation;
import io.hindsight.http.json.JsonProblems;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a webhook tells of an incident: 400 {@code malformed-webhook} for what it should say and does not. */
@Component
class WebhookReader {
    /** The events that tell something about an incident; any other is passed over. */
    private static final Set<String> TELLING = Set.of(
            "incident.triggered",
            "incident.acknowledged",
            "incident.unacknowledged",
            "incident.escalated",
            "incident.reassigned",
            "incident.delegated",
            "incident.priority_updated",
            "incident.annotated",
            "incident.status_update_published",
            "incident.resolved",
            "incident.reopened");

    private final JsonMapper json;

    WebhookReader(JsonMapper web) {
        json = web;
    }

    /** Empty for an event that tells nothing about an incident. */
    Optional<Webhook> read(JsonNode body) {
        JsonNode event = body.path("event");
        if (!event.path("event_type").isString()) {
            throw malformed("event.event_type", "has to name the kind of event");
        }
        if (!TELLING.contains(event.get("event_type").stringValue())) {
            return Optional.empty();
        }
        Webhook webhook = event(event);
        check(webhook.id() != null && webhook.id().matches(Webhook.ID), "event.id");
        check(webhook.occurredAt() != null, "event.occurred_at");
        check(webhook.data() != null, "event.data");
        check(webhook.incidentId() != null && webhook.incidentId().matches(Webhook.ID), "event.data.id");
        check(isNamed(webhook.data().service()), "event.data.service");
        return Optional.of(webhook);
    }

    /** One that was read before, and kept. */
    Webhook kept(String body) {
        return event(json.readTree(body).path("event"));
    }

    private Webhook event(JsonNode event) {
        try {
            return json.treeToValue(event, Webhook.class);
        } catch (JacksonException refused) {
            throw JsonProblems.of(refused);
        }
    }

    private static boolean isNamed(Reference reference) {
        return reference == null || reference.called() != null;
    }

    private static void check(boolean said, String field) {
        if (!said) {
            throw malformed(field, "has to be there, as PagerDuty's V3 webhooks have it");
        }
    }

    private static Problem malformed(String field, String message) {
        return new Problem(400, "malformed-webhook", "The body is no V3 webhook of PagerDuty")
                .violation(Violation.ofField(field, message));
    }
}
