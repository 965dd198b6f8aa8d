package io.hindsight.command.internalemail;

import io.hindsight.command.decision.Command;
import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.Limits;
import io.hindsight.command.decision.Permission;
import io.hindsight.command.decision.Rule;
import io.hindsight.command.meeting.Meeting;
import io.hindsight.events.InternalEmailEvent.InternalEmailSent;
import io.hindsight.words.InternalEmailKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What is told within the organisation (rule {@code comms.internal}). */
public sealed interface InternalEmailCommand extends Command {

    @Override
    default Permission permission() {
        return Permission.RUN;
    }

    /**
     * The caller sent one of the two e-mails; the query side has their texts ready.
     *
     * @param sentAt now where none is given
     * @param to addresses, lists or names of people
     */
    record RecordInternalEmail(
            @NotNull InternalEmailKind kind,
            OffsetDateTime sentAt,
            @NotEmpty @Size(max = Limits.LIST)
                    List<
                                    @NotBlank @Pattern(regexp = Limits.ONE_LINE, message = Limits.ONE_LINE_MESSAGE)
                                    @Size(max = Limits.LINE) String>
                            to)
            implements InternalEmailCommand {

        @Override
        public void decide(Decision decision) {
            InternalEmailSent email =
                    new InternalEmailSent(kind, sentAt == null ? decision.now().atOffset(ZoneOffset.UTC) : sentAt, to);
            if (decision.the(InternalEmails.class).holds(email)) {
                return;
            }
            decision.require(
                    !email.sentAt().toInstant().isAfter(decision.now()),
                    Rule.COMMS_INTERNAL_SENT,
                    "An e-mail that was sent was so before now (" + decision.now() + ")");
            Meeting meeting = decision.the(Meeting.class);
            decision.require(
                    kind != InternalEmailKind.RESULTS
                            || meeting.isHeld()
                                    && !email.sentAt().toInstant().isBefore(toTheMinute(meeting.beganAtTheEarliest())),
                    Rule.COMMS_INTERNAL,
                    meeting.isHeld()
                            ? "The results are told right after the meeting, which began at "
                                    + meeting.beganAtTheEarliest()
                                    + ": say when it was held (record-meeting-held) where that is not so"
                            : "The results are told right after the meeting: record that it was held (record-meeting-held)");
            decision.emit(email);
        }
    }

    /** Whether everybody was told what the last meeting found; where none was held, what anything found. */
    static boolean areResultsTold(Decision decision) {
        Meeting meeting = decision.the(Meeting.class);
        return decision.the(InternalEmails.class)
                .wasSentFrom(
                        InternalEmailKind.RESULTS,
                        meeting.isHeld() ? toTheMinute(meeting.beganAtTheEarliest()) : Instant.MIN);
    }

    /** People do not give the second. */
    private static Instant toTheMinute(Instant time) {
        return time.truncatedTo(ChronoUnit.MINUTES);
    }

    /** What the rules find in what was sent; whether the results were told is asked by whoever closes the postmortem. */
    static void assess(Decision decision) {
        decision.require(
                decision.the(InternalEmails.class).wasSent(InternalEmailKind.INCIDENT),
                Rule.COMMS_INTERNAL,
                "Tell everybody that there was an incident, with the link (record-internal-email incident)");
    }
}
