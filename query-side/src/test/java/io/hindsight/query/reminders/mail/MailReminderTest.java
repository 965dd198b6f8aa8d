package io.hindsight.query.reminders.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.hindsight.events.ActionItemEvent.ActionItemCompleted;
import io.hindsight.events.DeadlineEvent.DeadlinesSet;
import io.hindsight.events.OwnershipEvent.OwnerAssigned;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.events.RestrictionEvent.PostmortemRestricted;
import io.hindsight.query.Events;
import io.hindsight.query.reminders.Delivery;
import io.hindsight.query.reminders.DeliveryState;
import io.hindsight.query.reminders.Looks;
import io.hindsight.words.Deadline;
import io.hindsight.words.ObligationKind;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;

/** Reminders by e-mail. Times are in the week of Monday 23 November 2026, in UTC. */
class MailReminderTest {
    private static final GreenMail server =
            new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static Path directory;
    private static Looks looks;
    private static int postmortems;

    private final String postmortem = "pm-" + ++postmortems;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server.start();
        directory = Files.writeString(
                folder.resolve("directory.yml"),
                """
                people:
                  - {name: ana, address: ana@example.org}
                  - {name: ben, address: ben@example.org}
                  - {name: lead, address: lead@example.org}
                """);
        looks = new Looks(
                Map.of(
                        "spring.mail.host", "127.0.0.1",
                        "spring.mail.port", String.valueOf(server.getSmtp().getPort()),
                        "hindsight.directory", directory.toString(),
                        "hindsight.public-url", "https://hindsight.example.org",
                        "hindsight.reminders.mail.from", "hindsight@example.org",
                        "hindsight.reminders.mail.unassigned", "lead"),
                MailSenderAutoConfiguration.class);
    }

    /** One that stays the same when the server comes back. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stop() {
        looks.close();
        server.stop();
    }

    @BeforeEach
    void nothingWasSent() throws Exception {
        looks.forget();
        server.purgeEmailFromAllMailboxes();
    }

    @AfterEach
    void nothingIsOwedAnyMore() {
        looks.stores.append(
                postmortem,
                new DeadlinesSet(List.of(
                        due(ObligationKind.OWN, null, null),
                        due(ObligationKind.HOLD_MEETING, null, null),
                        due(ObligationKind.REVIEW, null, null),
                        due(ObligationKind.ACTION_ITEM, "a1", null),
                        due(ObligationKind.ACTION_ITEM, "a2", null))));
    }

    private static Deadline due(ObligationKind kind, String subject, String at) {
        return Events.due(kind, subject, at);
    }

    private void happened(PostmortemEvent... events) {
        looks.stores.append(postmortem, events);
    }

    /** Somebody has an action item, and nothing else is owed. */
    private void itemIsDue(String owner, String at) {
        happened(
                Events.opened(),
                Events.item("a1", owner),
                new DeadlinesSet(List.of(due(ObligationKind.ACTION_ITEM, "a1", at))));
    }

    private static List<String> letters() throws MessagingException {
        List<String> letters = new ArrayList<>();
        for (MimeMessage letter : server.getReceivedMessages()) {
            letters.add(letter.getRecipients(RecipientType.TO)[0] + ": " + letter.getSubject());
        }
        return letters;
    }

    @Test
    void a_person_has_one_digest_on_a_day_with_news_that_lists_all_they_owe() throws Exception {
        happened(
                Events.opened(),
                new OwnerAssigned("ana"),
                Events.item("a1", "ana"),
                new DeadlinesSet(List.of(
                        due(ObligationKind.HOLD_MEETING, null, "2026-11-20T12:00:00Z"),
                        due(ObligationKind.REVIEW, null, "2026-11-24T17:00:00Z"),
                        due(ObligationKind.ACTION_ITEM, "a1", "2026-11-26T07:00:00Z"))));

        looks.lookAt("2026-11-24T07:59:59Z");
        assertThat(letters()).isEmpty();
        looks.lookAt("2026-11-24T08:00:00Z");
        looks.lookAt("2026-11-24T12:00:00Z");
        assertThat(letters()).containsExactly("ana@example.org: Postmortems: 1 overdue, 2 due soon");
        MimeMessage letter = server.getReceivedMessages()[0];
        assertThat(letter.getMessageID())
                .isEqualTo("<" + looks.deliveries().get(0).id() + "@example.org>");
        assertThat(letter.getFrom()[0]).hasToString("hindsight@example.org");
        assertThat(GreenMailUtil.getBody(letter).replace("\r\n", "\n").strip())
                .isEqualTo(
                        """
                Overdue

                - Hold the meeting: Search was slow (Fri 20 Nov 2026, 12:00 UTC)
                  https://hindsight.example.org/api/postmortems/%1$s

                Due soon

                - Finish the review: Search was slow (Tue 24 Nov 2026, 17:00 UTC)
                  https://hindsight.example.org/api/postmortems/%1$s
                - Finish action item a1: Search was slow (Thu 26 Nov 2026, 07:00 UTC)
                  https://hindsight.example.org/api/postmortems/%1$s

                All that you owe: https://hindsight.example.org/api/me
                """
                                .formatted(postmortem)
                                .strip());

        // Wednesday's speaks for the action item's deadline, which comes before Thursday's; then there is nothing new.
        looks.lookAt("2026-11-25T08:00:00Z");
        looks.lookAt("2026-11-26T08:00:00Z");
        looks.lookAt("2026-11-27T08:00:00Z");
        assertThat(letters())
                .containsExactly(
                        "ana@example.org: Postmortems: 1 overdue, 2 due soon",
                        "ana@example.org: Postmortems: 2 overdue, 1 due soon");
    }

    @Test
    void each_is_told_what_is_theirs_and_what_nobody_has_goes_to_those_named_for_it() throws Exception {
        happened(
                Events.opened(),
                Events.item("a1", "ben"),
                Events.item("a2", "zoe"),
                new DeadlinesSet(List.of(
                        due(ObligationKind.OWN, null, "2026-11-24T09:00:00Z"),
                        due(ObligationKind.ACTION_ITEM, "a1", "2026-11-24T17:00:00Z"),
                        due(ObligationKind.ACTION_ITEM, "a2", "2026-11-24T17:00:00Z"))));

        looks.lookAt("2026-11-24T08:00:00Z");
        looks.lookAt("2026-11-24T08:01:00Z");

        assertThat(letters())
                .containsExactlyInAnyOrder(
                        "ben@example.org: Postmortems: 1 due soon", "lead@example.org: Postmortems: 1 due soon");
        assertThat(looks.deliveries())
                .filteredOn(delivery -> delivery.to().equals("zoe"))
                .extracting(Delivery::state, Delivery::lastError)
                .containsExactly(tuple(DeliveryState.FAILED, "The directory has no address for zoe."));
    }

    @Test
    void nobody_is_told_of_a_restricted_postmortem_that_they_may_not_know_of() throws Exception {
        happened(
                Events.opened(),
                Events.item("a1", "ben"),
                Events.item("a2", "ana"),
                new PostmortemRestricted(List.of("ana")),
                new DeadlinesSet(List.of(
                        due(ObligationKind.OWN, null, "2026-11-24T09:00:00Z"),
                        due(ObligationKind.ACTION_ITEM, "a1", "2026-11-24T17:00:00Z"),
                        due(ObligationKind.ACTION_ITEM, "a2", "2026-11-24T17:00:00Z"))));

        looks.lookAt("2026-11-24T08:00:00Z");

        // What the others had falls to her.
        assertThat(letters()).containsExactly("ana@example.org: Postmortems: 3 due soon");
        assertThat(looks.deliveries()).hasSize(1);
    }

    @Test
    void a_mail_server_that_is_away_is_tried_again_and_what_was_done_meanwhile_is_not_told() throws Exception {
        happened(
                Events.opened(),
                Events.item("a1", "ana"),
                Events.item("a2", "ben"),
                new DeadlinesSet(List.of(
                        due(ObligationKind.ACTION_ITEM, "a1", "2026-11-24T17:00:00Z"),
                        due(ObligationKind.ACTION_ITEM, "a2", "2026-11-24T17:00:00Z"))));
        server.stop();
        looks.lookAt("2026-11-24T08:00:00Z");
        looks.lookAt("2026-11-24T08:00:01Z");
        assertThat(looks.deliveries())
                .extracting(Delivery::lastError)
                .containsOnly("The mail server cannot be connected to.");
        happened(new ActionItemCompleted("a1"));
        server.start();

        looks.lookAt("2026-11-24T09:00:00Z");

        assertThat(letters()).containsExactly("ben@example.org: Postmortems: 1 due soon");
        assertThat(looks.deliveries())
                .extracting(Delivery::state)
                .containsExactlyInAnyOrder(DeliveryState.OBSOLETE, DeliveryState.SENT);
    }

    @Test
    void a_digest_that_was_obsolete_is_sent_on_the_same_day_when_what_it_told_of_passes_back() throws Exception {
        digestOfAnaIsObsolete();
        happened(new OwnerAssigned("ana"));

        looks.lookAt("2026-11-24T10:00:00Z");
        looks.lookAt("2026-11-24T11:00:00Z");

        assertThat(letters())
                .containsExactly(
                        "ben@example.org: Postmortems: 1 due soon", "ana@example.org: Postmortems: 1 due soon");
        assertThat(looks.deliveries()).extracting(Delivery::state).containsOnly(DeliveryState.SENT);
    }

    @Test
    void what_an_obsolete_digest_would_have_told_is_news_on_the_next_day() throws Exception {
        digestOfAnaIsObsolete();

        happened(new OwnerAssigned("ana"));
        looks.lookAt("2026-11-25T08:00:00Z");

        assertThat(letters())
                .containsExactly("ben@example.org: Postmortems: 1 due soon", "ana@example.org: Postmortems: 1 overdue");
    }

    /** What she had to be told of passed to somebody else while the mail server was away. */
    private void digestOfAnaIsObsolete() throws Exception {
        happened(
                Events.opened(),
                new OwnerAssigned("ana"),
                new DeadlinesSet(List.of(due(ObligationKind.HOLD_MEETING, null, "2026-11-24T17:00:00Z"))));
        server.stop();
        looks.lookAt("2026-11-24T08:00:00Z");
        server.start();
        happened(new OwnerAssigned("ben"));
        looks.lookAt("2026-11-24T09:00:00Z");
        assertThat(letters()).containsExactly("ben@example.org: Postmortems: 1 due soon");
        assertThat(looks.deliveries())
                .filteredOn(delivery -> delivery.to().equals("ana"))
                .extracting(Delivery::state)
                .containsExactly(DeliveryState.OBSOLETE);
    }

    @Test
    void what_a_digest_that_failed_was_to_tell_is_told_on_the_next_day_and_the_failed_one_is_not_sent_besides()
            throws Exception {
        itemIsDue("yui", "2026-11-24T17:00:00Z");
        looks.lookAt("2026-11-24T08:00:00Z");
        looks.lookAt("2026-11-24T12:00:00Z");
        assertThat(looks.deliveries()).extracting(Delivery::state).containsExactly(DeliveryState.FAILED);
        Delivery failed = looks.deliveries().get(0);
        Files.writeString(directory, "  - {name: yui, address: yui@example.org}\n", StandardOpenOption.APPEND);

        looks.lookAt("2026-11-25T08:00:00Z");
        looks.retry(failed);
        looks.lookAt("2026-11-25T09:00:00Z");
        looks.lookAt("2026-11-26T08:00:00Z");

        assertThat(letters()).containsExactly("yui@example.org: Postmortems: 1 overdue");
        assertThat(looks.deliveries())
                .extracting(Delivery::state)
                .containsExactlyInAnyOrder(DeliveryState.OBSOLETE, DeliveryState.SENT);
    }

    @Test
    void what_was_given_up_is_sent_with_the_digest_of_the_day_on_which_it_is_retried() throws Exception {
        itemIsDue("ana", "2026-11-23T17:00:00Z");
        server.stop();
        looks.lookAt("2026-11-23T08:00:00Z");
        become(DeliveryState.FAILED);
        server.start();

        // Its deadline is too long ago by then to be news.
        looks.lookAt("2026-11-25T08:00:00Z");
        assertThat(letters()).isEmpty();
        looks.retry(looks.deliveries().get(0));
        looks.lookAt("2026-11-25T09:00:00Z");
        looks.lookAt("2026-11-25T10:00:00Z");

        assertThat(letters()).containsExactly("ana@example.org: Postmortems: 1 overdue");
        assertThat(looks.deliveries())
                .extracting(Delivery::state)
                .containsExactlyInAnyOrder(DeliveryState.OBSOLETE, DeliveryState.SENT);
    }

    @Test
    void a_digest_that_is_late_comes_in_that_of_the_next_day_so_that_one_day_has_one() throws Exception {
        itemIsDue("ana", "2026-11-24T17:00:00Z");
        server.stop();
        looks.lookAt("2026-11-24T08:00:00Z");
        looks.lookAt("2026-11-24T23:59:59Z");
        server.start();

        looks.lookAt("2026-11-25T00:10:00Z");
        assertThat(letters()).isEmpty();
        happened(
                Events.item("a2", "ana"),
                new DeadlinesSet(List.of(due(ObligationKind.ACTION_ITEM, "a2", "2026-11-26T12:00:00Z"))));
        looks.lookAt("2026-11-25T08:00:00Z");
        looks.lookAt("2026-11-25T09:00:00Z");

        assertThat(letters()).containsExactly("ana@example.org: Postmortems: 1 overdue, 1 due soon");
        assertThat(looks.deliveries())
                .extracting(Delivery::day, Delivery::state)
                .containsExactlyInAnyOrder(
                        tuple(LocalDate.parse("2026-11-24"), DeliveryState.OBSOLETE),
                        tuple(LocalDate.parse("2026-11-25"), DeliveryState.SENT));
    }

    @Test
    void what_a_mail_server_that_is_away_for_days_holds_up_is_told_once_when_it_is_back() throws Exception {
        itemIsDue("ana", "2026-11-24T17:00:00Z");
        server.stop();
        looks.lookAt("2026-11-24T08:00:00Z");
        looks.lookAt("2026-11-25T08:00:00Z");
        looks.lookAt("2026-11-26T08:00:00Z");
        server.start();

        looks.lookAt("2026-11-26T12:00:00Z");
        looks.lookAt("2026-11-27T08:00:00Z");

        assertThat(letters()).containsExactly("ana@example.org: Postmortems: 1 overdue");
        assertThat(looks.deliveries())
                .extracting(Delivery::state)
                .containsExactlyInAnyOrder(DeliveryState.OBSOLETE, DeliveryState.OBSOLETE, DeliveryState.SENT);
    }

    @Test
    void a_digest_of_what_an_earlier_one_may_have_told_says_so() throws Exception {
        itemIsDue("ana", "2026-11-24T17:00:00Z");
        server.stop();
        looks.lookAt("2026-11-24T08:00:00Z");
        // As after an attempt without an answer.
        change(Updates.set("possibleDuplicate", true));
        become(DeliveryState.FAILED);
        server.start();

        looks.lookAt("2026-11-25T08:00:00Z");

        assertThat(letters()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].getHeader("X-Hindsight-Possible-Duplicate"))
                .containsExactly("true");
    }

    private static void become(DeliveryState state) {
        change(Updates.set("state", state.toString()));
    }

    private static void change(Bson change) {
        looks.stores.database().getCollection("reminders").updateOne(Filters.empty(), change);
    }

    @Test
    void a_digest_whose_sender_died_comes_again_under_the_same_id_and_says_so() throws Exception {
        itemIsDue("ana", "2026-11-24T17:00:00Z");
        looks.lookAt("2026-11-24T08:00:00Z");
        become(DeliveryState.SENDING);

        looks.lookAt("2026-11-24T08:01:00Z");

        MimeMessage[] letters = server.getReceivedMessages();
        assertThat(letters).hasSize(2);
        assertThat(letters[1].getMessageID()).isEqualTo(letters[0].getMessageID());
        assertThat(letters[0].getHeader("X-Hindsight-Possible-Duplicate")).isNull();
        assertThat(letters[1].getHeader("X-Hindsight-Possible-Duplicate")).containsExactly("true");
    }
}
