package io.hindsight.query.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindsight.events.ActionItemEvent.ActionItemCompleted;
import io.hindsight.events.ActionItemEvent.ActionItemReopened;
import io.hindsight.events.ActionItemEvent.ActionItemTicketLinked;
import io.hindsight.events.CommentEvent.CommentAdded;
import io.hindsight.events.CommentEvent.CommentResolved;
import io.hindsight.events.DeadlineEvent.DeadlinesSet;
import io.hindsight.events.EventMetadata;
import io.hindsight.events.ExternalMessageEvent.ExternalMessageDrafted;
import io.hindsight.events.ExternalMessageEvent.ExternalMessagePosted;
import io.hindsight.events.FactorEvent.ContributingFactorAdded;
import io.hindsight.events.FactorEvent.ContributingFactorMoved;
import io.hindsight.events.LifecycleEvent.PostmortemClosed;
import io.hindsight.events.LifecycleEvent.PostmortemImported;
import io.hindsight.events.LifecycleEvent.PostmortemOpened;
import io.hindsight.events.LifecycleEvent.PostmortemReopened;
import io.hindsight.events.LifecycleEvent.PostmortemSubmittedForReview;
import io.hindsight.events.MeetingEvent.MeetingCancelled;
import io.hindsight.events.MeetingEvent.MeetingHeld;
import io.hindsight.events.MeetingEvent.MeetingScheduled;
import io.hindsight.events.OwnershipEvent.OwnerAssigned;
import io.hindsight.events.OwnershipEvent.OwnerUnassigned;
import io.hindsight.events.PointEvent.WentBadlyAdded;
import io.hindsight.events.PointEvent.WentBadlyCorrected;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.events.RestrictionEvent.PostmortemRestricted;
import io.hindsight.events.RestrictionEvent.RestrictionLifted;
import io.hindsight.events.ReviewEvent.ChangesRequested;
import io.hindsight.events.ReviewEvent.MarkedReviewed;
import io.hindsight.events.ReviewEvent.RequestedChangesAnswered;
import io.hindsight.events.ReviewEvent.ReviewsWentStale;
import io.hindsight.events.SectionEvent.SectionWritten;
import io.hindsight.events.TimelineEvent.TimelineEntryCorrected;
import io.hindsight.query.Events;
import io.hindsight.query.Samples;
import io.hindsight.query.fold.PostmortemDocument.Comment;
import io.hindsight.query.fold.PostmortemDocument.Correction;
import io.hindsight.query.fold.PostmortemDocument.Factor;
import io.hindsight.query.fold.PostmortemDocument.Obligation;
import io.hindsight.query.fold.PostmortemDocument.TimelineEntry;
import io.hindsight.words.Anchor;
import io.hindsight.words.Deadline;
import io.hindsight.words.Edit;
import io.hindsight.words.Incident;
import io.hindsight.words.ObligationKind;
import io.hindsight.words.Section;
import io.hindsight.words.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentFoldTest {
    private static final Edit EDIT = new Edit(4, Events.START, "ben", "section-written");

    static List<Class<? extends PostmortemEvent>> types() {
        return PostmortemEvent.types();
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_event_there_is_can_be_folded(Class<? extends PostmortemEvent> type) {
        PostmortemDocument document = Events.folded(Events.opened(), Samples.of(type));

        assertThat(document.version()).isEqualTo(2);
    }

    @Test
    void it_says_to_whom_it_is_restricted_now() {
        PostmortemOpened opened =
                new PostmortemOpened("pm-1", "A leak", null, true, Incident.UNKNOWN, List.of(), List.of("ana"));

        assertThat(Events.folded(opened).restrictedTo()).containsExactly("ana");
        assertThat(Events.folded(opened, new PostmortemRestricted(List.of("ben")))
                        .restrictedTo())
                .containsExactly("ben");
        assertThat(Events.folded(opened, new RestrictionLifted()).restrictedTo())
                .isNull();
    }

    @Test
    void factors_stand_in_the_order_in_which_people_put_them() {
        assertThat(order(new ContributingFactorMoved("c", "a", false))).containsExactly("c", "a", "b");
        assertThat(order(new ContributingFactorMoved("a", "c", false))).containsExactly("b", "a", "c");
        assertThat(order(new ContributingFactorMoved("a", null, false))).containsExactly("b", "c", "a");
        assertThat(order(new ContributingFactorMoved("x", "a", false))).containsExactly("a", "b", "c");
    }

    private static List<String> order(ContributingFactorMoved move) {
        return Events.folded(Events.opened(), factor("a"), factor("b"), factor("c"), move)
                .contributingFactors()
                .stream()
                .map(Factor::factorId)
                .toList();
    }

    private static ContributingFactorAdded factor(String id) {
        return new ContributingFactorAdded(id, "Something", false);
    }

    @Test
    void an_event_that_comes_again_changes_nothing() {
        PostmortemDocument document = null;
        List<RecordedEvent> events = Events.recorded("pm-1", Events.opened(), Events.entry("e1", null, "It began"));
        for (RecordedEvent event : events) {
            document = DocumentFold.fold(document, event);
        }

        assertThat(DocumentFold.fold(document, events.get(0))).isSameAs(document);
        assertThat(DocumentFold.fold(document, events.get(1))).isSameAs(document);
    }

    @Test
    void a_missing_event_is_said_aloud() {
        RecordedEvent second =
                Events.recorded("pm-1", Events.opened(), new OwnerUnassigned()).get(1);

        assertThatThrownBy(() -> DocumentFold.fold(null, second))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void entries_stand_in_time_order_whatever_their_offsets_and_those_without_a_time_last() {
        PostmortemDocument document = Events.folded(
                Events.opened(),
                Events.entry("unknown", null, "Some time"),
                Events.entry("late", "2026-03-02T10:00:00Z", "Later"),
                Events.entry("early", "2026-03-02T10:30:00+01:00", "Earlier"),
                Events.entry("unknown-too", null, "Some other time"),
                Events.entry("late-too", "2026-03-02T10:00:00Z", "At the same time"));

        assertThat(document.timeline())
                .extracting(TimelineEntry::entryId)
                .containsExactly("early", "late", "late-too", "unknown", "unknown-too");
        assertThat(document.timeline().get(0).at()).isEqualTo("2026-03-02T09:30:00Z");
        assertThat(document.timeline().get(0).atGiven()).isEqualTo("2026-03-02T10:30+01:00");
        assertThat(document.timeline().get(1).atGiven()).isNull();
    }

    @Test
    void a_correction_moves_the_entry_and_keeps_its_first_values_also_when_it_is_corrected_again() {
        PostmortemDocument document = Events.folded(
                Events.opened(),
                Events.entry("e1", "2026-03-02T10:00:00Z", "Paged"),
                Events.entry("e2", "2026-03-02T11:00:00Z", "Mitigated"),
                correction("e1", "2026-03-02T12:00:00Z", null),
                correction("e1", null, "Paged again"));

        assertThat(document.timeline()).extracting(TimelineEntry::entryId).containsExactly("e2", "e1");
        TimelineEntry corrected = document.timeline().get(1);
        assertThat(corrected.text()).isEqualTo("Paged again");
        assertThat(corrected.at()).isEqualTo("2026-03-02T12:00:00Z");
        assertThat(corrected.correctedFrom().at()).isEqualTo("2026-03-02T10:00:00Z");
        assertThat(corrected.correctedFrom().text()).isEqualTo("Paged");
        assertThat(corrected.corrected().at())
                .as("when it was corrected again")
                .isEqualTo(Events.START.plusSeconds(240));
    }

    @Test
    void a_corrected_entry_says_by_whom_and_why_where_that_was_told_by_an_export_too() {
        PostmortemDocument document =
                Events.folded(Events.opened(), Events.entry("e1", "2026-03-02T10:00:00Z", "Paged"));
        Instant there = Events.START.minusSeconds(3600);

        TimelineEntry corrected = DocumentFold.fold(
                        document,
                        new RecordedEvent(
                                "pm-1",
                                3,
                                Events.START.plusSeconds(120),
                                correction("e1", null, "Paged again"),
                                Map.of(
                                        EventMetadata.ACTOR, "cora",
                                        EventMetadata.ORIGINAL_ACTOR, "dan",
                                        EventMetadata.ORIGINAL_AT, there.toString(),
                                        EventMetadata.REASON, "The log says so")))
                .timeline()
                .get(0);

        assertThat(corrected.addedBy()).isEqualTo("ana");
        assertThat(corrected.corrected()).isEqualTo(new Correction(there, "dan", "The log says so"));
    }

    @Test
    void what_is_owed_is_done_by_the_fact_and_owed_again_by_a_new_deadline() {
        DeadlinesSet due = new DeadlinesSet(List.of(Events.due(ObligationKind.OWN, null, "2026-03-02T11:00:00Z")));

        assertThat(Events.folded(Events.opened(), due).obligations())
                .singleElement()
                .matches(owed -> owed.doneAt() == null);
        assertThat(Events.folded(Events.opened(), due, new OwnerAssigned("ben")).obligations())
                .singleElement()
                .matches(owed -> owed.doneAt().equals(Events.START.plusSeconds(120)));
        assertThat(Events.folded(Events.opened(), due, new OwnerAssigned("ben"), new OwnerUnassigned(), due)
                        .obligations())
                .singleElement()
                .matches(owed -> owed.doneAt() == null && owed.assignee() == null);
    }

    @Test
    void what_is_done_at_the_first_instant_that_is_too_late_is_late() {
        assertThat(done("2026-03-02T10:02:00Z").late()).isTrue();
        assertThat(done("2026-03-02T10:02:00.001Z").late()).isFalse();
        assertThat(Events.folded(Events.opened(), owed("2026-03-02T10:02:00Z"))
                        .asOf(Events.START)
                        .obligations())
                .singleElement()
                .matches(owed -> owed.late() == null);
        assertThat(Events.folded(Events.opened(), owed("2026-03-02T10:02:00Z"), new OwnerAssigned("ben"))
                        .obligations())
                .singleElement()
                .matches(owed -> owed.late() == null);
    }

    /** Done two minutes after the opening. */
    private static Obligation done(String dueAt) {
        return Events.folded(Events.opened(), owed(dueAt), new OwnerAssigned("ben"))
                .asOf(Events.START)
                .obligations()
                .get(0);
    }

    private static DeadlinesSet owed(String dueAt) {
        return new DeadlinesSet(List.of(Events.due(ObligationKind.OWN, null, dueAt)));
    }

    @Test
    void a_meeting_that_was_held_in_time_is_not_late_however_late_somebody_says_so() {
        OffsetDateTime held = OffsetDateTime.parse("2026-03-02T08:30:00Z");
        DeadlinesSet due =
                new DeadlinesSet(List.of(Events.due(ObligationKind.HOLD_MEETING, null, "2026-03-02T09:00:00Z")));

        assertThat(Events.folded(Events.opened(), due, new MeetingHeld(held, List.of(), null))
                        .asOf(Events.START)
                        .obligations())
                .singleElement()
                .matches(owed -> owed.doneAt().equals(held.toInstant()) && !owed.late());
        assertThat(Events.folded(
                                Events.opened(),
                                due,
                                new MeetingHeld(held, List.of(), null),
                                new MeetingHeld(held.plusHours(1), List.of(), null))
                        .asOf(Events.START)
                        .obligations())
                .singleElement()
                .matches(Obligation::late);
    }

    @Test
    void a_lifted_deadline_is_owed_no_more() {
        PostmortemDocument document = Events.folded(
                Events.opened(),
                new DeadlinesSet(List.of(
                        Events.due(ObligationKind.OWN, null, "2026-03-02T11:00:00Z"),
                        Events.due(ObligationKind.HOLD_MEETING, null, "2026-03-05T00:00:00Z"))),
                new DeadlinesSet(List.of(Events.due(ObligationKind.OWN, null, null))));

        assertThat(document.obligations()).extracting(Obligation::kind).containsExactly(ObligationKind.HOLD_MEETING);
    }

    @Test
    void an_obligation_is_overdue_from_the_first_instant_that_is_too_late() {
        PostmortemDocument document = Events.folded(
                Events.opened(),
                new DeadlinesSet(List.of(Events.due(ObligationKind.OWN, null, "2026-03-02T11:00:00Z"))));

        assertThat(document.asOf(Instant.parse("2026-03-02T10:59:59.999Z"))
                        .obligations()
                        .get(0)
                        .overdue())
                .isFalse();
        assertThat(document.asOf(Instant.parse("2026-03-02T11:00:00Z"))
                        .obligations()
                        .get(0)
                        .overdue())
                .isTrue();
    }

    @Test
    void an_action_item_is_owed_by_its_owner_or_else_by_the_postmortems() {
        PostmortemDocument document = Events.folded(
                Events.opened(),
                new OwnerAssigned("ben"),
                Events.item("a1", "cleo"),
                Events.item("a2", null),
                new DeadlinesSet(List.of(
                        Events.due(ObligationKind.ACTION_ITEM, "a1", "2026-03-20T00:00:00Z"),
                        Events.due(ObligationKind.ACTION_ITEM, "a2", "2026-03-20T00:00:00Z"))),
                new ActionItemCompleted("a2"));

        assertThat(document.obligations()).extracting(Obligation::assignee).containsExactly("cleo", "ben");
        assertThat(document.obligations().get(0).doneAt()).isNull();
        assertThat(document.obligations().get(1).doneAt()).isNotNull();
    }

    @Test
    void an_action_item_is_a_topic_until_it_has_a_ticket_and_comes_back_as_what_it_was() {
        PostmortemEvent item = Events.item("a1", null);
        PostmortemEvent linked = new ActionItemTicketLinked("a1", "https://tickets.example/1");

        assertThat(status(item)).isEqualTo(ActionItemStatus.TOPIC);
        assertThat(status(item, linked)).isEqualTo(ActionItemStatus.TICKETED);
        assertThat(status(item, linked, new ActionItemCompleted("a1"))).isEqualTo(ActionItemStatus.DONE);
        assertThat(status(item, linked, new ActionItemCompleted("a1"), new ActionItemReopened("a1")))
                .isEqualTo(ActionItemStatus.TICKETED);
    }

    @Test
    void a_person_has_one_review_and_an_edit_makes_it_stale() {
        PostmortemDocument document = Events.folded(
                Events.opened(),
                new ChangesRequested("dee", 1, false, "Say more"),
                new MarkedReviewed("dee", 2, true, null),
                new MarkedReviewed("eli", 2, false, null),
                new ReviewsWentStale(List.of("dee"), EDIT));

        assertThat(document.reviews()).hasSize(2);
        assertThat(document.reviews().get(0).person()).isEqualTo("dee");
        assertThat(document.reviews().get(0).verdict()).isEqualTo(Verdict.APPROVED);
        assertThat(document.reviews().get(0).stale()).isTrue();
        assertThat(document.reviews().get(0).staleSince()).isEqualTo(EDIT);
        assertThat(document.reviews().get(1).stale()).isFalse();
    }

    @Test
    void a_request_for_changes_shows_its_answer_until_something_else_is_said() {
        ChangesRequested asked = new ChangesRequested("dee", 1, false, "Say more");
        RequestedChangesAnswered answered = new RequestedChangesAnswered("dee");

        assertThat(Events.folded(Events.opened(), asked, answered)
                        .reviews()
                        .get(0)
                        .answered()
                        .by())
                .isEqualTo("ana");
        assertThat(Events.folded(Events.opened(), asked, answered, asked)
                        .reviews()
                        .get(0)
                        .answered())
                .isNull();
    }

    @Test
    void comments_stand_in_their_order_and_say_who_resolved_them() {
        Anchor anchor = new Anchor(Section.OVERVIEW, null, null, null, null);
        List<Comment> comments = Events.folded(
                        Events.opened(),
                        new CommentAdded("c1", "dee", "Which cache?", anchor, null),
                        new CommentAdded("c2", "eli", "The second", null, "c1"),
                        new CommentResolved("c1"))
                .comments();

        assertThat(comments)
                .containsExactly(
                        new Comment(
                                "c1",
                                "dee",
                                Events.START.plusSeconds(60),
                                "Which cache?",
                                anchor,
                                null,
                                Events.START.plusSeconds(180),
                                "ana"),
                        new Comment("c2", "eli", Events.START.plusSeconds(120), "The second", null, "c1", null, null));
    }

    @Test
    void a_meeting_keeps_what_was_planned_when_it_is_held() {
        PostmortemDocument document = Events.folded(
                Events.opened(),
                new MeetingScheduled(
                        OffsetDateTime.parse("2026-03-04T10:00:00Z"), Duration.ofMinutes(30), "Room 1", null),
                new MeetingHeld(OffsetDateTime.parse("2026-03-04T10:05:00Z"), List.of("ana", "ben"), null));

        assertThat(document.meeting().location()).isEqualTo("Room 1");
        assertThat(document.meeting().heldAt()).isEqualTo("2026-03-04T10:05:00Z");
        assertThat(document.meeting().attendees()).containsExactly("ana", "ben");
    }

    @Test
    void a_meeting_that_was_held_stays_in_the_document_when_another_one_is_scheduled() {
        MeetingScheduled first = scheduled("2026-03-04T10:00:00Z", null);
        MeetingHeld held = new MeetingHeld(first.startsAt(), List.of("ana"), "https://calls.example/1");
        DeadlinesSet due =
                new DeadlinesSet(List.of(Events.due(ObligationKind.HOLD_MEETING, null, "2026-03-05T00:00:00Z")));
        DeadlinesSet lifted =
                new DeadlinesSet(List.of(new Deadline(ObligationKind.HOLD_MEETING, null, null, null, "r")));
        MeetingScheduled second = scheduled("2026-03-06T10:00:00Z", null);
        PostmortemDocument before = Events.folded(Events.opened(), due, first, held);

        PostmortemDocument another = Events.folded(Events.opened(), due, first, held, second, due);
        assertThat(another.meeting().heldAt()).isNull();
        assertThat(another.earlierMeetings())
                .containsExactly(before.meeting().heldBy(Instant.parse("2026-03-05T00:00:00Z")));

        PostmortemDocument calledOff =
                Events.folded(Events.opened(), due, first, held, second, due, new MeetingCancelled(), lifted);
        assertThat(calledOff.meeting()).isEqualTo(before.meeting());
        assertThat(calledOff.earlierMeetings()).isEmpty();
        assertThat(calledOff.calendar().cancelled().startsAt()).isEqualTo("2026-03-06T10:00:00Z");
        assertThat(calledOff.obligations()).isEqualTo(before.obligations());
    }

    @Test
    void the_meeting_that_stands_again_is_as_late_as_it_was_whatever_the_other_one_had_to_be_held_by() {
        MeetingScheduled first = scheduled("2026-03-04T10:00:00Z", null);
        MeetingHeld held = new MeetingHeld(first.startsAt(), List.of("ana"), null);
        PostmortemEvent[] events = {Events.opened(), heldBy("2026-03-05T00:00:00Z"), first, held};
        PostmortemDocument before = Events.folded(events);

        PostmortemDocument calledOff = Events.folded(Stream.concat(
                        Stream.of(events),
                        Stream.of(
                                scheduled("2026-03-06T10:00:00Z", null),
                                heldBy("2026-03-02T00:00:00Z"),
                                new MeetingCancelled()))
                .toArray(PostmortemEvent[]::new));

        assertThat(calledOff.obligations()).isEqualTo(before.obligations());
        assertThat(calledOff.meeting()).isEqualTo(before.meeting());
    }

    private static DeadlinesSet heldBy(String time) {
        return new DeadlinesSet(List.of(Events.due(ObligationKind.HOLD_MEETING, null, time)));
    }

    @Test
    void an_action_item_that_is_open_again_and_has_no_day_is_owed_by_none() {
        PostmortemDocument reopened = Events.folded(
                Events.opened(),
                Events.item("i", "ana"),
                new DeadlinesSet(List.of(Events.due(ObligationKind.ACTION_ITEM, "i", "2026-03-05T00:00:00Z"))),
                new ActionItemCompleted("i"),
                new ActionItemReopened("i"));

        assertThat(reopened.obligations()).isEmpty();
    }

    @Test
    void a_meeting_that_is_scheduled_for_when_it_was_held_is_the_same_one() {
        PostmortemDocument document = Events.folded(
                Events.opened(),
                new MeetingHeld(OffsetDateTime.parse("2026-03-04T11:00:00+01:00"), List.of("ana"), null),
                scheduled("2026-03-04T10:00:00Z", "Room 2"));

        assertThat(document.earlierMeetings()).isEmpty();
        assertThat(document.meeting().heldAt()).isEqualTo("2026-03-04T10:00:00Z");
        assertThat(document.meeting().location()).isEqualTo("Room 2");
    }

    @Test
    void what_customers_have_read_stays_in_the_document_when_the_message_is_edited() {
        ExternalMessageDrafted draft = new ExternalMessageDrafted("It was slow.", null, null, null, false);
        ExternalMessagePosted posted = new ExternalMessagePosted(
                "It was slow.", OffsetDateTime.parse("2026-03-04T10:00:00Z"), "https://status.example/1");
        PostmortemDocument before = Events.folded(Events.opened(), draft, posted);
        assertThat(before.externalMessage().earlierPostings()).isEmpty();

        PostmortemDocument edited = Events.folded(
                Events.opened(),
                draft,
                posted,
                new ExternalMessageDrafted("It was very slow.", null, null, null, false));

        assertThat(edited.externalMessage().posted()).isNull();
        assertThat(edited.externalMessage().earlierPostings())
                .containsExactly(before.externalMessage().posted());
    }

    @Test
    void correcting_how_a_meeting_was_planned_leaves_it_held() {
        MeetingScheduled first = scheduled("2026-03-04T10:00:00Z", null);
        PostmortemDocument corrected = Events.folded(
                Events.opened(),
                first,
                new MeetingHeld(first.startsAt(), List.of("ana"), null),
                scheduled("2026-03-04T10:00:00Z", "Room 2"));

        assertThat(corrected.meeting().location()).isEqualTo("Room 2");
        assertThat(corrected.meeting().attendees()).containsExactly("ana");
        assertThat(corrected.earlierMeetings()).isEmpty();
    }

    private static MeetingScheduled scheduled(String startsAt, String location) {
        return new MeetingScheduled(OffsetDateTime.parse(startsAt), Duration.ofMinutes(30), location, null);
    }

    @Test
    void a_section_says_who_wrote_it_last_and_a_point_keeps_what_a_correction_leaves_out() {
        PostmortemDocument document = Events.folded(
                Events.opened(),
                new SectionWritten(Section.WHAT_HAPPENED, "First", false),
                new SectionWritten(Section.WHAT_HAPPENED, "Second", true),
                new WentBadlyAdded("p1", "Nobody was paged", null),
                new WentBadlyCorrected("p1", null, "It was a drill", false));

        assertThat(document.sections().get("what-happened").text()).isEqualTo("Second");
        assertThat(document.sections().get("what-happened").updatedBy()).isEqualTo("ana");
        assertThat(document.wentBadly().get(0).text()).isEqualTo("Nobody was paged");
        assertThat(document.wentBadly().get(0).answer()).isEqualTo("It was a drill", false);
    }

    @Test
    void a_reopened_postmortem_is_a_draft_that_was_not_closed() {
        PostmortemDocument closed = Events.folded(Events.opened(), new PostmortemClosed());
        PostmortemDocument reopened = Events.folded(Events.opened(), new PostmortemClosed(), new PostmortemReopened());

        assertThat(closed.status()).isEqualTo(Status.CLOSED);
        assertThat(closed.closedAt()).isEqualTo(Events.START.plusSeconds(60));
        assertThat(reopened.status()).isEqualTo(Status.DRAFT);
        assertThat(reopened.closedAt()).isNull();
    }

    @Test
    void when_one_was_closed_that_came_in_closed_nobody_knows() {
        PostmortemEvent imported = Samples.of(PostmortemImported.class);
        PostmortemDocument cameClosed = Events.folded(Events.opened(), imported, new PostmortemClosed());
        PostmortemDocument closedHere = Events.folded(
                Events.opened(), imported, Samples.of(PostmortemSubmittedForReview.class), new PostmortemClosed());

        assertThat(cameClosed.status()).isEqualTo(Status.CLOSED);
        assertThat(cameClosed.closedAt()).isNull();
        assertThat(closedHere.closedAt()).isEqualTo(Events.START.plusSeconds(180));
    }

    private static ActionItemStatus status(PostmortemEvent... events) {
        PostmortemEvent[] all = new PostmortemEvent[events.length + 1];
        all[0] = Events.opened();
        System.arraycopy(events, 0, all, 1, events.length);
        return Events.folded(all).actionItems().get(0).status();
    }

    private static TimelineEntryCorrected correction(String id, String at, String text) {
        return new TimelineEntryCorrected(
                id, at == null ? null : OffsetDateTime.parse(at), null, text, null, null, false, false);
    }
}
