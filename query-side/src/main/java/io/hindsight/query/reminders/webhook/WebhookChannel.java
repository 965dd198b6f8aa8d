package io.hindsight.query.reminders.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.hindsight.http.Caller;
import io.hindsight.query.obligations.ObligationRow;
import io.hindsight.query.reminders.Channel;
import io.hindsight.query.reminders.Delivery;
import io.hindsight.query.reminders.Owed;
import io.hindsight.query.reminders.Reminder;
import io.hindsight.query.reminders.Unsent;
import io.hindsight.query.reminders.WebhookEndpoint;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;

/**
 * One endpoint: an event for each reminder, signed as Standard Webhooks have it ({@code webhook-id},
 * {@code webhook-timestamp}, {@code webhook-signature}), so that receivers find the check in a library. Any 2xx takes it;
 * 410 gives it up; anything else is attempted again.
 */
final class WebhookChannel implements Channel {
    private static final int SUCCESS = 2;
    private static final int GONE = 410;

    private final WebhookEndpoint endpoint;
    private final Webhook signer;
    private final Caller reader;
    private final Owed owed;
    private final WebhookClient http;
    private final String publicUrl;
    private final Clock clock;

    WebhookChannel(WebhookEndpoint endpoint, Owed owed, WebhookClient http, String publicUrl, Clock clock) {
        this.endpoint = endpoint;
        this.signer = endpoint.signer();
        this.reader = endpoint.restricted() ? Owed.all() : Owed.everybody();
        this.owed = owed;
        this.http = http;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "webhook-" + endpoint.name();
    }

    @Override
    public List<Delivery> due(Instant now) {
        return owed.nearDeadline(reader, now).stream()
                .filter(row -> endpoint.kinds().contains(row.kind()))
                .flatMap(row -> owed.stageAt(row, now).stream().map(stage -> Reminder.of(row, stage)))
                .map(reminder -> Delivery.of(name(), reminder, now))
                .toList();
    }

    @Override
    public boolean send(Delivery delivery) throws Unsent {
        Reminder reminder = delivery.reminders().get(0);
        Optional<ObligationRow> row = owed.still(reminder, reader);
        Instant now = clock.instant();
        if (row.isEmpty() || reminder.stage().isPast(reminder.dueAt(), now)) {
            return false;
        } else if (owed.isTooLate(row.get(), now)) {
            throw Unsent.inVain("Its deadline passed too long ago: see hindsight.reminders.late.");
        }
        int status = http.post(request(delivery, ReminderEvent.json(delivery, reminder, row.get(), publicUrl)));
        if (status == GONE) {
            throw Unsent.inVain("It answered 410: nobody wants it any more.");
        } else if (status / 100 != SUCCESS) {
            throw Unsent.refused("It answered %d.".formatted(status));
        }
        return true;
    }

    private HttpPost request(Delivery delivery, String body) {
        long seconds = clock.instant().getEpochSecond();
        HttpPost request = new HttpPost(endpoint.url());
        request.setEntity(
                new StringEntity(body, ContentType.create(ReminderEvent.CONTENT_TYPE, StandardCharsets.UTF_8)));
        request.setHeader(Webhook.UNBRANDED_MSG_ID_KEY, delivery.id());
        request.setHeader(Webhook.UNBRANDED_MSG_TIMESTAMP_KEY, String.valueOf(seconds));
        try {
            request.setHeader(Webhook.UNBRANDED_MSG_SIGNATURE_KEY, signer.sign(delivery.id(), seconds, body));
        } catch (WebhookSigningException e) {
            throw new IllegalStateException("The webhook %s cannot be signed for".formatted(endpoint.name()), e);
        }
        return request;
    }
}
