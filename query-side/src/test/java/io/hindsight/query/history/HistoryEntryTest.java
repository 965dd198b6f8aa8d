package io.hindsight.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.events.FactorEvent.ContributingFactorAdded;
import io.hindsight.events.FactorEvent.ContributingFactorMoved;
import io.hindsight.events.FactorEvent.ContributingFactorRetracted;
import io.hindsight.events.LifecycleEvent.PostmortemSubmittedForReview;
import io.hindsight.events.MeetingEvent.MeetingInviteesSet;
import io.hindsight.events.MeetingEvent.MeetingScheduled;
import io.hindsight.events.OwnershipEvent.OwnerAssigned;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.events.ReviewEvent.MarkedReviewed;
import io.hindsight.events.SectionEvent.SectionWritten;
import io.hindsight.events.TimelineEvent.TimelineEntryCorrected;
import io.hindsight.events.TimelineEvent.TimelineEntryRetracted;
import io.hindsight.query.Batches;
import io.hindsight.query.Events;
import io.hindsight.query.Samples;
import io.hindsight.words.Invitee;
import io.hindsight.words.InviteeRole;
import io.hindsight.words.ResponderRole;
import io.hindsight.words.Section;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HistoryEntryTest {

    static List<Class<? extends PostmortemEvent>> types() {
        return PostmortemEvent.types();
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_event_there_is_has_a_sentence(Class<? extends PostmortemEvent> type) {
        assertThat(Summaries.of(Samples.of(type))).matches("\\p{Lu}.+").doesNotContain("null", "@");
    }

    @Test
    void a_changed_field_of_an_element_is_shown_by_the_elements_id() {
        HistoryEntry entry = last(
                Events.opened(),
                Events.entry("e1", "2026-03-02T10:00:00Z", "Paged"),
                new TimelineEntryCorrected("e1", null, null, "Paged twice", null, null, false, false));

        assertThat(entry.changes()).containsExactly(new DocumentChange("timeline[e1].text", "Paged", "Paged twice"));
        assertThat(entry.action()).isEqualTo("timeline-entry-corrected");
        assertThat(entry.version()).isEqualTo(3);
        assertThat(entry.actor()).isEqualTo("ana");
    }

    @Test
    void which_version_was_reviewed_is_shown() {
        HistoryEntry entry = last(
                Events.opened(), new MarkedReviewed("ben", 1, false, null), new MarkedReviewed("ben", 2, false, null));

        assertThat(entry.changes()).contains(new DocumentChange("reviews[ben].version", 1L, 2L));
    }

    @Test
    void another_role_of_an_invitee_is_shown_by_who_it_is() {
        HistoryEntry entry = last(
                Events.opened(),
                new MeetingScheduled(OffsetDateTime.parse("2026-03-04T10:00:00Z"), Duration.ofMinutes(30), null, null),
                invited(InviteeRole.OWNER),
                invited(InviteeRole.OWNER, InviteeRole.SCRIBE));

        assertThat(entry.changes())
                .containsExactly(new DocumentChange(
                        "meeting.invitees[ben].roles", List.of("owner"), List.of("owner", "scribe")));
        assertThat(entry.summary())
                .isEqualTo("Set whom to invite to the meeting: ben; nobody is named as service-owner");
    }

    private static MeetingInviteesSet invited(InviteeRole... roles) {
        return new MeetingInviteesSet(
                List.of(new Invitee("ben", List.of(roles), false)), List.of(ResponderRole.SERVICE_OWNER));
    }

    @Test
    void an_element_that_goes_is_shown_whole() {
        HistoryEntry entry = last(
                Events.opened(), Events.entry("e1", "2026-03-02T10:00:00Z", "Paged"), new TimelineEntryRetracted("e1"));

        assertThat(entry.changes()).singleElement().satisfies(change -> {
            assertThat(change.path()).isEqualTo("timeline[e1]");
            assertThat(change.after()).isNull();
            assertThat(change.before()).hasFieldOrPropertyWithValue("text", "Paged");
        });
    }

    @Test
    void another_order_is_shown_by_the_ids_before_and_after() {
        HistoryEntry entry = last(
                Events.opened(), factor("a"), factor("b"), factor("c"), new ContributingFactorMoved("c", "a", false));

        assertThat(entry.changes())
                .containsExactly(new DocumentChange(
                        "contributingFactors.order", List.of("a", "b", "c"), List.of("c", "a", "b")));
        assertThat(entry.summary()).isEqualTo("Moved the contributing factor c before a");
        assertThat(last(Events.opened(), factor("a"), factor("b"), new ContributingFactorRetracted("a"))
                        .changes())
                .extracting(DocumentChange::path)
                .containsExactly("contributingFactors[a]");
    }

    private static ContributingFactorAdded factor(String id) {
        return new ContributingFactorAdded(id, "Something", false);
    }

    @Test
    void a_section_is_shown_by_its_text_alone() {
        HistoryEntry entry = last(Events.opened(), new SectionWritten(Section.OVERVIEW, "In short", true));

        assertThat(entry.changes()).containsExactly(new DocumentChange("sections.overview.text", null, "In short"));
        assertThat(entry.minor()).isTrue();
    }

    @Test
    void constants_are_shown_as_they_print() {
        assertThat(last(Events.opened(), new PostmortemSubmittedForReview()).changes())
                .containsExactly(new DocumentChange("status", "draft", "in-review"));
    }

    @Test
    void an_event_that_changes_nothing_that_is_shown_has_no_changes() {
        assertThat(last(Events.opened(), new OwnerAssigned("ben"), new OwnerAssigned("ben"))
                        .changes())
                .isEmpty();
    }

    private static HistoryEntry last(PostmortemEvent... events) {
        return HistoryEntry.of(new Batches(Events.recorded("pm-1", events))
                .batch(events.length, events.length)
                .steps()
                .get(0));
    }
}
