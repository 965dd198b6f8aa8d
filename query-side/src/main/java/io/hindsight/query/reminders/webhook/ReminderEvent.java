package io.hindsight.query.reminders.webhook;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import io.hindsight.query.obligations.ObligationRow;
import io.hindsight.query.projection.ViewJson;
import io.hindsight.query.reminders.Delivery;
import io.hindsight.query.reminders.Reminder;
import io.hindsight.words.ObligationKind;
import io.hindsight.words.Severity;
import io.hindsight.words.Status;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a webhook is told, as a CloudEvent (version 1.0): {@code id} is that of the delivery and stays the same however
 * often it is attempted, {@code type} is {@code io.hindsight.obligation.due-soon} or {@code io.hindsight.obligation.due},
 * {@code subject} the postmortem's id, {@code time} when it was found due. Two extensions: {@code attempt} counts from 1,
 * {@code possibleduplicate} is true where an earlier attempt may have arrived.
 *
 * @param url where the postmortem is; null where the address of this installation is not set
 */
record ReminderEvent(Postmortem postmortem, Obligation obligation, String url) {
    static final String CONTENT_TYPE = JsonFormat.CONTENT_TYPE;

    private static final String TYPE = "io.hindsight.obligation.";
    private static final String ANYWHERE = "urn:hindsight";
    private static final JsonFormat FORMAT = new JsonFormat();
    private static final JsonMapper JSON = new JsonMapper();

    /** The postmortem it is about. */
    record Postmortem(String id, String title, Severity severity, Status status) {}

    /** What is owed. */
    record Obligation(ObligationKind kind, String subject, Instant dueAt, String assignee, String rule) {}

    /**
     * The event as JSON.
     *
     * @param publicUrl the address of this installation; empty where it is not set
     */
    static String json(Delivery delivery, Reminder reminder, ObligationRow owed, String publicUrl) {
        ReminderEvent data = new ReminderEvent(
                new Postmortem(owed.postmortemId(), owed.title(), owed.severity(), owed.status()),
                new Obligation(owed.kind(), owed.subject(), owed.dueAt(), owed.assignee(), owed.rule()),
                publicUrl.isEmpty() ? null : publicUrl + "/api/postmortems/" + owed.postmortemId());
        CloudEvent event = CloudEventBuilder.v1()
                .withId(delivery.id())
                .withSource(URI.create(publicUrl.isEmpty() ? ANYWHERE : publicUrl))
                .withType(TYPE + reminder.stage())
                .withSubject(owed.postmortemId())
                .withTime(delivery.createdAt().atOffset(ZoneOffset.UTC))
                .withExtension("attempt", delivery.attempts())
                .withExtension("possibleduplicate", delivery.possibleDuplicate())
                .withData("application/json", JSON.writeValueAsBytes(ViewJson.toJsonValue(data)))
                .build();
        return new String(FORMAT.serialize(event), StandardCharsets.UTF_8);
    }
}
