package io.hindsight.query.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.query.WebTest;
import io.hindsight.words.ObligationKind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReminderControllerTest extends WebTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private ReminderSchedule schedule;

    @Autowired
    private Sender sender;

    private Delivery queued(String channel) {
        Reminder reminder = new Reminder("pm-1", ObligationKind.OWN, null, NOW, null, Stage.DUE);
        deliveries.addMissing(List.of(Delivery.of(channel, reminder, NOW)));
        return deliveries.next(channel, NOW).orElseThrow();
    }

    @Test
    void nothing_is_scheduled_where_nothing_is_configured() {
        assertThat(schedule.isRunning()).isFalse();
    }

    @Test
    void what_waits_goes_on_waiting_where_reminders_are_off_since_another_instance_may_send_them() {
        Delivery waiting = queued("webhook-elsewhere");

        schedule.start();

        assertThat(deliveries.find(waiting.id()).orElseThrow().state()).isEqualTo(DeliveryState.SENDING);
        assertThat(schedule.isRunning()).isFalse();
    }

    @Test
    void what_was_under_way_to_a_channel_that_is_removed_says_so_should_it_be_due_again() {
        Delivery underWay = queued("webhook-removed");

        assertThat(sender.endRemoved(Set.of())).isTrue();
        assertThat(deliveries.find(underWay.id()).orElseThrow())
                .extracting(Delivery::state, Delivery::possibleDuplicate)
                .containsExactly(DeliveryState.OBSOLETE, true);

        deliveries.addMissing(
                List.of(Delivery.of("webhook-removed", underWay.reminders().get(0), NOW)));
        assertThat(deliveries.find(underWay.id()).orElseThrow())
                .extracting(Delivery::state, Delivery::possibleDuplicate)
                .containsExactly(DeliveryState.QUEUED, true);
    }

    @Test
    void administrators_see_what_was_given_up_and_why_and_have_it_tried_again() {
        Delivery failed = queued("webhook-one");
        deliveries.failed(failed, Unsent.refused("It answered 500."), NOW);

        var listed = send("GET", "/api/admin/reminders?channel=webhook-one&state=failed");
        assertThat(listed.statusCode()).isEqualTo(200);
        assertThat(WebTest.<List<String>>at(listed, "$.items[*].lastError")).containsExactly("It answered 500.");
        assertThat(WebTest.<List<Integer>>at(listed, "$.items[*].attempts")).containsExactly(1);
        assertThat(WebTest.<List<String>>at(listed, "$.items[*].reminders[*].postmortemId"))
                .containsExactly("pm-1");

        var retried = send("POST", "/api/admin/reminders/" + failed.id() + "/retry");
        assertThat(retried.statusCode()).isEqualTo(200);
        assertThat(WebTest.<String>at(retried, "$.state")).isEqualTo("queued");
        assertThat(WebTest.<Integer>at(retried, "$.attempts")).isZero();

        var again = send("POST", "/api/admin/reminders/" + failed.id() + "/retry");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(WebTest.<String>at(again, "$.code")).isEqualTo("reminder-not-failed");
        assertThat(send("POST", "/api/admin/reminders/none/retry").statusCode()).isEqualTo(404);
    }

    @Test
    void the_newest_come_first_page_by_page() {
        queued("webhook-two");
        Reminder other = new Reminder("pm-2", ObligationKind.OWN, null, NOW, null, Stage.DUE);
        deliveries.addMissing(List.of(Delivery.of("webhook-two", other, NOW.plusSeconds(60))));

        var first = send("GET", "/api/admin/reminders?channel=webhook-two&size=1");
        var second = send("GET", "/api/admin/reminders?channel=webhook-two&size=1&cursor=" + nextCursor(first));

        assertThat(WebTest.<List<String>>at(first, "$.items[*].reminders[*].postmortemId"))
                .containsExactly("pm-2");
        assertThat(WebTest.<List<String>>at(second, "$.items[*].reminders[*].postmortemId"))
                .containsExactly("pm-1");
        assertThat(nextCursor(second)).isNull();
    }

    @Test
    void what_was_taken_by_a_process_that_was_frozen_is_not_changed_by_it_when_it_wakes() {
        Delivery frozen = queued("webhook-three");
        deliveries.requeueAbandoned("webhook-three", NOW);
        Delivery taken = deliveries.next("webhook-three", NOW).orElseThrow();
        assertThat(taken.possibleDuplicate()).isTrue();

        deliveries.failed(frozen, Unsent.refused("It answered 500."), NOW);
        assertThat(deliveries.find(taken.id()).orElseThrow().state()).isEqualTo(DeliveryState.SENDING);

        deliveries.ended(taken, DeliveryState.SENT, NOW);
        assertThat(deliveries.find(taken.id()).orElseThrow().state()).isEqualTo(DeliveryState.SENT);
    }
}
