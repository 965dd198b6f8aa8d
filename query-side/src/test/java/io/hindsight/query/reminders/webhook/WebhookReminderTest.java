package io.hindsight.query.reminders.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.cloudevents.CloudEvent;
import io.hindsight.events.ActionItemEvent.ActionItemCompleted;
import io.hindsight.events.DeadlineEvent.DeadlinesSet;
import io.hindsight.events.OwnershipEvent.OwnerAssigned;
import io.hindsight.events.RestrictionEvent.PostmortemRestricted;
import io.hindsight.events.RestrictionEvent.RestrictionLifted;
import io.hindsight.query.Events;
import io.hindsight.query.projection.ReadModels;
import io.hindsight.query.reminders.Delivery;
import io.hindsight.query.reminders.DeliveryState;
import io.hindsight.query.reminders.FarEnd;
import io.hindsight.query.reminders.FarEnd.Received;
import io.hindsight.query.reminders.Looks;
import io.hindsight.query.reminders.ReminderSettings;
import io.hindsight.words.ObligationKind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Reminders through webhooks. Times are in the week of Monday 23 November 2026, in UTC. */
@ExtendWith(OutputCaptureExtension.class)
class WebhookReminderTest {
    private static final String DUE = "2026-11-25T12:00:00Z";

    /** Wants all that everybody may know. */
    private static final FarEnd chat = new FarEnd();
    /** Wants meetings, of restricted postmortems too. */
    private static final FarEnd board = new FarEnd();

    private static Looks looks;

    private final Set<String> used = new HashSet<>();

    @BeforeAll
    static void start() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "hindsight.public-url", "https://hindsight.example.org",
                "hindsight.reminders.allowed-addresses", "127.0.0.0/8",
                "hindsight.reminders.attempts", "3",
                "hindsight.reminders.webhooks[0].name", "chat",
                "hindsight.reminders.webhooks[0].url", chat.url() + "/hooks/1",
                "hindsight.reminders.webhooks[0].secret", FarEnd.SECRET));
        settings.putAll(Map.of(
                "hindsight.reminders.webhooks[1].name", "board",
                "hindsight.reminders.webhooks[1].url", board.url(),
                "hindsight.reminders.webhooks[1].secret", FarEnd.SECRET,
                "hindsight.reminders.webhooks[1].kinds", "own,hold-meeting",
                "hindsight.reminders.webhooks[1].restricted", "true"));
        looks = new Looks(settings);
    }

    @AfterAll
    static void stop() {
        looks.close();
        chat.close();
        board.close();
    }

    @BeforeEach
    void nothingWasSent() {
        looks.forget();
        chat.reset();
        board.reset();
    }

    @AfterEach
    void nothingIsOwedAnyMore() {
        used.forEach(postmortem -> looks.stores.append(
                postmortem,
                new DeadlinesSet(Stream.of(ObligationKind.HOLD_MEETING, ObligationKind.REVIEW)
                        .map(kind -> Events.due(kind, null, null))
                        .toList())));
    }

    private void owes(String postmortem, ObligationKind kind, String dueAt) {
        if (used.add(postmortem)) {
            looks.stores.append(postmortem, Events.opened(), new OwnerAssigned("ana"));
        }
        looks.stores.append(postmortem, due(kind, null, dueAt));
    }

    private static DeadlinesSet due(ObligationKind kind, String subject, String at) {
        return new DeadlinesSet(List.of(Events.due(kind, subject, at)));
    }

    @Test
    void somebody_is_reminded_once_before_a_deadline_and_once_at_it() {
        owes("pm-1", ObligationKind.HOLD_MEETING, DUE);

        looks.lookAt("2026-11-24T11:59:59Z");
        assertThat(chat.types()).isEmpty();
        looks.lookAt("2026-11-24T12:00:00Z");
        looks.lookAt("2026-11-24T12:01:00Z");
        looks.lookAt("2026-11-25T11:59:59Z");
        assertThat(chat.types()).containsExactly("due-soon");
        looks.lookAt("2026-11-25T12:00:00Z");
        looks.lookAt("2026-11-25T13:00:00Z");
        looks.lookAt("2026-11-27T13:00:00Z");
        assertThat(chat.types()).containsExactly("due-soon", "due");
    }

    @Test
    void an_event_is_a_signed_cloud_event_that_says_who_owes_what() {
        owes("pm-1", ObligationKind.HOLD_MEETING, DUE);

        looks.lookAt("2026-11-24T13:00:00Z");

        Received received = chat.received().get(0);
        CloudEvent event = received.event();
        assertThat(received.path()).isEqualTo("/hooks/1");
        assertThat(received.header("Content-Type")).startsWith("application/cloudevents+json");
        assertThat(received.header("webhook-id")).isEqualTo(event.getId());
        assertThat(received.header("webhook-timestamp")).isEqualTo("1795525200");
        assertThat(event.getSource()).isEqualTo(URI.create("https://hindsight.example.org"));
        assertThat(event.getType()).isEqualTo("io.hindsight.obligation.due-soon");
        assertThat(event.getSubject()).isEqualTo("pm-1");
        assertThat(event.getTime()).isEqualTo("2026-11-24T13:00:00Z");
        assertThat(event.getExtension("attempt")).isEqualTo(1);
        assertThat(event.getExtension("possibleduplicate")).isEqualTo(false);
        assertThat(new String(event.getData().toBytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"postmortem\":{\"id\":\"pm-1\",\"title\":\"Search was slow\",\"severity\":\"sev-1\","
                        + "\"status\":\"draft\"},\"obligation\":{\"kind\":\"hold-meeting\",\"dueAt\":\"" + DUE
                        + "\",\"assignee\":\"ana\",\"rule\":\"owner.single\"},"
                        + "\"url\":\"https://hindsight.example.org/api/postmortems/pm-1\"}");
    }

    @Test
    void what_is_done_is_not_reminded_of_and_what_is_moved_or_passed_on_is_reminded_of_anew() {
        looks.stores.append(
                "items",
                Events.opened(),
                Events.item("a1", "ana"),
                Events.item("a2", "ben"),
                due(ObligationKind.ACTION_ITEM, "a1", DUE),
                due(ObligationKind.ACTION_ITEM, "a2", DUE));
        looks.lookAt("2026-11-24T13:00:00Z");
        assertThat(chat.types()).containsExactly("due-soon", "due-soon");

        looks.stores.append(
                "items", new ActionItemCompleted("a1"), due(ObligationKind.ACTION_ITEM, "a2", "2026-11-25T18:00:00Z"));
        looks.lookAt("2026-11-25T12:00:00Z");
        assertThat(chat.types()).containsExactly("due-soon", "due-soon", "due-soon");
        assertThat(chat.received().get(2).body()).contains("\"subject\":\"a2\"", "2026-11-25T18:00:00Z");

        looks.stores.append("items", new ActionItemCompleted("a2"));
    }

    @Test
    void nothing_is_sent_on_a_day_off_but_before_it_or_after_it() {
        owes("saturday", ObligationKind.HOLD_MEETING, "2026-11-28T12:00:00Z");
        owes("monday", ObligationKind.HOLD_MEETING, "2026-11-30T09:00:00Z");

        looks.lookAt("2026-11-27T08:59:59Z");
        assertThat(chat.types()).isEmpty();
        looks.lookAt("2026-11-27T12:00:00Z");
        assertThat(chat.received())
                .extracting(each -> each.event().getSubject())
                .containsExactlyInAnyOrder("monday", "saturday");
        looks.lookAt("2026-11-28T12:00:00Z");
        looks.lookAt("2026-11-29T12:00:00Z");
        looks.lookAt("2026-11-30T07:59:59Z");
        assertThat(chat.received()).hasSize(2);
        looks.lookAt("2026-11-30T08:00:00Z");
        assertThat(chat.received()).hasSize(3);
        assertThat(chat.received().get(2).event().getSubject()).isEqualTo("saturday");
    }

    @Test
    void what_was_due_long_ago_is_not_reminded_of_when_reminders_are_switched_on() {
        owes("pm-1", ObligationKind.HOLD_MEETING, "2026-11-23T09:59:59Z");

        looks.lookAt("2026-11-24T10:00:00Z");

        assertThat(chat.received()).isEmpty();
    }

    @Test
    void an_endpoint_hears_of_the_kinds_it_wants_and_of_restricted_postmortems_only_where_that_is_set() {
        owes("pm-1", ObligationKind.HOLD_MEETING, DUE);
        owes("pm-2", ObligationKind.REVIEW, DUE);
        owes("restricted", ObligationKind.HOLD_MEETING, DUE);
        looks.stores.append("restricted", new PostmortemRestricted(List.of("ana")));

        looks.lookAt("2026-11-24T13:00:00Z");

        assertThat(chat.received())
                .extracting(each -> each.event().getSubject())
                .containsExactlyInAnyOrder("pm-1", "pm-2");
        assertThat(board.received())
                .extracting(each -> each.event().getSubject())
                .containsExactlyInAnyOrder("pm-1", "restricted");
    }

    @Test
    void what_was_queued_before_a_postmortem_was_restricted_is_not_sent_after_it() {
        chat.answer(503);
        owes("later-restricted", ObligationKind.HOLD_MEETING, DUE);
        looks.lookAt("2026-11-24T13:00:00Z");
        looks.stores.append("later-restricted", new PostmortemRestricted(List.of("ana")));
        chat.answer(204);

        looks.lookAt("2026-11-24T14:00:00Z");

        assertThat(chat.received()).hasSize(1);
        assertThat(toChat().state()).isEqualTo(DeliveryState.OBSOLETE);
    }

    @Test
    void what_was_found_obsolete_is_sent_when_its_restriction_is_lifted() {
        chat.answer(503);
        owes("pm-1", ObligationKind.HOLD_MEETING, DUE);
        looks.lookAt("2026-11-24T13:00:00Z");
        looks.stores.append("pm-1", new PostmortemRestricted(List.of("ana")));
        looks.lookAt("2026-11-24T14:00:00Z");
        assertThat(toChat().state()).isEqualTo(DeliveryState.OBSOLETE);
        looks.stores.append("pm-1", new RestrictionLifted());
        chat.answer(204);

        looks.lookAt("2026-11-24T15:00:00Z");
        looks.lookAt("2026-11-24T16:00:00Z");

        assertThat(chat.received()).hasSize(2);
        assertThat(toChat().state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void what_was_found_obsolete_is_sent_when_it_passes_back_and_what_was_sent_is_not_sent_again() {
        chat.answer(500);
        owes("pm-1", ObligationKind.HOLD_MEETING, DUE);
        looks.lookAt("2026-11-24T13:00:00Z");
        looks.stores.append("pm-1", new OwnerAssigned("ben"));
        looks.lookAt("2026-11-24T14:00:00Z");
        looks.stores.append("pm-1", new OwnerAssigned("ana"));
        chat.answer(204);

        looks.lookAt("2026-11-24T15:00:00Z");
        looks.lookAt("2026-11-24T16:00:00Z");

        assertThat(chat.received()).hasSize(3);
        assertThat(chat.received().get(1).body()).contains("\"assignee\":\"ben\"");
        assertThat(chat.received().get(2).body()).contains("\"assignee\":\"ana\"");
        assertThat(chat.received().get(2).event().getId())
                .isEqualTo(chat.received().get(0).event().getId());
        assertThat(board.received())
                .extracting(each -> each.body().contains("\"assignee\":\"ana\""))
                .containsExactly(true, false);
    }

    @Test
    void a_dead_endpoint_is_tried_ever_more_slowly_until_it_lives_and_holds_up_no_other() {
        chat.answer(500);
        owes("pm-1", ObligationKind.HOLD_MEETING, DUE);
        looks.lookAt("2026-11-24T13:00:00Z");
        looks.lookAt("2026-11-24T13:00:20Z");
        assertThat(board.received()).hasSize(1);
        assertThat(chat.received()).hasSize(1);

        looks.lookAt("2026-11-24T13:00:40Z");
        assertThat(chat.received()).hasSize(2);
        looks.lookAt("2026-11-24T13:01:30Z");
        assertThat(chat.received()).hasSize(2);

        chat.answer(200);
        looks.lookAt("2026-11-24T13:03:00Z");
        looks.lookAt("2026-11-24T14:00:00Z");
        assertThat(chat.received()).hasSize(3);
        assertThat(board.received()).hasSize(1);
        assertThat(chat.received())
                .extracting(each -> each.event().getId())
                .containsOnly(chat.received().get(0).event().getId());
        assertThat(chat.received())
                .extracting(each -> each.event().getExtension("attempt"))
                .containsExactly(1, 2, 3);
        assertThat(chat.received().get(2).event().getExtension("possibleduplicate"))
                .isEqualTo(false);
    }

    @Test
    void what_cannot_be_delivered_is_given_up_in_the_end_and_what_went_wrong_is_kept() {
        chat.answer(302);
        owes("pm-1", ObligationKind.HOLD_MEETING, DUE);

        looks.lookAt("2026-11-24T13:00:00Z");
        looks.lookAt("2026-11-24T14:00:00Z");
        looks.lookAt("2026-11-24T15:00:00Z");
        looks.lookAt("2026-11-25T11:00:00Z");

        assertThat(chat.received()).extracting(Received::path).containsExactly("/hooks/1", "/hooks/1", "/hooks/1");
        Delivery failed = toChat();
        assertThat(failed.state()).isEqualTo(DeliveryState.FAILED);
        assertThat(failed.attempts()).isEqualTo(3);
        assertThat(failed.lastError()).isEqualTo("It answered 302.");
    }

    @Test
    void what_was_queued_when_its_deadline_passed_too_long_ago_is_given_up_and_not_sent_as_if_it_were_new() {
        chat.answer(503);
        owes("pm-1", ObligationKind.HOLD_MEETING, "2026-11-24T12:00:00Z");
        looks.lookAt("2026-11-24T12:00:00Z");
        chat.answer(204);

        // Nothing ran in between.
        looks.lookAt("2026-11-25T12:00:00Z");

        assertThat(chat.received()).hasSize(1);
        assertThat(toChat().state()).isEqualTo(DeliveryState.FAILED);
        assertThat(toChat().lastError()).contains("hindsight.reminders.late");
    }

    @Test
    void what_waits_for_an_endpoint_that_the_settings_do_not_name_any_more_is_obsolete_after_the_next_start() {
        chat.answer(503);
        owes("pm-1", ObligationKind.HOLD_MEETING, DUE);
        looks.lookAt("2026-11-24T13:00:00Z");
        Delivery waits =
                Delivery.of("webhook-removed", toChat().reminders().get(0), Instant.parse("2026-11-24T13:00:00Z"));
        looks.add(waits);

        looks.restart();

        assertThat(through("webhook-removed").state()).isEqualTo(DeliveryState.OBSOLETE);
        assertThat(toChat().state()).isEqualTo(DeliveryState.QUEUED);
    }

    @Test
    void what_was_given_up_after_no_answer_came_says_when_it_is_retried_that_it_may_be_a_repetition() {
        chat.answer(500);
        owes("pm-1", ObligationKind.HOLD_MEETING, DUE);
        looks.lookAt("2026-11-24T13:00:00Z");
        looks.lookAt("2026-11-24T14:00:00Z");
        chat.answer(FarEnd.NO_ANSWER);
        looks.lookAt("2026-11-24T15:00:00Z");
        assertThat(toChat().state()).isEqualTo(DeliveryState.FAILED);
        assertThat(toChat().lastError()).startsWith("No answer");

        chat.answer(204);
        looks.retry(toChat());
        looks.lookAt("2026-11-24T16:00:00Z");

        assertThat(chat.received())
                .extracting(each -> each.event().getExtension("possibleduplicate"))
                .containsExactly(false, false, false, true);
    }

    @Test
    void who_answers_gone_is_not_asked_again() {
        chat.answer(410);
        owes("pm-1", ObligationKind.HOLD_MEETING, DUE);

        looks.lookAt("2026-11-24T13:00:00Z");
        looks.lookAt("2026-11-24T20:00:00Z");

        assertThat(chat.received()).hasSize(1);
        assertThat(toChat().state()).isEqualTo(DeliveryState.FAILED);
    }

    @Test
    void what_was_being_sent_when_its_sender_died_is_sent_again_and_says_so() {
        owes("pm-1", ObligationKind.HOLD_MEETING, DUE);
        looks.lookAt("2026-11-24T13:00:00Z");
        looks.stores
                .database()
                .getCollection("reminders")
                .updateOne(
                        Filters.eq("channel", "webhook-chat"), Updates.set("state", DeliveryState.SENDING.toString()));

        looks.lookAt("2026-11-24T13:01:00Z");

        assertThat(chat.received())
                .extracting(each -> each.event().getExtension("possibleduplicate"))
                .containsExactly(false, true);
        assertThat(chat.received().get(1).event().getId())
                .isEqualTo(chat.received().get(0).event().getId());
    }

    @Test
    void what_was_done_in_the_past_is_not_reminded_of_while_the_read_models_are_filled_from_the_beginning() {
        for (int i = 0; i < 50; i++) {
            owes("pm-" + i, ObligationKind.HOLD_MEETING, DUE);
        }
        for (int i = 0; i < 50; i++) {
            looks.stores.append("pm-" + i, due(ObligationKind.HOLD_MEETING, null, null));
        }
        ReadModels models = looks.stores.get(ReadModels.class);
        models.stop();
        List.of("obligations_1", "positions")
                .forEach(name -> looks.stores.database().getCollection(name).drop());
        looks.lookAt("2026-11-24T13:00:00Z");
        models.start();
        owes("last", ObligationKind.HOLD_MEETING, DUE);

        await().untilAsserted(() -> {
            looks.lookAt("2026-11-24T13:00:00Z");
            assertThat(chat.received()).isNotEmpty();
        });

        assertThat(chat.received())
                .extracting(each -> each.event().getSubject())
                .containsExactly("last");
    }

    @Test
    void no_secret_and_no_url_is_in_the_log_in_what_is_kept_or_in_what_an_endpoint_is_printed_as(CapturedOutput log) {
        chat.answer(500);
        owes("pm-1", ObligationKind.HOLD_MEETING, DUE);
        looks.lookAt("2026-11-24T13:00:00Z");

        String kept = looks.deliveries().toString();
        String printed = looks.stores.get(ReminderSettings.class).toString();
        assertThat(kept).contains("It answered 500.");
        assertThat(printed).contains("webhook chat");
        assertThat(log.getAll()).contains("It answered 500.");
        assertThat(log.getAll() + kept + printed).doesNotContain(FarEnd.SECRET.substring(6), "/hooks/1");
    }

    private static Delivery toChat() {
        return through("webhook-chat");
    }

    private static Delivery through(String channel) {
        return looks.deliveries().stream()
                .filter(delivery -> delivery.channel().equals(channel))
                .findFirst()
                .orElseThrow();
    }
}
