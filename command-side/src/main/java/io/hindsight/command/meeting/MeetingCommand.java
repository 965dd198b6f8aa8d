package io.hindsight.command.meeting;

import io.hindsight.command.deadline.Deadlines;
import io.hindsight.command.decision.Command;
import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.InWords;
import io.hindsight.command.decision.Limits;
import io.hindsight.command.decision.Permission;
import io.hindsight.command.decision.Rule;
import io.hindsight.command.responder.Responders;
import io.hindsight.events.MeetingEvent.MeetingCancelled;
import io.hindsight.events.MeetingEvent.MeetingHeld;
import io.hindsight.events.MeetingEvent.MeetingScheduled;
import io.hindsight.words.ResponderRole;
import io.hindsight.words.Status;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** What can be done about the postmortem meeting (rules {@code meeting.*}). */
public sealed interface MeetingCommand extends Command {

    /**
     * Puts the meeting on the calendar, or moves it. After one that was held, it is another meeting that has to be held; but where
     * it starts when that did, it only corrects how that was planned. Of one that is moved or corrected, what is left out stays as
     * it was.
     *
     * @param duration ISO-8601, at least a minute and at most a day; half an hour where none was ever given
     * @param location an empty one takes it away
     * @param link an empty one takes it away
     */
    record ScheduleMeeting(
            @NotNull OffsetDateTime startsAt,
            @DurationMin(minutes = 1) @DurationMax(days = 1) Duration duration,
            @Pattern(regexp = Limits.ONE_LINE, message = Limits.ONE_LINE_MESSAGE) @Size(max = Limits.LINE)
                    String location,
            @Pattern(regexp = "(" + Limits.WEB_URL + ")?", message = Limits.WEB_URL_MESSAGE) @Size(max = Limits.URL)
                    String link)
            implements MeetingCommand {
        private static final MeetingScheduled UNPLANNED =
                new MeetingScheduled(null, Duration.ofMinutes(30), null, null);

        @Override
        public Permission permission() {
            return Permission.RUN;
        }

        @Override
        public void decide(Decision decision) {
            Meeting meeting = decision.the(Meeting.class);
            MeetingScheduled before = meeting.isHeld() && !meeting.isStartOfHeld(startsAt) ? null : meeting.scheduled();
            MeetingScheduled scheduled = scheduled(before == null ? UNPLANNED : before);
            if (scheduled.equals(before)) {
                return;
            }
            decision.requireStatus("schedule the meeting", Status.DRAFT, Status.IN_REVIEW);
            if (!meeting.isStartOfHeld(startsAt)) {
                requireWellPlanned(decision, scheduled);
                requireToCome(decision, startsAt);
            }
            decision.emit(scheduled);
        }

        /** The same time in another offset is the same time. */
        private MeetingScheduled scheduled(MeetingScheduled before) {
            return new MeetingScheduled(
                    before.startsAt() != null && before.startsAt().isEqual(startsAt) ? before.startsAt() : startsAt,
                    duration == null ? before.duration() : duration,
                    given(location, before.location()),
                    given(link, before.link()));
        }

        private static String given(String text, String before) {
            return text == null ? before : text.isBlank() ? null : text;
        }
    }

    private static void requireWellPlanned(Decision decision, MeetingScheduled scheduled) {
        decision.require(
                scheduled.duration().compareTo(decision.policy().longMeeting()) <= 0,
                Rule.MEETING_LENGTH,
                "A postmortem meeting takes at most "
                        + InWords.of(decision.policy().longMeeting())
                        + ", longer only for a complex incident: plan a shorter one (schedule-meeting)");
        requireInTime(decision, scheduled.startsAt().toInstant(), holdBy(decision));
        requireInvitees(decision);
    }

    private static void requireInvitees(Decision decision) {
        Map<ResponderRole, Set<String>> had = decision.the(Responders.class).byRole();
        List<ResponderRole> missing = Invitees.of(decision).missingRoles();
        String nobody = missing.stream()
                .filter(role -> !had.containsKey(role))
                .map(ResponderRole::toString)
                .collect(Collectors.joining(", "));
        decision.require(
                nobody.isEmpty(),
                Rule.MEETING_INVITEES,
                "Nobody is named yet to invite as " + nobody + ": add-responder");
        String shutOut = missing.stream()
                .filter(had::containsKey)
                .map(role -> String.join(" or ", had.get(role)) + " as " + role)
                .collect(Collectors.joining(", "));
        decision.require(
                shutOut.isEmpty(),
                Rule.MEETING_INVITEES,
                "The postmortem is restricted, and whom the meeting needs is not among its people: name " + shutOut
                        + " (restrict)");
    }

    private static Instant holdBy(Decision decision) {
        return Deadlines.holdMeeting(decision).dueAt();
    }

    private static void requireInTime(Decision decision, Instant meeting, Instant dueAt) {
        decision.require(meeting.isBefore(dueAt), Rule.MEETING_DEADLINE, "The meeting is to be held before " + dueAt);
    }

    /** What is past is no plan; it is a meeting that was held, or that has to be put off. */
    private static void requireToCome(Decision decision, OffsetDateTime by) {
        decision.require(
                !by.toInstant().isBefore(decision.now()),
                Rule.MEETING_SCHEDULED_FIRST,
                "The meeting is planned for a time that is past: record it as held (record-meeting-held), or schedule it"
                        + " for a time to come (schedule-meeting)");
    }

    /** What the rules find in the meeting as it is planned or was held, or in there being none. */
    static void assess(Decision decision) {
        Meeting meeting = decision.the(Meeting.class);
        if (meeting.isHeld()) {
            // By when it had to be: what changed since it was held makes it neither late nor early.
            Instant heldBy = meeting.heldBy() == null ? holdBy(decision) : meeting.heldBy();
            requireInTime(decision, meeting.held().heldAt().toInstant(), heldBy);
            return;
        }
        if (meeting.isScheduled()) {
            requireWellPlanned(decision, meeting.scheduled());
            requireToCome(decision, meeting.endsAt());
        } else {
            requireInTime(decision, decision.now(), holdBy(decision));
            Instant dueAt = Deadlines.scheduleMeeting(decision).dueAt();
            decision.require(
                    decision.now().isBefore(dueAt),
                    Rule.MEETING_SCHEDULED_FIRST,
                    "The meeting was to be scheduled before " + dueAt + ": schedule it now (schedule-meeting)");
        }
    }

    /** The meeting is off; where one was held before, that one stands. */
    record CancelMeeting() implements MeetingCommand {

        @Override
        public Permission permission() {
            return Permission.RUN;
        }

        @Override
        public void decide(Decision decision) {
            Meeting meeting = decision.the(Meeting.class);
            if (!meeting.isScheduled()) {
                return;
            }
            decision.requireStatus("cancel the meeting", Status.DRAFT, Status.IN_REVIEW);
            decision.require(!meeting.isHeld(), Rule.STATUS_FLOW, "A meeting that was held cannot be cancelled");
            decision.emit(new MeetingCancelled());
        }
    }

    /**
     * The meeting took place. Recorded again, what is left out stays as it was; the link of its recording alone can come late, also
     * to what is reviewed or closed.
     *
     * @param heldAt now where none is given
     * @param recording the link of its recording
     */
    record RecordMeetingHeld(
            OffsetDateTime heldAt,
            @Size(max = Limits.LIST) List<@NotBlank @Size(max = Limits.NAME) String> attendees,
            @Pattern(regexp = Limits.WEB_URL, message = Limits.WEB_URL_MESSAGE) @Size(max = Limits.URL)
                    String recording)
            implements MeetingCommand {

        @Override
        public Permission permission() {
            return Permission.LEAD;
        }

        @Override
        public void decide(Decision decision) {
            Meeting meeting = decision.the(Meeting.class);
            MeetingHeld before = meeting.isHeld()
                    ? meeting.held()
                    : new MeetingHeld(decision.now().atOffset(ZoneOffset.UTC), List.of(), null);
            MeetingHeld held = new MeetingHeld(
                    heldAt == null ? before.heldAt() : heldAt,
                    attendees == null ? before.attendees() : attendees,
                    recording == null ? before.recording() : recording);
            if (held.equals(meeting.held())) {
                return;
            }
            requireStatus(decision, meeting, held);
            decision.require(
                    !held.heldAt().toInstant().isAfter(decision.now()),
                    Rule.STATUS_REVIEWED,
                    "A meeting that took place did so before now (" + decision.now() + ")");
            OffsetDateTime started = decision.standing().incident().startedAt();
            decision.require(
                    started == null || !held.heldAt().isBefore(started),
                    Rule.STATUS_REVIEWED,
                    "A postmortem meeting takes place after the incident began (" + started
                            + "): say when it was held, or correct the incident (correct-incident)");
            if (!meeting.isHeld() || !held.heldAt().isEqual(before.heldAt())) {
                warnOfAnotherDay(decision, meeting, held);
            }
            decision.emit(held);
        }

        /** A slip of the finger would meet a deadline that was missed. */
        private static void warnOfAnotherDay(Decision decision, Meeting meeting, MeetingHeld held) {
            ZoneId zone = decision.policy().zone();
            if (meeting.isScheduled() && !day(held.heldAt(), zone).equals(day(meeting.startsAt(), zone))) {
                decision.warn(
                        Rule.MEETING_SCHEDULED_FIRST,
                        "The meeting was planned for " + meeting.startsAt()
                                + " and is recorded as held on another day, at " + held.heldAt()
                                + ": say when it was (heldAt) where that is not so");
            }
        }

        private static LocalDate day(OffsetDateTime time, ZoneId zone) {
            return time.atZoneSameInstant(zone).toLocalDate();
        }

        private static void requireStatus(Decision decision, Meeting meeting, MeetingHeld held) {
            MeetingHeld before = meeting.held();
            if (before != null && held.equals(new MeetingHeld(before.heldAt(), before.attendees(), held.recording()))) {
                decision.requireStatus(
                        "link the recording", Status.DRAFT, Status.IN_REVIEW, Status.REVIEWED, Status.CLOSED);
            } else {
                decision.requireStatus("record the meeting", Status.DRAFT, Status.IN_REVIEW);
            }
        }
    }
}
