package io.hindsight.command.postmortem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindsight.command.CommandSide;
import io.hindsight.command.decision.Command;
import io.hindsight.command.decision.Refusal;
import io.hindsight.command.lifecycle.LifecycleCommand.Open;
import io.hindsight.command.lifecycle.LifecycleCommand.SubmitForReview;
import io.hindsight.command.meeting.MeetingCommand.CancelMeeting;
import io.hindsight.command.meeting.MeetingCommand.RecordMeetingHeld;
import io.hindsight.command.timeline.TimelineCommand.AddTimelineEntry;
import io.hindsight.words.Severity;
import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.common.caching.Cache;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

/** A long history is not read for every command: a snapshot stands for its beginning, and says the same. */
@SpringBootTest(classes = CommandSide.class, properties = "hindsight.event-store.url=jdbc:h2:mem:snapshots")
class SnapshotTest {
    @Autowired
    private PostmortemRequests requests;

    @Autowired
    private Cache postmortemCache;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void a_postmortem_loaded_from_a_snapshot_decides_as_the_one_that_was_kept() {
        send("key-0", new Open(Scenario.ID, "Checkout is slow", Severity.SEV_1, null, null, null));
        for (int i = 1; i <= 250; i++) {
            send("key-" + i, entry("e" + i));
        }
        String kept = refusalOfSubmitting();
        postmortemCache.removeAll();

        assertThat(refusalOfSubmitting()).isEqualTo(kept);
        postmortemCache.removeAll();
        assertThat(send("key-17", entry("e17")).version()).isEqualTo(2 + 17);
        postmortemCache.removeAll();
        assertThatThrownBy(() -> send("another key", entry("e17"))).isInstanceOf(Refusal.class);
        assertThat(send("key-251", entry("e251")).version()).isEqualTo(2 + 251);
        assertThat(jdbc.queryForObject("select max(sequence_number) from snapshot_event_entry", Integer.class))
                .isGreaterThan(150);
    }

    @Test
    void a_meeting_that_was_held_before_the_one_that_is_planned_is_in_the_snapshot() {
        send(null, new Open("pm-3", "Checkout is slow", Severity.SEV_1, null, null, null));
        for (Command command :
                List.of(Commands.schedule(), Commands.held(), Commands.schedule(Commands.MEETING.plusDays(1)))) {
            sendTo("pm-3", null, command);
        }
        for (int i = 1; i <= 120; i++) {
            sendTo("pm-3", null, entry("e" + i));
        }
        postmortemCache.removeAll();

        long calledOff = sendTo("pm-3", null, new CancelMeeting()).version();
        postmortemCache.removeAll();
        assertThat(sendTo("pm-3", null, new RecordMeetingHeld(null, null, null)).version())
                .as("it is held already")
                .isEqualTo(calledOff);
    }

    @Test
    void a_snapshot_of_another_revision_is_passed_over() {
        send(null, new Open("pm-2", "Checkout is slow", Severity.SEV_1, null, null, null));
        for (int i = 1; i <= 120; i++) {
            sendTo("pm-2", null, entry("e" + i));
        }
        assertThat(
                        jdbc.update(
                                "update snapshot_event_entry set payload_revision = '0', payload = '{}' where aggregate_identifier = 'pm-2'"))
                .isEqualTo(1);
        postmortemCache.removeAll();

        assertThat(sendTo("pm-2", null, entry("e121")).version()).isEqualTo(2 + 121);
    }

    private String refusalOfSubmitting() {
        try {
            send(null, new SubmitForReview());
            throw new AssertionError("Submitting should be refused");
        } catch (Refusal refusal) {
            return refusal.unmet().toString();
        }
    }

    private Answer send(String key, Command command) {
        return sendTo(command instanceof Open open ? open.id() : Scenario.ID, key, command);
    }

    private Answer sendTo(String id, String key, Command command) {
        return requests.send(new Request(
                id,
                List.of(new Instruction("test", command, "because")),
                Scenario.COORDINATOR,
                null,
                key,
                key == null ? null : command.toString(),
                "correlation"));
    }

    private static AddTimelineEntry entry(String id) {
        return new AddTimelineEntry(id, OffsetDateTime.parse("2026-11-23T10:00:00+01:00"), null, "Text", null, null);
    }
}
